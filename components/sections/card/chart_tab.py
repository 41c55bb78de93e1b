"""The card's charts: the counties with their intervals, and the measure over its reference periods."""

from collections.abc import Callable, Hashable

import pandas as pd
import streamlit as st

from components import store
from components.charts.demonstration import marked_figure
from components.charts.plots.theme import Figure
from components.exhibits.card import Card
from components.exhibits.card_charts import dots_figure, paired_figure, series_figure
from components.exhibits.comparison import Comparison
from components.exhibits.legend import Legend, legend_of_figure
from components.widgets.browser import palette
from components.widgets.notices import show_lines, show_marks
from i18n import Text


def show_chart(t: Text, card: Card, comparison: Comparison | None) -> None:
    """At most two figures; where there is nothing to draw, the sentence that says why."""
    ground, signs = palette(), Legend()
    if comparison:
        first, second = comparison.first, comparison.second
        rows, key = comparison.rows, ("paired", *first.key, *second.key)
        signs += draw(t, comparison.title, rows, key, lambda: paired_figure(t, first, second, ground))
        show_lines(comparison.lines)
    elif card.has_counties:
        signs += draw(t, card.title, card.rows, ("dots", *card.key), lambda: dots_figure(t, card, ground))
        show_lines([" ".join(card.sentences)])
    if card.history["status"].ne("no_data").any() and (not card.has_counties or card.history["period"].nunique() > 1):
        st.subheader(t("chart.periods"), anchor=False)
        signs += draw(t, card.title, card.history, ("series", *card.key), lambda: series_figure(t, card, ground))
    show_marks(t, signs, card.notes, at_most=3)


def draw(t: Text, title: str, rows: pd.DataFrame, key: tuple[Hashable, ...], make: Callable[[], Figure]) -> Legend:
    """One Plotly figure with its text for a screen reader, without Plotly's English toolbar; made-up figures marked.

    `key` begins with the chart's name and tells one figure from another: each is drawn once for all its readers. Gives
    what its signs mean.
    """
    spoken = ". ".join(rows.loc[rows["status"].ne("no_data"), "spoken"])
    words = t("kind.demonstration") if rows["kind"].eq("demonstration").any() else ""

    def drawn() -> Figure:
        return marked_figure(make(), words, palette()) if words else make()

    figure = store.remembered((*key, palette()), drawn)
    st.plotly_chart(
        figure,
        theme=None,
        key=store.of_release(f"chart_{key[0]}"),
        config={"displayModeBar": False, "locale": t.language},
        alt=t("chart.alt", title=title, figures=spoken),
    )
    return store.remembered(("legend", *key, palette()), lambda: legend_of_figure(t, figure))
