"""What stands in one panel: its name, dots with intervals, figures in a column of its own, states in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.answers.dots import NARROW_DOT
from components.charts.answers.notes import two_lines
from components.charts.answers.told import Row, shared_base, shown
from components.charts.palette import Palette
from components.charts.plots.row_marks import beyond_ends, dot_traces, state_word
from components.charts.plots.rows import COLUMN_GAP, Span
from components.charts.plots.theme import SIZE, Style, hover, lines, records

WIDE_STATE, NARROW_STATE = 18, 40  # letters of a line: a panel beside others is the narrower one


@dataclass(frozen=True)
class Panel:
    """A panel's rows, the heights of their marks, its value axis, and its sides as parts of the plot's width."""

    rows: pd.DataFrame
    marks: Mapping[str, float]
    axis: str
    start: float
    end: float
    span: Span


def panel_marks(figure: go.Figure, panel: Panel, palette: Palette) -> None:
    """Puts the panel's dots, figures and states into `figure`."""
    style = Style(palette.accent, "circle")
    heights = [panel.marks[code] for code in panel.rows["row"]]
    for trace in dot_traces(panel.rows.assign(area=panel.rows["row"]), heights, style, palette):
        figure.add_trace(trace.update(xaxis=panel.axis, marker_size=NARROW_DOT))
    for trace in beyond_ends(panel.rows, heights, panel.span, style.colour):
        figure.add_trace(trace.update(xaxis=panel.axis))
    each = records(panel.rows)
    base_known = bool(shared_base(panel.rows))
    if not any(shown(row) for row in each) and len({row["text"] for row in each}) == 1:
        figure.add_annotation(_state(each[0], sum(heights) / len(heights), panel, palette))
        return
    for row in each:
        height = panel.marks[row["row"]]
        note = _figure(row, height, panel, palette, base_known=base_known) if shown(row) else None
        figure.add_annotation(note or _state(row, height, panel, palette))


def panel_name(head: str, start: float, palette: Palette, *, y: float | None = None) -> dict[str, Any]:
    """The panel's heading: above the plot, or at the height `y` in it; markup is the caller's."""
    place = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 6} if y is None else {"y": y, "yanchor": "top"}
    return {
        "text": head,
        "x": start,
        "xref": "paper",
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
        "bgcolor": palette.paper,
        "font": {"color": palette.ink, "size": SIZE},
        **place,
    }


def _figure(row: Row, height: float, panel: Panel, palette: Palette, *, base_known: bool) -> dict[str, Any]:
    second = (row["interval_text"],) if base_known else (row["interval_text"], row["base_text"])
    return {
        "text": two_lines(row["text"], " · ".join(word for word in second if word), palette),
        "x": panel.end,
        "xref": "paper",
        "xanchor": "left",
        "xshift": COLUMN_GAP - 4,
        "y": height,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": palette.ink},
        "hovertext": hover(row["spoken"]),
    }


def _state(row: Row, height: float, panel: Panel, palette: Palette) -> dict[str, Any]:
    word = f"<i>{lines(row['text'], NARROW_STATE if panel.end - panel.start == 1 else WIDE_STATE)}</i>"
    return state_word(row, height, palette) | {"text": word, "x": panel.start}
