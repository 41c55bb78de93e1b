"""The card on the screen: title, caption, filters in force, the chosen tab, source and release."""

from collections.abc import Callable, Mapping

import streamlit as st

from components import store
from components.address.selection import TAB_CODES, Selection
from components.exhibits.card import Card, make_card
from components.exhibits.cards import view_of_selection
from components.exhibits.comparison import Comparison, make_comparison, sources_of
from components.exhibits.markup import card_head
from components.sections.card.about_tab import show_about
from components.sections.card.chart_tab import show_chart
from components.sections.card.download_tab import show_download
from components.sections.card.map_tab import show_map_tab
from components.sections.card.table_tab import show_table
from components.sections.meeting.agenda import show_agenda_button
from components.widgets.choices import choose_view
from components.widgets.notices import show_small, show_together
from components.wording import markup
from components.wording.provenance import source_lines
from i18n import Text

ShowTab = Callable[[Text, Card, Comparison | None], None]
TABS: dict[str, ShowTab] = {
    "map": show_map_tab,
    "chart": show_chart,
    "table": show_table,
    "download": show_download,
    "about": show_about,
}


def show_card(t: Text, selection: Selection, tabs: Mapping[str, ShowTab] = TABS, *, page: str = "") -> None:
    """Draw the card of a selection; of its five tabs only the chosen one is built and sent. `page` is the heading of a
    page that is nothing but its card."""
    card = make_card(t, selection)
    comparison = make_comparison(t, card)
    with st.container(key="card"):
        heading = [markup.heard_heading(page)] if page else []
        show_together(*heading, *card_head(t, comparison.title if comparison else card.title, card))
        with st.container(horizontal=True, vertical_alignment="center", key="card_row"):
            tab = choose_view("tab", TAB_CODES, label=t("card.tabs"), name=lambda code: t(f"tab.{code}"))
            show_agenda_button(t, view_of_selection(selection, tab), "card")
        tabs[tab](t, card, comparison)
        sources = sources_of(card, comparison)
        if tab == "chart":
            sources = tuple(dict.fromkeys((*sources, *card.history_sources)))
        show_small(source_lines(t, sources, selection.indicator, store.release().info))
