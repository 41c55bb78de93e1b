"""The card's map: one map with its ruler, or two on one scale."""

import streamlit as st

from components import state, store
from components.exhibits.card import Card
from components.exhibits.card_charts import side_name
from components.exhibits.card_maps import ruler_board, screen_map
from components.exhibits.comparison import Comparison
from components.exhibits.markup import legend_of_cards, said_beside
from components.widgets.board import show_board
from components.widgets.browser import palette
from components.widgets.map import show_map
from components.widgets.notices import show_lines, show_notes, show_together
from components.wording import markup
from i18n import Text


def show_map_tab(t: Text, card: Card, comparison: Comparison | None) -> None:
    """Map and ruler; for a national indicator the sentence that says why there is no map."""
    if card.selection.indicator.level != "county":
        show_lines([t(f"map.level.{card.selection.indicator.level}")])
        show_lines(card.frame["spoken"].tolist())
        show_notes(t, card.notes)
    elif not card.has_counties:
        show_lines([t("map.counties_missing"), *card.sentences])
        show_notes(t, card.notes)
    elif comparison is None:
        show_one_map(t, card)
    else:
        show_two_maps(t, comparison)


def show_one_map(t: Text, card: Card) -> None:
    """The map at the left; ruler, sentences and notes at the right."""
    beside = ruler_board(t, card, palette=palette()) + said_beside(t, card)
    draw_map(t, card, "map", below=markup.caption(t("map.hint")), beside=beside)
    link_to_profile(t, card)


def link_to_profile(t: Text, card: Card) -> None:
    """The way to the chosen county's profile, where one is chosen."""
    if card.selection.county:
        st.page_link("pages/county.py", label=t("map.profile", area=t.area(card.selection.county, "of")))


def show_two_maps(t: Text, comparison: Comparison) -> None:
    """Two maps on one scale, and what the difference test says."""
    both = (comparison.first, comparison.second)
    with st.container(key="two_maps"):  # the page's style puts them below each other where they would be too small
        columns = st.columns(2, gap="medium")
    for column, card, prefix in zip(columns, both, ("first", "second"), strict=True):
        with column:
            st.subheader(side_name(t, card), anchor=False)
            draw_map(t, card, prefix)
            show_board(ruler_board(t, card, palette=palette(), prefix=f"ruler-{prefix}"), key=f"ruler_{prefix}")
    marks = (markup.legend(legend_of_cards(t, *both)), markup.notes(t, comparison.second.notes, at_most=3))
    show_together(markup.said(comparison.lines), *marks)


def draw_map(t: Text, card: Card, prefix: str, *, below: str = "", beside: str = "") -> None:
    """The map itself, with what stands below and beside it; a click or Enter on a county chooses it."""
    key = store.of_release(prefix)
    show_map(
        screen_map(t, card, palette=palette(), prefix=prefix),
        key=key,
        below=below,
        beside=beside,
        on_choose=lambda: state.keep_clicked("county", key),
    )
