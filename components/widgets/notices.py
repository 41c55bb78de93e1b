"""Small things said around the figures: pills, small print, notes, help for a person at risk."""

import html
from collections.abc import Sequence

import streamlit as st

from components import store
from components.widgets import titled
from components.widgets.matching import LONGEST
from components.wording import markup
from i18n import Text


def show_title(text: str) -> None:
    """The page's own heading."""
    st.title(text, anchor=False)
    titled.note()


def show_together(*pieces: str) -> None:
    """Pieces of `components.wording.markup` under each other, as one element; empty ones are left out."""
    said = markup.together(*pieces)
    if said:
        st.html(said)
    if "<h1" in said:
        titled.note()


def show_pills(pills: Sequence[str]) -> None:
    """The filters in force, as words."""
    show_together(markup.pills(pills))


def show_figure(label: str, figure: str) -> None:
    """A headline figure under what it measures."""
    st.html(f'<p class="figure"><span>{html.escape(label)}</span><strong>{html.escape(figure)}</strong></p>')


def show_demonstration(t: Text) -> None:
    """The badge over made-up figures: what they are and what they are not."""
    show_together(markup.demonstration(t))


def show_small(lines: Sequence[str]) -> None:
    """Small print, a line each."""
    show_together(markup.small(lines))


def show_marks(t: Text, legend: Sequence[tuple[str, str]], codes: Sequence[str], *, at_most: int | None = None) -> None:
    """What the signs mean, and what to keep in mind when reading the figures."""
    show_together(markup.legend(legend), markup.notes(t, codes, at_most=at_most))


def show_notes(t: Text, codes: Sequence[str], *, at_most: int | None = None) -> None:
    """What to keep in mind when reading the figures."""
    show_together(markup.notes(t, codes, at_most=at_most))


def show_lines(lines: Sequence[str]) -> None:
    """Sentences, a paragraph each; empty ones are left out."""
    show_together(markup.said(lines))


def show_none_found(t: Text, query: str) -> None:
    """That nothing matches the query, of which so much is repeated as was looked at."""
    show_lines([t("library.none", query=query[:LONGEST])])


def show_help(t: Text) -> None:
    """Where a person at risk can turn; each number says whether it was verified."""
    numbers = store.release().programme["help"]["number"]
    said = [f"{t('help.number.' + each['code'])} ({t('help.' + each['state'])})" for each in numbers]
    title = f"<p><strong>{html.escape(t('help.title'))}</strong></p>"
    st.html(f'<div class="help">{title}{markup.said([t("help.lead"), *said])}</div>')
