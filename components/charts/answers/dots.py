"""Every answer of one question for one population: dot, 95 % interval, figure."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.charts.answers.layout import RowPlan, answer_layout, end_rules, plan_rows, value_axis
from components.charts.answers.notes import note_at, two_lines
from components.charts.answers.told import PERCENT, Row, by_row, names_of, shared_base, shown, told_rows
from components.charts.palette import Palette
from components.charts.plots.row_marks import beyond_ends, dot_traces, state_word
from components.charts.plots.rows import COLUMN_GAP, Span
from components.charts.plots.theme import DOT, SIZE, SMALL, Style, hover, rough_width

NARROW_DOT = 10  # a larger dot would cover short intervals where a point is two pixels wide


def answer_dots(
    frame: pd.DataFrame,
    *,
    unit_title: str,
    separators: str,
    palette: Palette,
    span: Span = PERCENT,
    narrow: bool = False,
) -> go.Figure:
    """One row per `row` of a told frame, in its order. A base that all rows share is said once, after the unit.

    Hollow where unreliable; where there is no figure the state's word stands in the row.
    ValueError: no rows, a row twice, a figure outside `span`.
    """
    rows = by_row(told_rows(frame, ["row"], span))
    base = shared_base(frame)
    notes = {} if base else {code: row["base_text"] for code, row in rows.items()}
    plan = plan_rows(names_of(frame, "row"), notes, palette, narrow=narrow)
    figure = go.Figure(
        layout=answer_layout(
            plan,
            unit_title=" · ".join(word for word in (unit_title, base) if word),
            separators=separators,
            palette=palette,
            right=COLUMN_GAP + column_width(list(rows.values())),
        )
    )
    draw_rows(figure, frame, plan, span, palette)
    return figure


def draw_rows(figure: go.Figure, frame: pd.DataFrame, plan: RowPlan, span: Span, palette: Palette) -> None:
    """Axis, dots with intervals and the column of figures, put into `figure` at the plan's heights."""
    style = Style(palette.accent, "circle")
    heights = [plan.marks[code] for code in frame["row"]]
    figure.layout.xaxis = value_axis(span, palette)
    figure.layout.shapes = end_rules(span, palette)
    for trace in dot_traces(frame.assign(area=frame["row"]), heights, style, palette):
        figure.add_trace(trace.update(marker_size=NARROW_DOT if plan.narrow else DOT))
    figure.add_traces(beyond_ends(frame, heights, span, style.colour))
    for code, row in by_row(frame).items():
        height = plan.marks[code]
        if shown(row):
            words = two_lines(row["text"], row["interval_text"], palette)
            spoken = hover(row["spoken"])
            figure.add_annotation(
                note_at(words, height, shift=COLUMN_GAP, colour=palette.ink, size=SIZE, hovered=spoken)
            )
        else:
            figure.add_annotation(state_word(row, height, palette))


def column_width(rows: Sequence[Row]) -> float:
    """Pixels for the widest figure or interval; a state's word stands elsewhere."""
    figures = [rough_width(row["text"], SIZE) * 1.06 for row in rows if shown(row)]
    intervals = [rough_width(row["interval_text"], SMALL) for row in rows if shown(row)]
    return 8 + max([*figures, *intervals], default=0)
