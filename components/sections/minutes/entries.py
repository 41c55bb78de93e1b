"""Decisions on the screen. What people wrote is shown as plain text only."""

import html
from collections.abc import Sequence

import streamlit as st

from components.exhibits.model import Exhibit
from components.sections.minutes import drafts
from components.sections.minutes.figures import changed_since, is_withheld
from components.sections.minutes.forms import show_change, show_told
from components.sections.minutes.saving import CHANGED, CHANGING, start_changing
from components.sections.minutes.standing import Standing
from components.sections.minutes.wording import facts, meeting_name
from i18n import Text
from minutes import Entry


def show_entries(
    t: Text, entries: Sequence[Entry], standing: Standing, place: str, exhibit: Exhibit | None = None
) -> None:
    """Each decision; beside a card (`exhibit`) with its meeting and whether the figures have changed since, elsewhere
    with the card's title."""
    show_told(CHANGED)
    for entry in entries:
        if exhibit:
            heading = meeting_name(t, entry.meeting)
            since = changed_since(t, entry, exhibit.rows, exhibit.info.id)
        else:
            heading, since = title_of(t, entry), ""
        show_entry(t, entry, heading, since)
        if standing.may_write:
            show_changing(t, entry, standing, place)


def title_of(t: Text, entry: Entry) -> str:
    """The card's title as it was."""
    return t("minutes.withheld_title") if is_withheld(entry) else entry.title


def show_entry(t: Text, entry: Entry, heading: str, since: str) -> None:
    """One decision with its facts, each text kept apart from its neighbours whatever direction it is written in."""
    marks = [t("kind.demonstration")] if entry.demonstration else []
    marks += [t("minutes.beside")] if entry.beside else []
    told = [f"{escaped(label)}: <bdi>{escaped(text)}</bdi>" for label, text in facts(t, entry)]
    small = [t("minutes.release", release=entry.release), since]
    st.html(
        f'<div class="notes"><strong><bdi>{escaped(heading)}</bdi></strong>'
        + "".join(f'<p class="small"><strong>{escaped(mark)}</strong></p>' for mark in marks)
        + f'<p class="said" dir="auto" style="white-space: pre-wrap">{escaped(entry.decision)}</p>'
        + f'<p class="small">{" · ".join(told)}</p>'
        + f'<p class="small">{escaped(" ".join(part for part in small if part))}</p></div>'
    )


def being_changed() -> tuple[Entry, ...]:
    """The entry that this reader has open: all that can be shown, with what was typed, while the store is down."""
    base = drafts.entered(CHANGING)
    return (base,) if isinstance(base, Entry) else ()


def show_changing(t: Text, entry: Entry, standing: Standing, place: str) -> None:
    """The button that opens the form, or the open form with the text that it was opened with."""
    opened = [base for base in being_changed() if base.id == entry.id]
    for base in opened:
        show_change(t, base, standing)
    if not opened:
        key = f"minutes_{place}_change_{entry.id}"
        st.button(t("minutes.change"), key=key, type="tertiary", on_click=start_changing, args=(entry,))


def escaped(text: str) -> str:
    """The text as HTML that shows exactly it."""
    return html.escape(text)
