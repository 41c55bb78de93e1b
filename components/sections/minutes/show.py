"""The two places of minutes: beside a card in a meeting, and all of a meeting on the agenda."""

import hashlib
from functools import partial

import streamlit as st

from components import store
from components.downloads.buttons import offer_file
from components.downloads.names import file_stem
from components.exhibits.model import Exhibit
from components.exports.minutes.docx_file import docx_of
from components.exports.minutes.pdf import pdf_of
from components.sections.minutes.document import document_of
from components.sections.minutes.drafts import subject_code
from components.sections.minutes.entries import being_changed, show_entries
from components.sections.minutes.forms import show_new
from components.sections.minutes.standing import Standing, desk, standing, trouble_told
from components.sections.minutes.wording import meeting_name
from components.widgets.notices import show_lines, show_small
from i18n import Text
from minutes import Entry, Meeting

SHOWN = "minutes_shown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AT_MOST = 5  # decisions beside a card; the agenda has all


def show_minutes(t: Text, exhibit: Exhibit) -> None:
    """What was decided beside this card, and the form for more; nothing where there are no minutes."""
    reader = standing()
    meetings: tuple[Meeting, ...] = ()
    entries = tuple(entry for entry in being_changed() if entry.view == subject_code(exhibit.view))
    with trouble_told(t):
        kept = desk(reader)
        if kept is None:
            return
        entries, meetings = kept.entries(view=subject_code(exhibit.view))[::-1], kept.meetings()
    if entries or reader.is_on:
        st.header(t("minutes.title"), anchor=False)
    show_entries(t, entries[:AT_MOST], reader, "card", exhibit)
    if len(entries) > AT_MOST:
        show_small([t.plural("minutes.more", len(entries) - AT_MOST)])
    if reader.may_write:
        # Also while the store is down: what somebody has typed must outlast that.
        show_new(t, meetings, exhibit, reader)
    show_standing(t, reader, "card")


def show_all_minutes(t: Text) -> None:
    """The decisions of a chosen meeting, and the files to take them away; nothing where there are no minutes."""
    reader = standing()
    entries = being_changed()
    with trouble_told(t):
        kept = desk(reader)
        if kept is None:
            return
        st.header(t("minutes.title"), anchor=False)
        if meetings := kept.meetings():
            names = partial(meeting_name, t)
            meeting = st.selectbox(t("minutes.field.meeting"), meetings, format_func=names, key=SHOWN)
            entries = kept.entries(meeting)
            offer_files(t, meeting, entries)
        else:
            show_lines([t("minutes.none")])
    show_entries(t, entries, reader, "all")
    show_standing(t, reader, "all")


def offer_files(t: Text, meeting: Meeting, entries: tuple[Entry, ...]) -> None:
    """The meeting's minutes as DOCX and as PDF, worded now, for the release that the reader looks at."""
    release = store.release()
    document = document_of(t, release, meeting, entries)
    # The meeting's title is what somebody typed: the name has its day, and a word that tells two of a day apart.
    own = hashlib.sha256(meeting.title.encode("utf-8")).hexdigest()[:4]
    filters = (meeting.date.isoformat(), own, t.language)
    name = file_stem("minutes", filters, demonstration=document.is_demonstration, release=release.info.id)
    with st.container(horizontal=True):
        offer_file(t("minutes.docx"), partial(docx_of, document), f"{name}.docx", DOCX)
        offer_file(t("minutes.pdf"), partial(pdf_of, document), f"{name}.pdf", "application/pdf")


def show_standing(t: Text, reader: Standing, place: str) -> None:
    """Why this reader only reads, and the way to sign in or out."""
    if not reader.is_on:
        show_small([t("minutes.off")])
    elif not reader.signs_in:
        show_small([t("minutes.open_to_all")])
    elif not reader.service:
        show_small([t("minutes.no_service")])
    elif not reader.name:
        show_small([t("minutes.sign_in_lead")])
        st.button(t("minutes.sign_in"), key=f"minutes_{place}_sign_in", on_click=st.login)
    else:
        if not reader.may_write:
            show_small([t("minutes.not_member", name=reader.name)])
        st.button(t("minutes.sign_out"), key=f"minutes_{place}_sign_out", type="tertiary", on_click=st.logout)
