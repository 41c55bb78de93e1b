"""The agenda on the screen: its cards in order, how to change them, and what can be taken away."""

import streamlit as st

from components import state
from components.exhibits.model import Exhibit
from components.exhibits.opening import not_offered, open_view
from components.exhibits.view import AT_MOST, View, join_views
from components.meeting.agenda import KEY, add, agenda, keep, move, remove, turn_to
from components.meeting.suggestions import SUGGESTIONS, suggested
from components.minutes import show_all_minutes
from components.notices import show_lines, show_pills, show_small
from components.slides.offer import offer_deck
from components.unknown import show_not_offered
from i18n import Text


def show_agenda(t: Text) -> None:
    """The agenda with its way to the screen, or how to fill it; then slides and minutes."""
    views = agenda()
    exhibits = {view: open_view(t, view) for view in views}
    if views:
        st.header(t.plural("meeting.count", len(views), most=AT_MOST), anchor=False)
        show_start(t)
        for number, (view, exhibit) in enumerate(exhibits.items(), start=1):
            show_row(t, view, exhibit, number, len(views))
        offer_deck(t, [exhibit for exhibit in exhibits.values() if exhibit], key=join_views(views))
    else:
        show_empty(t)
    show_all_minutes(t)


def show_start(t: Text) -> None:
    """The way to the first card, and the keys that lead on from there."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("meeting.start"), key="meeting_start", type="primary", on_click=turn_to, args=(1,))
        st.button(t("meeting.clear"), key="meeting_clear", type="tertiary", on_click=keep, args=((),))
    show_small([t("meeting.hint")])


def show_row(t: Text, view: View, exhibit: Exhibit | None, number: int, count: int) -> None:
    """One card of the agenda: what it says, the filters in force, and its place."""
    with st.container(border=True, key=f"row_{view.code}", gap="xsmall"):
        title = exhibit.title if exhibit else t("meeting.not_in_release")
        st.subheader(t("meeting.row", n=number, title=title), anchor=False)
        if exhibit:
            st.caption(exhibit.caption)
            show_pills(exhibit.pills)
            show_not_offered(t, not_offered(view, exhibit))
        with st.container(horizontal=True, vertical_alignment="center"):
            if exhibit:
                link_to_card(t, view)
            for name, places, possible in (("up", -1, number > 1), ("down", 1, number < count)):
                words, key = t(f"meeting.{name}"), f"{name}_{view.code}"
                st.button(words, key=key, type="tertiary", disabled=not possible, on_click=move, args=(view, places))
            st.button(t("meeting.remove"), key=f"remove_{view.code}", type="tertiary", on_click=remove, args=(view,))


def link_to_card(t: Text, view: View) -> None:
    """The way to the card on its page; the agenda goes along."""
    along = {key: code for key in (KEY, "kind") if (code := state.noted(key))}
    st.page_link(
        f"pages/{view.page}.py", label=t("meeting.open"), query_params=view.codes | along | {"lang": t.language}
    )


def show_empty(t: Text) -> None:
    """How an agenda is filled, and two that can be taken at once."""
    show_lines([t("meeting.empty", add=t("meeting.add"), most=AT_MOST)])
    for name in SUGGESTIONS:
        if not (views := suggested(t, name)):
            continue
        with st.container(border=True, gap="xsmall"):
            show_lines([t(f"meeting.suggestion.{name}.text")])
            label = t(f"meeting.suggestion.{name}.name")
            st.button(label, key=f"suggestion_{name}", on_click=add, args=views)
