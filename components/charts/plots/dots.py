"""Dot plots of areas: a figure with its 95 % interval per row, alone (here) or two by two (`pairs`)."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import Palette
from components.charts.plots.pairs import paired_dots
from components.charts.plots.row_marks import beyond_ends, dot_traces, edge_anchor, figure_column, state_word
from components.charts.plots.rows import Span, check_span, ordered, row_layout
from components.charts.plots.theme import SMALL, Style, hover, records, rough_width, safe, small
from data.model.dimensions import COUNTIES, FOCUS

__all__ = ["county_dots", "paired_dots"]


def county_dots(
    frame: pd.DataFrame,
    *,
    span: Span,
    unit_title: str,
    separators: str,
    palette: Palette,
    reference: tuple[float, str] | None = None,
    names: Mapping[str, str] | None = None,
    order: Sequence[str] | None = None,
    marks: Sequence[float] | None = None,
    height: int | None = None,
) -> go.Figure:
    """One row per area: name and base, dot with its interval on a fixed scale, figure at the right.

    Hollow where unreliable; where there is no figure the state's word stands in the row. Counties outside the
    focus are grey. `reference` (the country's value and its label) is a dotted line; `marks` are the ticks.
    ValueError: no rows, an area twice or of `order` missing, a figure outside `span`.
    """
    rows = ordered(frame, order)
    if rows["area"].duplicated().any():
        raise ValueError("an area has two rows; choose one gender, age and period")
    check_span(rows, span)
    heights = list(range(len(rows)))
    each = records(rows)
    figure = go.Figure(
        layout=row_layout(
            [_name_and_base(row, names or {}, palette) for row in each],
            [max(_shown(row), key=rough_width) for row in each],
            span=span,
            unit_title=unit_title,
            separators=separators,
            palette=palette,
            marks=marks,
            height=height or 90 + len(rows) * (56 if len(rows) <= 6 else 42),
            top=34 if reference else 14,
        )
    )
    if reference:
        _draw_reference(figure, reference, span, palette)
    outside = (rows["area"].isin(COUNTIES) & ~rows["area"].isin(FOCUS)).tolist()
    for colour, wanted in ((palette.accent, False), (palette.muted, True)):
        chosen = [other is wanted for other in outside]
        kept = [height for height, keep in zip(heights, chosen, strict=True) if keep]
        figure.add_traces(dot_traces(rows[chosen], kept, Style(colour, "circle"), palette))
        figure.add_traces(beyond_ends(rows[chosen], kept, span, colour))
    for height_, row in zip(heights, each, strict=True):
        if pd.isna(row["value"]):
            figure.add_annotation(state_word(row, height_, palette))
        else:
            written, *second = _shown(row)
            words = "<br>".join([f"<b>{safe(written)}</b>", *(small(words, palette) for words in second)])
            figure.add_annotation(figure_column(words, height_, palette.ink, hover(row["spoken"])))
    return figure


def _name_and_base(row: Mapping[str, Any], names: Mapping[str, str], palette: Palette) -> str:
    name = safe(names.get(row["area"], row["name"]))
    base = row.get("base_text", "")
    return f"{name}<br>{small(base, palette)}" if base else name


def _shown(row: Mapping[str, Any]) -> list[str]:
    """The figure and, where there is one, its interval: what the right-hand column says."""
    words = [row["text"], row.get("interval_text", "")] if pd.notna(row["value"]) else []
    return [word for word in words if word] or [""]


def _draw_reference(figure: go.Figure, reference: tuple[float, str], span: Span, palette: Palette) -> None:
    value, label = reference
    if not span[0] <= value <= span[1]:
        raise ValueError(f"the reference {value} lies outside the scale {span}")
    figure.add_shape(
        type="line",
        x0=value,
        x1=value,
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"color": palette.reference, "width": 1.6, "dash": "dot"},
    )
    figure.add_annotation(
        text=safe(label),
        x=value,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=4,
        showarrow=False,
        xanchor=edge_anchor(value, span),
        font={"color": palette.reference, "size": SMALL + 1},
    )
