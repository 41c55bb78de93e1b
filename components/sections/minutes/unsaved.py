"""What is typed into the forms and not saved: it outlasts the turn to another card, and with the browser a reload."""

import datetime
import json
from functools import partial
from typing import Any

import streamlit as st

from components.sections.minutes import drafts
from components.sections.minutes.keeper import found, keep_in_browser
from components.sections.minutes.standing import Standing
from components.widgets.notices import show_small
from i18n import Text
from minutes import LIMITS, STATES

TEXTS = {
    "title": LIMITS["meeting"],
    "decision": LIMITS["decision"],
    "owner": LIMITS["owner"],
    "author": LIMITS["author"],
}
DATES = ("date", "due")
FIELDS = (*TEXTS, *DATES, "state", "meeting")
LONGEST = 20_000  # characters of all that a browser may bring back


def typed(form: str) -> dict[str, str]:
    """What stands unsaved in the form's fields, dates as 2026-12-01."""
    known: dict[str, str] = drafts.entered(f"{form}_unsaved") or {}
    return known


def field(form: str, name: str, first: object) -> dict[str, Any]:
    """Key and on_change of a field that holds what was typed there before, else `first`. A field that is on the page
    is left alone: somebody may be typing."""
    key = f"{form}_{name}"
    if not drafts.holds(key):
        drafts.leave(key, value_of(name, typed(form)[name]) if name in typed(form) else first)
    return {"key": key, "on_change": note, "args": (form, name)}


def note(form: str, name: str) -> None:
    """A field's on_change: its value is unsaved."""
    value = drafts.entered(f"{form}_{name}")
    drafts.leave(f"{form}_unsaved", typed(form) | {name: "" if value is None else str(value)})


def empty(form: str) -> None:
    """Nothing is unsaved any more: it was saved or given up, and every field begins anew."""
    for name in FIELDS:
        drafts.take(f"{form}_{name}")
    drafts.leave(f"{form}_unsaved", {})
    drafts.leave(f"{form}_emptied", int(drafts.entered(f"{form}_emptied") or 0) + 1)


def show_unsaved(t: Text, form: str, reader: Standing) -> None:
    """Says that something is unsaved, and how to give it up. The browser keeps it, and brings back what it kept."""
    there = typed(form)
    keep_in_browser(
        form,
        there,
        int(drafts.entered(f"{form}_emptied") or 0),
        reader=reader.name,
        names=tuple(TEXTS),
        on_found=partial(bring_back, form),
    )
    # Its place is there also while it is empty: what stands below would begin anew if it moved, in the midst of typing.
    with st.container():
        if any(there.values()):
            show_small([t("minutes.unsaved")])
            st.button(t("minutes.give_up"), key=f"{form}_give_up", type="tertiary", on_click=empty, args=(form,))


def begins_open(form: str) -> bool:
    """Whether the form is unfolded where it is drawn anew: where something unsaved stands in it."""
    if not drafts.holds(f"{form}_decision"):
        drafts.leave(f"{form}_open", any(typed(form).values()))
    return bool(drafts.entered(f"{form}_open"))


def bring_back(form: str) -> None:
    """Put what the browser kept into the fields."""
    back = read_kept(found(form))
    drafts.leave(f"{form}_unsaved", back | typed(form))
    drafts.leave(f"{form}_open", True)
    for name, text in typed(form).items():
        drafts.leave(f"{form}_{name}", value_of(name, text))


def read_kept(text: str) -> dict[str, str]:
    """The fields that a browser kept; nothing of what is none of ours, too long, or no date."""
    try:
        told = json.loads(text) if len(text) <= LONGEST else {}
    except (ValueError, RecursionError):
        return {}
    pairs = told.items() if isinstance(told, dict) else ()
    return {name: value for name, value in pairs if name in FIELDS and isinstance(value, str) and fits(name, value)}


def fits(name: str, value: str) -> bool:
    """Whether a field can hold the text."""
    if name in DATES:
        return not value or is_date(value)
    return value in STATES if name == "state" else len(value) <= TEXTS.get(name, LONGEST)


def is_date(text: str) -> bool:
    """Whether the text is a day."""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def value_of(name: str, text: str) -> object:
    """What the field holds for the text."""
    if name in DATES:
        return datetime.date.fromisoformat(text) if text else None
    return text
