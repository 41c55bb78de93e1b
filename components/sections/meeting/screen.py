"""One card of the agenda on the whole screen, in type that is read from the back of a room."""

import html

import streamlit as st

from components.exhibits.legend import legend_of
from components.exhibits.model import Drawing, Exhibit, Plot
from components.exhibits.opening import not_offered, open_view
from components.sections.meeting.agenda import agenda, step_now
from components.sections.meeting.keys import show_line
from components.sections.minutes.show import show_minutes
from components.sections.pictures import chosen_picture, drawn, show_parts, show_plot, spoken
from components.widgets.browser import is_narrow
from components.widgets.notices import show_lines, show_pills, show_small, show_title
from components.widgets.unknown import left_over, show_not_offered, show_unknown
from i18n import Text

TALL, LOW = "56vh", "31vh"  # what title and words leave a map and a ruler


def show_screen(t: Text) -> None:
    """The line, then the card that the address counts to, then its minutes, folded away."""
    views, step = agenda(), step_now()
    exhibit = open_view(t, views[step - 1])
    title = exhibit.title if exhibit else t("meeting.not_in_release")
    with st.container(key="presented"):
        show_line(t, step, len(views), title)
        show_unknown(t, left_over())
        show_title(title)
        if exhibit:
            show_pills(exhibit.pills)
            show_not_offered(t, not_offered(views[step - 1], exhibit))
            show_large(t, exhibit)
            show_minutes(t, exhibit)


def show_large(t: Text, exhibit: Exhibit) -> None:
    """The picture at the left over its source, what it says and what it does not at the right."""
    name = picture_for_a_room(exhibit)
    picture = exhibit.pictures.get(name)
    parts = drawn(t, exhibit, picture) if isinstance(picture, Drawing) else []
    has_ruler = len(parts) == 2
    small_print = [exhibit.caption, *exhibit.source_lines]
    left, right = st.columns([35, 65] if has_ruler else [57, 43], gap="medium")
    with left:
        if has_ruler:
            show_parts(parts[:1], key="room_map", tallest=TALL)
        elif isinstance(picture, Plot):
            show_plot(t, exhibit, picture, key="room")
        elif parts:
            show_parts(parts, key="room_picture", tallest="")
        else:
            show_lines(spoken(exhibit))
        if not is_narrow():
            show_small(small_print)
    with right:
        if has_ruler:
            show_parts(parts[1:], key="room_ruler", tallest=LOW)
        show_said(t, exhibit)
        if is_narrow():
            show_small(small_print)


def picture_for_a_room(exhibit: Exhibit) -> str:
    """The picture that the view names; of two maps beside each other the chart, which is read from further away."""
    return "chart" if "chart" in exhibit.pictures and exhibit.view.choice("compare") else chosen_picture(exhibit)


def show_said(t: Text, exhibit: Exhibit) -> None:
    """The sentences, one a line where each is about another county or service; then what cannot be said."""
    apart = exhibit.view.page == "services" or exhibit.view.choice("compare")
    show_lines(exhibit.sentences if apart else [" ".join(exhibit.sentences)])
    items = "".join(f"<li>{html.escape(limit)}</li>" for limit in limits_of(t, exhibit))
    st.html(f'<div class="limits"><strong>{html.escape(t("meeting.limits"))}</strong><ul>{items}</ul></div>')


def limits_of(t: Text, exhibit: Exhibit) -> list[str]:
    """What the figures do not tell: that they are made up, the notes on them, what the picture's signs mean."""
    made_up = [t("kind.demonstration_long")] if exhibit.is_demonstration else []
    signs = [words for _, words in legend_of(t, exhibit, picture_for_a_room(exhibit))]
    return [*made_up, *exhibit.limits, *signs] or [t("meeting.no_cause")]
