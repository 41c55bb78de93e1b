"""The agenda on the screen: its cards in order, how to change them, and what can be taken away."""

import streamlit as st

from components import state, store
from components.address.services import PARTS_TO_SHOW
from components.address.view import AT_MOST, View, join_views
from components.downloads.slides.offer import offer_deck
from components.exhibits.cards import view_of_selection
from components.exhibits.model import Exhibit
from components.exhibits.opening import not_offered, open_view
from components.sections.meeting.agenda import KEY, add, agenda, keep, move, on_agenda, remove, turn_to
from components.sections.minutes.show import show_all_minutes
from components.sections.overview import FINDINGS, newest_card
from components.widgets.notices import show_lines, show_pills, show_small
from components.widgets.unknown import show_not_offered
from i18n import Text

SUGGESTIONS = ("findings", "themes")


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


def suggested(t: Text, name: str) -> tuple[View, ...]:
    """The cards of a suggestion; none where the release lacks a page that it is to draw on."""
    findings = tuple(on_agenda(view_of_selection(newest_card(t, *each).selection)) for each in FINDINGS)
    if name == "findings":
        return findings[:AT_MOST]
    release = store.release()
    services = [View("services", part) for part in PARTS_TO_SHOW if release.services.catalogue]
    survey = [View("survey", code) for code in list(release.survey.questions)[:2]]
    return (*findings[:2], *services, *survey) if services and survey else ()
