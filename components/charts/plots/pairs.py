"""Dot plots of two groups per area: two genders or two periods, one above the other in each row."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import Palette
from components.charts.plots.row_marks import beyond_ends, dot_traces, edge_anchor, figure_column, state_word
from components.charts.plots.rows import Span, check_span, ordered, row_layout
from components.charts.plots.theme import SMALL, Style, group_styles, hover, records, safe, small

PAIR_OFFSET = 0.17  # of a row: the first dot sits this much above the row's middle, the second below


def paired_dots(
    frame: pd.DataFrame,
    *,
    by: Literal["gender", "period"],
    first: tuple[str, str],
    second: tuple[str, str],
    span: Span,
    unit_title: str,
    separators: str,
    palette: Palette,
    order: Sequence[str] | None = None,
    marks: Sequence[float] | None = None,
    height: int | None = None,
) -> go.Figure:
    """Two dots per area, one above the other, each with its interval, colour, shape and figure at the right.

    `first` and `second`: the code in `frame[by]` and the group's name, written at its topmost dot. Two
    genders are joined by a thin rule; two periods never are: nothing was measured between them.
    ValueError: no rows of either group, an area of `order` missing, an area twice in a group, a figure
    outside `span`.
    """
    codes = (first[0], second[0])
    rows = ordered(frame[frame[by].isin(codes)], order)
    if rows.duplicated(["area", by]).any():
        raise ValueError(f"an area has two rows of one {by}")
    check_span(rows, span)
    areas = list(dict.fromkeys(rows["area"]))
    names = dict(zip(rows["area"], rows["name"], strict=True))
    each = records(rows)
    figure = go.Figure(
        layout=row_layout(
            [safe(names[area]) for area in areas],
            ["    ".join(_figure_and_base(row)) for row in each],
            span=span,
            unit_title=unit_title,
            separators=separators,
            palette=palette,
            marks=marks,
            height=height or 102 + len(areas) * 66,
            top=26,
        )
    )
    if by == "gender":
        figure.add_traces(_rules(rows, areas, codes, palette))
    styles = group_styles(2, palette)
    for (code, label), style, above in zip((first, second), styles, (True, False), strict=True):
        group = rows[rows[by] == code]
        heights = [areas.index(area) + (-PAIR_OFFSET if above else PAIR_OFFSET) for area in group["area"]]
        figure.add_traces(dot_traces(group, heights, style, palette))
        figure.add_traces(beyond_ends(group, heights, span, style.colour))
        for height_, row in zip(heights, records(group), strict=True):
            figure.add_annotation(_pair_words(row, height_, style, palette))
        _name_group(figure, group, heights, label, style, span, above=above)
    return figure


def _figure_and_base(row: Mapping[str, Any]) -> list[str]:
    words = [row["text"], row.get("base_text", "")] if pd.notna(row["value"]) else []
    return [word for word in words if word]


def _pair_words(row: Mapping[str, Any], height: float, style: Style, palette: Palette) -> dict[str, Any]:
    if pd.isna(row["value"]):
        return state_word(row, height, palette)
    written, *base = _figure_and_base(row)
    words = "\u00a0\u00a0 ".join([f"<b>{safe(written)}</b>", *(small(words, palette) for words in base)])
    return figure_column(words, height, style.colour, hover(row["spoken"]))


def _rules(rows: pd.DataFrame, areas: Sequence[str], codes: tuple[str, str], palette: Palette) -> list[go.Scatter]:
    """A thin rule between the two dots of each area that has both figures."""
    wide = rows[rows["value"].notna()].pivot(index="area", columns="gender", values="value")
    both = wide.reindex(columns=list(codes)).dropna()
    return [
        go.Scatter(
            x=[float(pair.iloc[0]), float(pair.iloc[1])],
            y=[areas.index(str(area)) - PAIR_OFFSET, areas.index(str(area)) + PAIR_OFFSET],
            mode="lines",
            line={"color": palette.muted, "width": 1},
            opacity=0.6,
            hoverinfo="skip",
        )
        for area, pair in both.iterrows()
    ]


def _name_group(
    figure: go.Figure,
    group: pd.DataFrame,
    heights: Sequence[float],
    label: str,
    style: Style,
    span: Span,
    *,
    above: bool,
) -> None:
    """Writes the group's name at its topmost dot."""
    placed = zip(heights, group["value"], strict=True)
    named = [(height, value) for height, value in placed if pd.notna(value)]
    if not named:
        return
    height, value = min(named)
    figure.add_annotation(
        text=f"<b>{safe(label)}</b>",
        x=value,
        y=height,
        showarrow=False,
        yanchor="bottom" if above else "top",
        yshift=7 if above else -7,
        xanchor=edge_anchor(value, span),
        font={"color": style.colour, "size": SMALL + 1},
    )
