"""The buttons that prepare a deck and then hand it out: of an agenda, of a county."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components import store
from components.downloads.long_work import offer_document
from components.downloads.names import digest, file_stem
from components.downloads.slides.county import county_openings, is_made_up
from components.downloads.slides.deck_words import deck_words
from components.downloads.slides.steps import Opening, made_deck
from components.exhibits.model import Exhibit
from components.exports.slides.model import DeckWords
from components.widgets.browser import site
from components.widgets.notices import show_lines
from i18n import Text

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def offer_deck(t: Text, exhibits: Sequence[Exhibit], key: str) -> None:
    """The deck of an agenda; `key` names its views. Nothing for no exhibits."""
    if not exhibits:
        return
    subtitle = t.plural("slides.exhibits", len(exhibits))
    words = deck_words(t, t("slides.agenda_title"), subtitle, [each.view.code for each in exhibits])
    made_up = any(each.is_demonstration for each in exhibits)
    openings = [partial(given, each) for each in exhibits]
    offer(t, openings, words, subject=f"slides_{digest(key)}", key=key, made_up=made_up)


def show_county_deck(t: Text, county: str) -> None:
    """What the deck of a county holds, and its button. The exhibits are opened when it is clicked."""
    st.header(t("slides.heading"), anchor=False)
    show_lines([t("slides.lead", area=t.area(county, "of"))])
    title = t("county.title", area=t.area(county, "of"))
    words = deck_words(t, title, t("slides.county_subtitle"), [county])
    openings = county_openings(t, county, site())
    offer(t, openings, words, subject=f"slides_{county}", key=county, made_up=is_made_up(county))


def given(exhibit: Exhibit) -> Exhibit:
    """An exhibit that is open already."""
    return exhibit


def offer(t: Text, openings: Sequence[Opening], words: DeckWords, *, subject: str, key: str, made_up: bool) -> None:
    """The button; language, release and, where any figure is made up, that too stand in the file's name."""
    address = site()
    stem = file_stem(subject, [t.language], demonstration=made_up, release=store.release().info.id)
    make = partial(made_deck, t, openings, words, address)
    offer_document(t, t("slides.button"), make, name=f"{stem}.pptx", mime=PPTX, key=("pptx", address, key))
