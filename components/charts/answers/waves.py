"""Two waves of a survey: two dots per row, never joined, and beside them what can be said of the difference."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts.answers.layout import LINE, RowPlan, answer_layout, end_rules, plan_rows, value_axis
from components.charts.answers.notes import key_note, note_at
from components.charts.answers.told import PERCENT, Row, by_row, names_of, shown, told_rows
from components.charts.answers.wave_words import change_height, change_note, change_width, loud
from components.charts.palette import Palette
from components.charts.plots.row_marks import beyond_ends, dot_traces, state_word
from components.charts.plots.rows import COLUMN_GAP, Span
from components.charts.plots.theme import SIZE, SMALL, Style, hover, records, rough_width, safe, small

WAVE_SYMBOLS = (("square", "■"), ("circle", "●"))  # hollow is taken: it says unreliable
DOT, NARROW_DOT = 11, 9
OFFSET = 11  # pixels of the two dots from the middle of their row
ZONE = 46
BETWEEN = 24  # pixels from the column of figures to that of the differences

Wave = tuple[str, str]


def wave_dots(
    frame: pd.DataFrame,
    changes: pd.DataFrame,
    *,
    waves: tuple[Wave, Wave],
    unit_title: str,
    separators: str,
    palette: Palette,
    span: Span = PERCENT,
    narrow: bool = False,
) -> go.Figure:
    """Per `row` the first wave's figure (a grey square) above the second's (a dot), each with interval and base.

    `waves` are code and name. `changes` has one line per row: `change_text`, `interval_text`, `verdict`,
    `verdict_text`, `detectable_text`, `spoken`; it stands at the right, or under the dots where narrow. A row whose
    verdict is neither higher nor lower is all in grey. Nothing joins the two dots: nothing was measured between
    them. ValueError: no rows, a row twice in a wave or in `changes`, without a line there, another wave, a figure
    outside `span`.
    """
    told_rows(frame, ["row", "wave"], span)
    told = by_row(told_rows(changes, ["row"]))
    names = names_of(frame, "row")
    others, untold = set(frame["wave"]) - {code for code, _ in waves}, set(names) - set(told)
    if others or untold:
        raise ValueError(f"other waves: {sorted(others)}, rows without a change: {sorted(untold)}")
    heights = {code: change_height(told[code], narrow=narrow) for code in names}
    plan = plan_rows(names, {}, palette, narrow=narrow, zone=ZONE, words=heights)
    key = _key(waves, palette, narrow=narrow)
    figures = COLUMN_GAP + max(rough_width(_figure_and_base(row), SIZE) for row in records(frame))
    beside = 0 if narrow else BETWEEN + max(change_width(told[code]) for code in names)
    figure = go.Figure(
        layout=answer_layout(
            plan,
            unit_title=unit_title,
            separators=separators,
            palette=palette,
            right=figures + beside,
            top=16 + LINE * len(key),
        )
    )
    figure.layout.xaxis = value_axis(span, palette)
    figure.layout.shapes = end_rules(span, palette)
    figure.add_annotation(key_note(key, palette))
    for place, (code, _) in enumerate(waves):
        _draw_wave(figure, frame[frame["wave"] == code], place, told, plan, span, palette)
    for code in names:
        if heights[code]:
            y = plan.marks[code] + (ZONE / 2 if narrow else 0)
            figure.add_annotation(change_note(told[code], y, figures + BETWEEN, palette, narrow=narrow))
    return figure


def _draw_wave(
    figure: go.Figure,
    rows: pd.DataFrame,
    place: int,
    told: Mapping[str, Row],
    plan: RowPlan,
    span: Span,
    palette: Palette,
) -> None:
    """One wave's dots with intervals, figures with bases, and states."""
    for row in records(rows):
        colour = palette.accent if place == 1 and loud(told[row["row"]]) else palette.muted
        y = plan.marks[row["row"]] + (OFFSET if place else -OFFSET)
        if not shown(row):
            figure.add_annotation(state_word(row, y, palette) | {"font": {"color": palette.muted, "size": SMALL + 1}})
            continue
        one = pd.DataFrame([row | {"area": row["row"]}])
        for trace in dot_traces(one, [y], Style(colour, WAVE_SYMBOLS[place][0]), palette):
            figure.add_trace(trace.update(marker_size=NARROW_DOT if plan.narrow else DOT, name=row["wave"]))
        figure.add_traces(beyond_ends(one, [y], span, colour))
        base = f"\u00a0\u00a0 {small(row['base_text'], palette)}" if row["base_text"] else ""
        words = f"<b>{safe(row['text'])}</b>{base}"
        figure.add_annotation(
            note_at(words, y, shift=COLUMN_GAP, colour=colour, size=SMALL + 1, hovered=hover(row["spoken"]))
        )


def _figure_and_base(row: Row) -> str:
    return f"{row['text']}   {row['base_text']}" if shown(row) else ""


def _key(waves: tuple[Wave, Wave], palette: Palette, *, narrow: bool) -> list[str]:
    """Each wave's shape, in its colour, before its name."""
    named = [
        f'<span style="color:{colour}">{sign}\u00a0<b>{safe(name)}</b></span>'
        for (_, name), (_, sign), colour in zip(waves, WAVE_SYMBOLS, (palette.muted, palette.accent), strict=True)
    ]
    return named if narrow else ["\u00a0\u00a0\u00a0\u00a0 ".join(named)]
