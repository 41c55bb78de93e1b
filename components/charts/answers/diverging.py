"""A scale question by group: one bar each, the low answers to the left of a middle line, the high ones to the right."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.answers.bars import LEAST_TYPE, answer_colours, bar_traces, key_lines
from components.charts.answers.layout import LINE, answer_layout, plan_rows
from components.charts.answers.notes import key_note, note_at
from components.charts.answers.scale import APART, STEP, Scale, scale_of, shares_by_group, whole
from components.charts.answers.told import PERCENT, names_of, shown, told_rows
from components.charts.palette import Palette
from components.charts.plots.row_marks import state_word
from components.charts.plots.rows import COLUMN_GAP
from components.charts.plots.theme import SMALL, rough_width

BAR_ZONE = 34


def diverging_bars(
    frame: pd.DataFrame,
    *,
    negative: Sequence[str],
    neutral: str | None,
    positive: Sequence[str],
    separators: str,
    palette: Palette,
    unit_title: str = "",
    ends: tuple[float, float] | None = None,
    narrow: bool = False,
) -> go.Figure:
    """One bar per `row` from the shares of its `answer`s; the neutral answer stands apart, on an axis of its own.

    Split over the middle line it would shift both sides and make them hard to compare between groups. Shares are
    printed where they fit, unreliable ones hatched, the base at the right; a group with a hidden share has its
    state in words instead of a bar. `ends` (points left and right of the middle) holds the axis over several
    pictures; without it the axis ends at the next multiples of 20. ValueError: no rows, an answer twice, missing or
    too many in a row, a share outside 0 to 100, shares of more than 102 together, a bar beyond `ends`.
    """
    told_rows(frame, ["row", "answer"], PERCENT)
    answers = (*negative, *([neutral] if neutral else []), *positive)
    groups = shares_by_group(frame, answers)
    scale = scale_of(groups, tuple(negative), neutral, tuple(positive), ends)
    bases = {code: str(next(iter(shares.values()))["base_text"]) for code, shares in groups.items()}
    plan = plan_rows(names_of(frame, "row"), bases if narrow else {}, palette, narrow=narrow, zone=BAR_ZONE)
    colours = answer_colours(scale, palette)
    key = key_lines(scale, names_of(frame, "answer"), colours, narrow=narrow)
    column = 0 if narrow else COLUMN_GAP + max(rough_width(base, SMALL) for base in bases.values())
    top = 16 + LINE * len(key)
    figure = go.Figure(
        layout=answer_layout(
            plan, unit_title=unit_title, separators=separators, palette=palette, right=column + 8, top=top
        )
    )
    _draw_axes(figure, scale, palette)
    figure.add_traces(bar_traces(groups, scale, colours, plan.marks, palette))
    figure.add_annotation(key_note(key, palette))
    for code, shares in groups.items():
        if code not in whole(groups):
            figure.add_annotation(state_word(_hidden(shares), plan.marks[code], palette))
        if not narrow:
            height = plan.marks[code]
            figure.add_annotation(note_at(bases[code], height, shift=COLUMN_GAP, colour=palette.muted, size=SMALL))
    return figure


def _hidden(shares: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    return next(row for row in shares.values() if not shown(dict(row)))


def _draw_axes(figure: go.Figure, scale: Scale, palette: Palette) -> None:
    """Two axes on which a point is equally wide; both count up from their line, to the left as to the right."""
    figure.update_layout(barmode="overlay", uniformtext={"mode": "hide", "minsize": LEAST_TYPE})
    figure.layout.xaxis = _axis(-scale.left, scale.right, palette) | {"domain": (0, scale.end)}
    lines = [("x", 0.0)]
    if scale.neutral:
        figure.layout.xaxis2 = _axis(0, scale.apart, palette) | {"domain": (scale.end + APART, 1), "anchor": "y"}
        lines.append(("x2", 0.0))
    for xref, x in lines:
        figure.add_vline(x=x, xref=xref, line={"color": palette.muted, "width": 1.5}, layer="above")


def _axis(low: float, high: float, palette: Palette) -> dict[str, Any]:
    values = [step * STEP for step in range(round(low / STEP), round(high / STEP) + 1)]
    return {
        "range": (low, high),
        "fixedrange": True,
        "gridcolor": palette.grid,
        "zeroline": False,
        "ticks": "",
        "ticklabelstandoff": 4,
        "tickvals": values,
        "ticktext": [f"{abs(value):g}" for value in values],
        "tickfont": {"size": SMALL, "color": palette.muted},
    }
