"""The agenda: up to six cards, collected on any page, in the order in which a committee will read them."""

from functools import lru_cache

import streamlit as st

from components import state, store
from components.address.known import known_codes
from components.address.view import AT_MOST, View, join_views, read_views
from i18n import Text

KEY, STEP = "agenda", "step"
TAB = "tab"


def agenda() -> tuple[View, ...]:
    """The cards of the agenda, in order."""
    return views_in(state.noted(KEY))


@lru_cache(maxsize=256)
def views_in(codes: str) -> tuple[View, ...]:
    """The views that an agenda's code names."""
    return read_views(codes, known_codes(store.whole_release()))[:AT_MOST]


def on_agenda(view: View) -> View:
    """The view as a meeting shows it: a picture. Which of a card's other tabs is open does not matter there."""
    kept = tuple(pair for pair in view.choices if pair[0] != TAB or pair[1] == "chart")
    return View(view.page, view.subject, kept)


def show_agenda_button(t: Text, view: View, place: str) -> None:
    """Puts the card on the agenda, or takes it off; says how many there are, and when there is no room left.

    It stays the same button for every view that stands at the `place` on its page.
    """
    view, views = on_agenda(view), agenda()
    key = f"agenda_{place}"
    if view in views:
        label = t("meeting.remove_here")
        st.button(label, key=key, type="tertiary", icon=":material/check:", on_click=remove, args=(view,))
    elif len(views) == AT_MOST:
        st.button(t("meeting.full", most=AT_MOST), key=key, type="tertiary", disabled=True)
    else:
        label = t("meeting.add_more", n=len(views), most=AT_MOST) if views else t("meeting.add")
        st.button(label, key=key, type="tertiary", icon=":material/add:", on_click=add, args=(view,))


def add(*views: View) -> None:
    """The views come last on the agenda, each once, as far as there is room."""
    keep(tuple(dict.fromkeys((*agenda(), *views)))[:AT_MOST])


def remove(view: View) -> None:
    """The agenda without the view."""
    keep(tuple(each for each in agenda() if each != view))


def move(view: View, places: int) -> None:
    """The view so many places later on the agenda, or earlier (negative)."""
    views = [each for each in agenda() if each != view]
    views.insert(max(0, agenda().index(view) + places), view)
    keep(tuple(views))


def keep(views: tuple[View, ...]) -> None:
    """The views become the agenda."""
    if views:
        state.record(KEY, join_views(views))
    else:
        state.forget(KEY, STEP)


def step_now() -> int:
    """Which card of the agenda is on the screen, counted from 1; 0 where the agenda itself is to be seen."""
    asked = state.noted(STEP)
    return min(int(asked), len(agenda())) if asked else 0


def turn_to(step: int) -> None:
    """The card to be on the screen; 0 for the agenda."""
    if 0 < step <= len(agenda()):
        state.record(STEP, str(step))
    else:
        state.forget(STEP)
