"""The traces of a series: its line with the gaps it must have, its marks with their intervals."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import Palette
from components.charts.plots.moments import Group, Plan
from components.charts.plots.theme import hover, markers


def line_trace(group: Group, plan: Plan, gaps: Sequence[int]) -> go.Scatter:
    """The group's values in time order; None wherever the line must not pass."""
    values = dict(zip(group.rows["period"], group.rows["value"], strict=True))
    x: list[float | None] = []
    y: list[float | None] = []
    for index, period in enumerate(plan.periods):
        value = values.get(period, float("nan"))
        x.append(index + group.shift)
        y.append(None if pd.isna(value) else float(value))
        if index in gaps:
            x.append(None)
            y.append(None)
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        connectgaps=False,
        hoverinfo="skip",
        line={"color": group.style.colour, "width": 1.6},
    )


def mark_traces(group: Group, plan: Plan, palette: Palette) -> list[go.Scatter]:
    """Up to two traces: figures with intervals, figures without; what is not shown has no mark."""
    rows = group.rows.assign(_x=[plan.place(period) + group.shift for period in group.rows["period"]])
    rows = rows.sort_values("_x")
    hidden = rows["value"].isna()
    bounded = rows["value_low"].notna() & rows["value_upp"].notna() & ~hidden
    traces = []
    kinds = {"bounded": bounded, "bare": ~bounded & ~hidden}
    for kind, chosen in kinds.items():
        part = rows[chosen]
        if part.empty:
            continue
        mark = markers((part["status"] == "ok").tolist(), group.style, palette)
        traces.append(
            go.Scatter(
                x=part["_x"].tolist(),
                y=part["value"].tolist(),
                mode="markers",
                marker=mark,
                cliponaxis=False,
                name=kind,
                hovertext=[hover(sentence) for sentence in part["spoken"]],
                hoverinfo="text",
                error_y=_bars(part, group) if kind == "bounded" else None,
            )
        )
    return traces


def _bars(part: pd.DataFrame, group: Group) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "thickness": 1.8,
        "width": 5,
        "color": group.style.colour,
        "array": (part["value_upp"] - part["value"]).tolist(),
        "arrayminus": (part["value"] - part["value_low"]).tolist(),
    }


def break_rule(gap: int, palette: Palette) -> dict[str, Any]:
    """The dotted upright where figures stop being comparable, after the period at place `gap`."""
    return {
        "type": "line",
        "x0": gap + 0.5,
        "x1": gap + 0.5,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "layer": "below",
        "line": {"color": palette.muted, "width": 1, "dash": "dot"},
    }
