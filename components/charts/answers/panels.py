"""The same answers for several groups: one panel a group, all on one scale."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.answers.dots import column_width
from components.charts.answers.layout import LINE, RowPlan, answer_layout, end_rules, plan_rows, value_axis
from components.charts.answers.panel_marks import Panel, panel_marks, panel_name
from components.charts.answers.told import PERCENT, names_of, shared_base, told_rows
from components.charts.palette import Palette
from components.charts.plots.rows import COLUMN_GAP, Span
from components.charts.plots.theme import SMALL, lines, records, small

MOST = 5
HEAD_LETTERS = 18
HEADING = 40  # pixels for a stacked panel's name and the values below it
BETWEEN = 26  # pixels between stacked panels
LEAST_WIDTH = 640  # pixels that wide panels share at the least
ENDS_AND_MIDDLE = (0, 50, 100)


def answer_panels(
    frame: pd.DataFrame,
    *,
    unit_title: str,
    separators: str,
    palette: Palette,
    span: Span = PERCENT,
    narrow: bool = False,
) -> go.Figure:
    """A told frame's `row`s in each `panel`: beside each other, or one below the other where narrow.

    A panel in which nothing can be shown says its state once. ValueError: no rows, a row twice in a panel or
    missing there, a figure outside `span`, more than five panels.
    """
    told_rows(frame, ["panel", "row"], span)
    names, panels = names_of(frame, "row"), names_of(frame, "panel")
    missing = len(names) * len(panels) - len(frame)
    if missing or len(panels) > MOST:
        raise ValueError(f"{len(panels)} panels (at most {MOST}), {missing} rows missing")
    parts = [(title, frame[frame["panel"] == code]) for code, title in panels.items()]
    settings: dict[str, Any] = {"unit_title": unit_title, "separators": separators, "palette": palette}
    draw = _stacked if narrow else _beside
    return draw(parts, names, column_width(records(frame)), span, settings)


def _beside(
    parts: list[tuple[str, pd.DataFrame]], names: dict[str, str], column: float, span: Span, settings: dict[str, Any]
) -> go.Figure:
    palette = settings["palette"]
    plan = plan_rows(names, {}, palette, narrow=False)
    heads = [_head(title, shared_base(rows), palette) for title, rows in parts]
    top = 12 + LINE * max(1 + head.count("<br>") for head in heads)
    figure = go.Figure(layout=answer_layout(plan, right=4, top=top, **settings))
    slot, taken = 1 / len(parts), (COLUMN_GAP + column) / LEAST_WIDTH
    for number, (head, (_, rows)) in enumerate(zip(heads, parts, strict=True), start=1):
        start, end = (number - 1) * slot, number * slot - min(taken, 0.6 * slot)
        axis = "" if number == 1 else str(number)
        ticks = value_axis(span, palette, ENDS_AND_MIDDLE) | {"domain": (start, end), "anchor": "y"}
        figure.update_layout({f"xaxis{axis}": ticks})
        for rule in end_rules(span, palette, f"x{axis}"):
            figure.add_shape(rule)
        figure.add_annotation(panel_name(head, start, palette))
        panel_marks(figure, Panel(rows, plan.marks, f"x{axis}", start, end, span), palette)
    return figure


def _stacked(
    parts: list[tuple[str, pd.DataFrame]], names: dict[str, str], column: float, span: Span, settings: dict[str, Any]
) -> go.Figure:
    palette = settings["palette"]
    starts, plans = [], []
    y = 0.0
    for number, _ in enumerate(parts):
        starts.append(y)
        keyed = {f"{number} {code}": name for code, name in names.items()}
        plans.append(plan_rows(keyed, {}, palette, narrow=True, start=y + HEADING))
        y = plans[-1].height + BETWEEN
    labels = {code: label for plan in plans for code, label in plan.labels.items()}
    tops = {code: top for plan in plans for code, top in plan.tops.items()}
    whole = RowPlan(labels, tops, {}, y - BETWEEN, narrow=True)
    figure = go.Figure(layout=answer_layout(whole, right=COLUMN_GAP + column, **settings))
    figure.layout.xaxis = value_axis(span, palette)
    figure.layout.shapes = end_rules(span, palette)
    for number, (start, plan, (title, rows)) in enumerate(zip(starts, plans, parts, strict=True)):
        base = shared_base(rows)
        head = f"<b>{lines(title, 40)}</b>" + (f"\u00a0\u00a0 {small(base, palette)}" if base else "")
        figure.add_annotation(panel_name(head, 0, palette, y=start))
        for value in (tick for tick in ENDS_AND_MIDDLE if span[0] <= tick <= span[1]):
            figure.add_annotation(_tick(value, start + HEADING - LINE + 4, palette))
        marks = {code: plan.marks[f"{number} {code}"] for code in names}
        panel_marks(figure, Panel(rows, marks, "x", 0, 1, span), palette)
    return figure


def _head(title: str, base: str, palette: Palette) -> str:
    name = f"<b>{lines(title, HEAD_LETTERS)}</b>"
    return f"{name}<br>{small(base, palette)}" if base else name


def _tick(value: float, y: float, palette: Palette) -> dict[str, Any]:
    """A value of the axis, repeated at the head of a stacked panel, far from the axis itself."""
    font = {"size": SMALL, "color": palette.muted}
    return {"text": f"{value:g}", "x": value, "y": y, "yanchor": "middle", "showarrow": False, "font": font} | {
        "bgcolor": palette.paper,
        "borderpad": 2,
    }
