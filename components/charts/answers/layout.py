"""Rows measured in pixels: labels of any length at the left, or above their marks where the picture is narrow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from components.charts.palette import Palette
from components.charts.plots.rows import Span
from components.charts.plots.theme import SMALL, base_layout, lines, small, tick_format

NARROW_LETTERS, WIDE_LETTERS = 42, 34  # of a row's name, a line
NARROW_TITLE, WIDE_TITLE = 48, 90
LINE = 18  # pixels from line to line
ZONE = 38  # height of the marks and their two lines of figures
GAP = 10  # between two rows
LIFT = 3  # pixels that a label's ground reaches over its row, so that no grid line peeps out
FOOT = 30  # from the axis to the unit's line
TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class RowPlan:
    """Where rows stand, in pixels from the plot's top: `tops` of labels, middles of marks by code, total `height`."""

    labels: Mapping[str, str]
    tops: Mapping[str, float]
    marks: Mapping[str, float]
    height: float
    narrow: bool


def plan_rows(
    names: Mapping[str, str],
    notes: Mapping[str, str],
    palette: Palette,
    *,
    narrow: bool,
    zone: float = ZONE,
    words: Mapping[str, float] | None = None,
    start: float = 0,
) -> RowPlan:
    """Rows one below the other by code. `notes` (a base) stand after the name in small type, `zone` is the height
    of the marks, `words` that of a row's sentences (beside the marks, under them where narrow), `start` the first
    row's top."""
    labels, tops, marks = {}, {}, {}
    y = start + (0 if narrow else GAP / 2)
    for code, name in names.items():
        note, spoken = notes.get(code, ""), (words or {}).get(code, 0)
        label = lines(name, NARROW_LETTERS if narrow else WIDE_LETTERS)
        between = "\u00a0\u00a0 " if narrow else "<br>"
        labels[code] = f"{label}{between}{small(note, palette)}" if note else label
        tall = LINE * (1 + labels[code].count("<br>"))
        tops[code] = y
        high = tall + zone + spoken if narrow else max(tall, zone, spoken)
        marks[code] = y + (tall + zone / 2 if narrow else high / 2)
        y += high + (2 * GAP if narrow and spoken else GAP)
    return RowPlan(labels, tops, marks, y, narrow)


def answer_layout(
    plan: RowPlan, *, unit_title: str, separators: str, palette: Palette, right: float, top: float = 8
) -> go.Layout:
    """The rows' names, the unit below the axis, `right` pixels for columns; value axes are for the caller."""
    title = lines(unit_title, NARROW_TITLE if plan.narrow else WIDE_TITLE)
    bottom = FOOT + 8 + (LINE * (1 + title.count("<br>")) if title else 0)
    layout = base_layout(palette, separators, round(plan.height + top + bottom))
    layout.margin = {"l": 8, "r": right, "t": top, "b": bottom}
    layout.yaxis = {
        "range": (plan.height, 0),
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "tickvals": [] if plan.narrow else list(plan.marks.values()),
        "ticktext": [] if plan.narrow else list(plan.labels.values()),
        "automargin": not plan.narrow,
        "ticklabelstandoff": 10,
        "showline": False,
    }
    above = [_label_above(plan, code, palette) for code in plan.labels] if plan.narrow else []
    layout.annotations = [*above, *([_unit(title, palette)] if title else [])]
    return layout


def value_axis(span: Span, palette: Palette, ticks: Sequence[float] = TICKS) -> dict[str, Any]:
    """A fixed axis with quiet lines; the two at its ends are `end_rules`, which Plotly leaves out."""
    held = [tick for tick in ticks if span[0] <= tick <= span[1]]
    return {
        "range": span,
        "fixedrange": True,
        "gridcolor": palette.grid,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "ticklabelstandoff": 4,
        "tickfont": {"size": SMALL, "color": palette.muted},
        # Without a list Plotly counts by itself: a scale of scores from 1 to 5.
        **({"tickvals": held, "tickformat": tick_format(held)} if len(held) > 2 else {"nticks": 6}),
    }


def end_rules(span: Span, palette: Palette, xref: str = "x") -> list[dict[str, Any]]:
    """The grid lines at the two ends of an axis."""
    line = {"color": palette.grid, "width": 1}
    return [
        {"type": "line", "x0": x, "x1": x, "xref": xref, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
        | {"line": line}
        for x in span
    ]


def _label_above(plan: RowPlan, code: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": plan.labels[code],
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": plan.tops[code],
        "yanchor": "top",
        "yshift": LIFT,
        "align": "left",
        "showarrow": False,
        "bgcolor": palette.paper,  # so that no grid line runs through the words
        "font": {"color": palette.ink},
    }


def _unit(title: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": title,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 0,
        "yref": "paper",
        "yanchor": "top",
        "yshift": -FOOT,
        "align": "left",
        "showarrow": False,
        "font": {"size": SMALL, "color": palette.muted},
    }
