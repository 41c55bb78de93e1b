"""What stands in a row of a dot plot: dots with intervals, arrowheads, figure, state."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import Colour, Palette
from components.charts.plots.rows import COLUMN_GAP, Span
from components.charts.plots.theme import Style, hover, markers, safe


def dot_traces(frame: pd.DataFrame, heights: Sequence[float], style: Style, palette: Palette) -> list[go.Scatter]:
    """A trace of figures with an interval and one of those without; rows without a figure are in neither."""
    placed = frame.assign(_height=list(heights))
    placed = placed[placed["value"].notna()]
    bounded = placed["value_low"].notna() & placed["value_upp"].notna()
    return [
        _trace(part, style, palette, intervals=intervals)
        for part, intervals in ((placed[bounded], True), (placed[~bounded], False))
        if not part.empty
    ]


def _trace(part: pd.DataFrame, style: Style, palette: Palette, *, intervals: bool) -> go.Scatter:
    bars: dict[str, Any] = {
        "type": "data",
        "symmetric": False,
        "thickness": 1.8,
        "width": 5,
        "color": style.colour,
        "array": (part["value_upp"] - part["value"]).tolist(),
        "arrayminus": (part["value"] - part["value_low"]).tolist(),
    }
    return go.Scatter(
        x=part["value"].tolist(),
        y=part["_height"].tolist(),
        mode="markers",
        cliponaxis=False,
        marker=markers((part["status"] != "unreliable").tolist(), style, palette),
        error_x=bars if intervals else None,
        customdata=part["area"].tolist(),
        hovertext=[hover(sentence) for sentence in part["spoken"]],
        hoverinfo="text",
    )


def beyond_ends(frame: pd.DataFrame, heights: Sequence[float], span: Span, colour: Colour) -> list[go.Scatter]:
    """Small arrowheads at the ends of the axis where an interval runs on past it."""
    heads = [
        (span[end], height, symbol)
        for low, upp, height in zip(frame["value_low"], frame["value_upp"], heights, strict=True)
        for end, symbol, past in ((0, "triangle-left", low < span[0]), (1, "triangle-right", upp > span[1]))
        if past
    ]
    if not heads:
        return []
    x, y, symbols = (list(part) for part in zip(*heads, strict=True))
    return [
        go.Scatter(
            x=x,
            y=y,
            mode="markers",
            hoverinfo="skip",
            cliponaxis=False,
            marker={"symbol": symbols, "size": 9, "color": colour, "opacity": 1},
        )
    ]


def figure_column(words: str, height: float, colour: Colour, hovered: str = "") -> dict[str, Any]:
    """A figure in the column at the right, clear of intervals and of the reference line."""
    return {
        "text": words,
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": COLUMN_GAP,
        "y": height,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": colour},
        "hovertext": hovered,
    }


def state_word(row: Mapping[str, Any], height: float, palette: Palette) -> dict[str, Any]:
    """The state of a row without a figure, in words, where its dot would have been."""
    return {
        "text": f"<i>{safe(row['text'])}</i>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 4,
        "y": height,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": palette.muted},
        "bgcolor": palette.paper,
        "borderpad": 2,
        "hovertext": hover(row["spoken"]),
    }


def edge_anchor(value: float, span: Span) -> str:
    """How to anchor a label at this value so that it stays inside the plot."""
    share = (value - span[0]) / (span[1] - span[0])
    return "left" if share < 0.3 else "right" if share > 0.7 else "center"
