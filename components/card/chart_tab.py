"""The card's charts: the counties with their intervals, and the measure over its reference periods."""

import pandas as pd
import streamlit as st

from components.appearance import palette
from components.card.comparison import Comparison, rows_shown
from components.card.model import Card
from components.card.pictures import dots_figure, paired_figure, series_figure
from components.charts.demonstration import marked_figure
from components.charts.plots.theme import Figure
from components.legend import show_states
from components.notices import show_lines, show_notes
from i18n import Text


def show_chart(t: Text, card: Card, comparison: Comparison | None) -> None:
    """At most two figures; where there is nothing to draw, the sentence that says why."""
    if comparison:
        figure = paired_figure(t, comparison.first, comparison.second, palette())
        draw(t, figure, comparison.title, comparison.rows, "paired")
        show_lines(comparison.lines)
    elif card.has_counties:
        draw(t, dots_figure(t, card, palette()), card.title, card.rows, "dots")
        show_lines([" ".join(card.sentences)])
    if card.history["status"].ne("no_data").any() and (not card.has_counties or card.history["period"].nunique() > 1):
        st.subheader(t("chart.periods"), anchor=False)
        draw(t, series_figure(t, card, palette()), card.title, card.history, "series")
    show_states(t, rows_shown(card, comparison))
    show_notes(t, card.notes, at_most=3)


def draw(t: Text, figure: Figure, title: str, rows: pd.DataFrame, key: str) -> None:
    """One Plotly figure with its text for a screen reader, without Plotly's English toolbar; made-up figures marked."""
    spoken = ". ".join(rows.loc[rows["status"].ne("no_data"), "spoken"])
    if rows["kind"].eq("demonstration").any():
        figure = marked_figure(figure, t("kind.demonstration"), palette())
    st.plotly_chart(
        figure,
        theme=None,
        key=f"chart_{key}",
        config={"displayModeBar": False, "locale": t.language},
        alt=t("chart.alt", title=title, figures=spoken),
    )
