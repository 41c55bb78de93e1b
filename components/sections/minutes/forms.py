"""The forms: a new decision beside a card, and a change of one."""

import datetime
from collections.abc import Sequence

import streamlit as st

from components.exhibits.model import Exhibit
from components.sections.minutes import drafts
from components.sections.minutes.drafts import draft, subject_code
from components.sections.minutes.saving import AUTHOR, MEETING, save_change, save_new, stop_changing
from components.sections.minutes.standing import Standing
from components.sections.minutes.unsaved import begins_open, field, note, show_unsaved, typed
from components.sections.minutes.wording import meeting_name
from components.widgets.notices import show_small
from i18n import Text
from minutes import LIMITS, STATES, Entry, Meeting

DAY = "DD.MM.YYYY"
CHOICE = "minutes_meeting"
MOST = 20  # meetings offered to write into
NAMELESS = Meeting("", datetime.date.min)  # stands for: a new one


def show_new(t: Text, meetings: Sequence[Meeting], exhibit: Exhibit, standing: Standing) -> None:
    """The form of a card, folded away."""
    form = f"minutes_new_{subject_code(exhibit.view)}"
    show_unsaved(t, form, standing)
    with st.expander(t("minutes.new"), expanded=begins_open(form), key=f"{form}_fold"):
        meeting = choose_meeting(t, meetings[:MOST], form)
        base = draft(t, exhibit, meeting or Meeting("", datetime.date.today()), form)
        if meeting is None:
            ask_meeting(t, form)
        ask_decision(t, form, standing)
        st.button(
            t("minutes.save"),
            type="primary",
            key=f"{form}_save",
            on_click=save_new,
            args=(t, form, base),
            kwargs={"is_new_meeting": meeting is None},
        )
    show_told(form)


def show_change(t: Text, base: Entry, standing: Standing) -> None:
    """The form that changes an entry, filled with the text that the reader opened."""
    form = f"minutes_change_{base.id}_{base.revision}"
    with st.container(border=True):
        show_unsaved(t, form, standing)
        ask_decision(t, form, standing, base)
        st.selectbox(
            t("minutes.field.state"),
            STATES,
            format_func=lambda code: t(f"minutes.state.{code}"),
            **field(form, "state", base.state),
        )
        with st.container(horizontal=True):
            saving = (t, form, base)
            st.button(t("minutes.save_change"), type="primary", key=f"{form}_save", on_click=save_change, args=saving)
            st.button(t("minutes.cancel"), key=f"{form}_cancel", on_click=stop_changing, args=(form,))
    show_told(form)


def choose_meeting(t: Text, meetings: Sequence[Meeting], form: str) -> Meeting | None:
    """The meeting that is being written: the one chosen, else that of the unsaved text, else the latest of today; None
    where it is to be named."""
    chosen = drafts.entered(MEETING) or unsaved_meeting(form, meetings)
    if chosen is None and meetings and meetings[0].date == datetime.date.today():
        chosen = meetings[0]
    if not meetings:
        return chosen if chosen != NAMELESS else None
    drafts.leave(CHOICE, chosen if chosen in meetings else None)
    st.selectbox(
        t("minutes.field.meeting"),
        [*meetings, None],
        format_func=lambda meeting: meeting_name(t, meeting) if meeting else t("minutes.new_meeting"),
        key=CHOICE,
        on_change=keep_meeting,
        args=(form,),
    )
    found: Meeting | None = drafts.entered(CHOICE)
    return found


def keep_meeting(form: str) -> None:
    """Go on with the meeting chosen."""
    chosen = drafts.entered(CHOICE) or NAMELESS
    drafts.leave(MEETING, chosen)
    drafts.leave(f"{form}_meeting", meeting_code(chosen))
    note(form, "meeting")


def meeting_code(meeting: Meeting) -> str:
    """Day and title in one text."""
    return f"{meeting.date.isoformat()} {meeting.title}"


def unsaved_meeting(form: str, meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that an unsaved text was written for, where it can be chosen."""
    code = typed(form).get("meeting")
    return next((each for each in (*meetings, NAMELESS) if meeting_code(each) == code), None)


def ask_meeting(t: Text, form: str) -> None:
    """What the meeting is called, and its day."""
    title, day = st.columns([3, 1])
    title.text_input(t("minutes.field.meeting"), max_chars=LIMITS["meeting"], **field(form, "title", ""))
    day.date_input(t("minutes.field.date"), format=DAY, **field(form, "date", datetime.date.today()))


def ask_decision(t: Text, form: str, standing: Standing, base: Entry | None = None) -> None:
    """Decision, owner, due date, and who writes where nobody signs in."""
    st.text_area(
        t("minutes.field.decision"),
        max_chars=LIMITS["decision"],
        height=110,
        **field(form, "decision", base.decision if base else ""),
    )
    owner, due = st.columns([3, 1])
    owner.text_input(
        t("minutes.field.owner"), max_chars=LIMITS["owner"], **field(form, "owner", base.owner if base else "")
    )
    due.date_input(t("minutes.field.due"), None, format=DAY, **field(form, "due", base.due if base else None))
    if standing.signs_in:
        show_small([t("minutes.signed_as", name=standing.name)])
    else:
        known = drafts.entered(AUTHOR) or ""
        st.text_input(t("minutes.field.author"), max_chars=LIMITS["author"], **field(form, "author", known))


def show_told(form: str) -> None:
    """What became of the last save, once."""
    kind, sentences = drafts.take(f"{form}_told") or ("", ())
    for sentence in sentences:
        (st.success if kind == "good" else st.error)(sentence)
