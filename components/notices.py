"""Small things said around the figures: pills, small print, notes, help for a person at risk."""

import html
from collections.abc import Sequence

import streamlit as st

from components import store
from components.matching import LONGEST
from i18n import Text


def show_pills(pills: Sequence[str]) -> None:
    """The filters in force, as words."""
    items = "".join(f'<span role="listitem">{html.escape(pill)}</span>' for pill in pills)
    st.html(f'<div class="pills" role="list">{items}</div>')


def show_figure(label: str, figure: str) -> None:
    """A headline figure under what it measures."""
    st.html(f'<p class="figure"><span>{html.escape(label)}</span><strong>{html.escape(figure)}</strong></p>')


def show_demonstration(t: Text) -> None:
    """The badge over made-up figures: what they are and what they are not."""
    said = f"<strong>{html.escape(t('kind.demonstration'))}</strong> {html.escape(t('kind.demonstration_long'))}"
    st.html(f'<p class="demonstration" role="note">{said}</p>')


def show_small(lines: Sequence[str]) -> None:
    """Small print, a line each."""
    st.html("".join(f'<p class="small">{html.escape(line)}</p>' for line in lines))


def show_notes(t: Text, codes: Sequence[str], *, at_most: int | None = None) -> None:
    """What to keep in mind when reading the figures."""
    shown = list(codes)[:at_most]
    if shown:
        items = "".join(f"<li>{html.escape(t(f'note.{code}'))}</li>" for code in shown)
        st.html(f'<div class="notes"><strong>{html.escape(t("card.notes"))}</strong><ul>{items}</ul></div>')


def show_lines(lines: Sequence[str]) -> None:
    """Sentences, a paragraph each; empty ones are left out."""
    said = "".join(f'<p class="said">{html.escape(line)}</p>' for line in lines if line)
    if said:
        st.html(said)


def show_none_found(t: Text, query: str) -> None:
    """That nothing matches the query, of which so much is repeated as was looked at."""
    show_lines([t("library.none", query=query[:LONGEST])])


def show_help(t: Text) -> None:
    """Where a person at risk can turn; each number says whether it was verified."""
    numbers = store.release().programme["help"]["number"]
    said = [f"{t('help.number.' + each['code'])} ({t('help.' + each['state'])})" for each in numbers]
    with st.container(border=True, key="help"):
        st.markdown(f"**{t('help.title')}**")
        show_lines([t("help.lead"), *said])
