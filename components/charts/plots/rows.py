"""Rows of areas: what horizontal dot plots share (order, axes, room for the right-hand column)."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import Palette
from components.charts.plots.theme import (
    SMALL,
    base_layout,
    lines,
    rough_width,
    tick_format,
)

COLUMN_GAP = 14
TITLE_CHARACTERS = 46

Span = tuple[float, float]


def ordered(frame: pd.DataFrame, order: Sequence[str] | None) -> pd.DataFrame:
    """The rows of `order`'s areas in that order (all, as they come, for None).

    ValueError: no row at all, an area of `order` that has none.
    """
    if frame.empty:
        raise ValueError("no rows to draw; say so in a sentence instead of an empty figure")
    if order is None:
        return frame
    missing = [area for area in order if area not in set(frame["area"])]
    if missing:
        raise ValueError(f"no row for {', '.join(missing)}")
    place = {area: index for index, area in enumerate(order)}
    kept = frame[frame["area"].isin(order)]
    return kept.sort_values("area", key=lambda areas: areas.map(place), kind="stable")


def check_span(frame: pd.DataFrame, span: Span) -> None:
    """ValueError when a figure lies outside the ends: a fixed scale must hold every figure it shows."""
    values = frame["value"].dropna()
    outside = values[(values < span[0]) | (values > span[1])]
    if not outside.empty:
        raise ValueError(f"{outside.iloc[0]} lies outside the scale {span}")


def row_layout(
    labels: Sequence[str],
    column: Sequence[str],
    *,
    span: Span,
    unit_title: str,
    separators: str,
    palette: Palette,
    marks: Sequence[float] | None,
    height: int,
    top: int,
) -> go.Layout:
    """Fixed value axis below, one labelled row per area, and room at the right for the widest of `column`."""
    layout = base_layout(palette, separators, height)
    layout.margin = {
        "l": 8,
        "t": top,
        "b": 58,
        "r": COLUMN_GAP + 10 + max(rough_width(words) for words in column),
    }
    layout.xaxis = {
        "range": span,
        "fixedrange": True,
        "gridcolor": palette.grid,
        "zeroline": False,
        "automargin": True,
        "ticks": "",
        "ticklabelstandoff": 6,
        "tickfont": {"size": SMALL, "color": palette.muted},
        "showline": False,
        "title": {
            "text": lines(unit_title, TITLE_CHARACTERS),
            "standoff": 14,
            "font": {"size": SMALL, "color": palette.muted},
        },
        **({"tickvals": list(marks), "tickformat": tick_format(marks)} if marks else {"nticks": 6}),
    }
    layout.yaxis = {
        "range": (len(labels) - 0.5, -0.5),
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickvals": list(range(len(labels))),
        "ticktext": list(labels),
        "automargin": True,
        "ticks": "",
        "ticklabelstandoff": 8,
        # Plotly leaves out grid lines at the very ends of an axis; the frame's sides stand in for them.
        "showline": True,
        "mirror": True,
        "linecolor": palette.grid,
        "linewidth": 1,
        "layer": "below traces",
    }
    return layout
