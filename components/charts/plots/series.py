"""Values over reference periods, for the country or for counties."""

from collections.abc import Mapping, Sequence
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import Palette
from components.charts.plots.moments import Group, Plan, breaks_after, moments, needs_upright, value_range
from components.charts.plots.series_traces import break_rule, line_trace, mark_traces
from components.charts.plots.theme import SMALL, base_layout, group_styles, lines, rough_width
from components.charts.plots.values import end_labels, value_labels

TITLE_CHARACTERS = 46
PERIOD_CHARACTERS = 10


def series_dots(
    frame: pd.DataFrame,
    *,
    joined: bool,
    unit_title: str,
    separators: str,
    palette: Palette,
    by: Literal["gender", "age", "area"] | None = None,
    labels: Mapping[str, str] | None = None,
    breaks: Sequence[str] = (),
    span: tuple[float, float] | None = None,
    height: int | None = None,
) -> go.Figure:
    """Dots over `frame.period_text` in time order, evenly spaced, with intervals where there are any.

    `joined` draws a line between neighbouring periods, never across one of `breaks` nor over a period
    without a figure; survey rounds are never joined. `by` gives each code of `labels` its colour, shape and
    a label at the right. A figure that is not shown has no mark, which would say nought, but its text (`<5`).
    With more than two joined groups only the last value is printed, beside the group's label.
    ValueError: no rows, two rows for one period of a group, a code without a label, a figure outside `span`.
    """
    if frame.empty:
        raise ValueError("no rows to draw; say so in a sentence instead of an empty figure")
    periods = moments(frame)
    groups = _groups(frame, by, labels, palette, joined=joined)
    plan = Plan(
        periods=tuple(periods),
        span=value_range(frame, span),
        height=height or 340,
        joined=joined,
        several=by is not None,
        upright=needs_upright(groups, periods, joined=joined),
    )
    figure = go.Figure(layout=_layout(frame, plan, groups, unit_title, separators, palette))
    gaps = breaks_after(plan.periods, breaks)
    for gap in gaps:
        figure.add_shape(break_rule(gap, palette))
    for group in groups:
        if joined:
            figure.add_trace(line_trace(group, plan, gaps))
        figure.add_traces(mark_traces(group, plan, palette))
    for label in (*value_labels(groups, plan, palette), *end_labels(groups, plan)):
        figure.add_annotation(label)
    return figure


def _groups(
    frame: pd.DataFrame, by: str | None, labels: Mapping[str, str] | None, palette: Palette, *, joined: bool
) -> list[Group]:
    named = dict(labels or {}) if by else {"": ""}
    codes = frame[by] if by else pd.Series("", index=frame.index)
    unnamed = sorted(set(codes) - set(named))
    if unnamed:
        raise ValueError(f"no label for {', '.join(unnamed)}")
    present = [code for code in named if (codes == code).any()]
    step = 0 if joined else min(0.2, 0.6 / len(present))
    groups = []
    for index, (code, style) in enumerate(zip(present, group_styles(len(present), palette), strict=True)):
        rows = frame[codes == code]
        if rows["period"].duplicated().any():
            raise ValueError("a period has two rows in one group; name what tells them apart in `by`")
        groups.append(Group(named[code], style, rows, shift=(index - (len(present) - 1) / 2) * step))
    return groups


def _layout(
    frame: pd.DataFrame,
    plan: Plan,
    groups: Sequence[Group],
    unit_title: str,
    separators: str,
    palette: Palette,
) -> go.Layout:
    texts = dict(zip(frame["period"], frame["period_text"], strict=True))
    quiet = {"size": SMALL, "color": palette.muted}
    title = lines(unit_title, TITLE_CHARACTERS)
    right = max((rough_width(words) for words in plan.end_words(groups)), default=0)
    layout = base_layout(palette, separators, plan.height)
    layout.margin = {"l": 8, "r": right + 22, "t": plan.top + 16 * title.count("<br>"), "b": plan.bottom}
    layout.xaxis = {
        "range": (-0.5, len(plan.periods) - 0.5),
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "layer": "below traces",
        "linecolor": palette.grid,
        "ticklabelstandoff": 4,
        "tickvals": list(range(len(plan.periods))),
        "ticks": "",
        "automargin": True,
        "tickfont": quiet,
        "ticktext": [lines(texts[period], PERIOD_CHARACTERS) for period in plan.periods],
    }
    layout.yaxis = {
        "range": plan.span,
        "fixedrange": True,
        "gridcolor": palette.grid,
        "nticks": 5,
        "automargin": True,
        "zeroline": False,
        "ticklabelstandoff": 4,
        "ticks": "",
        "tickfont": quiet,
        "exponentformat": "none",
        "separatethousands": plan.span[1] >= 10_000,
        "tickformat": ".2f" if plan.span[1] - plan.span[0] < 1 else None,
    }
    layout.annotations = [
        {
            "text": title,
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": plan.top - 24,
            "align": "left",
            "showarrow": False,
            "font": quiet,
        }
    ]
    return layout
