"""One answer by county, with bars beside the counties that cannot be told apart, instead of a ranking."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.answers.dots import column_width, draw_rows
from components.charts.answers.layout import LINE, RowPlan, answer_layout, plan_rows
from components.charts.answers.told import PERCENT, by_row, names_of, told_rows
from components.charts.palette import Palette
from components.charts.plots.rows import COLUMN_GAP, Span
from components.charts.plots.theme import SMALL, lines, rough_width

LANE = 14  # pixels from one bar to the next
CAP = 5
REACH = 15  # how far a bar runs past the middles of its first and last row
WORD_LETTERS = 14


def group_brackets(
    frame: pd.DataFrame,
    *,
    groups: Sequence[Sequence[str]],
    group_text: str,
    unit_title: str,
    separators: str,
    palette: Palette,
    span: Span = PERCENT,
    narrow: bool = False,
) -> go.Figure:
    """Dots with intervals, one row per `row`; right of the figures a bar for every group of two or more.

    A bar runs only past its own rows: over a row between them that is not in the group it is interrupted.
    `group_text` ("not told apart") stands once above the bars. ValueError: as `answer_dots`; a group's row that
    the frame does not have or that has no figure.
    """
    rows = by_row(told_rows(frame, ["row"], span))
    without = {code for group in groups for code in group if code not in rows or pd.isna(rows[code]["value"])}
    if without:
        raise ValueError(f"a group names a row without a figure: {', '.join(sorted(without))}")
    bracketed = [group for group in groups if len(group) > 1]
    word = lines(group_text, WORD_LETTERS) if bracketed else ""
    notes = {code: row["base_text"] for code, row in rows.items()}
    plan = plan_rows(names_of(frame, "row"), notes, palette, narrow=narrow)
    column = COLUMN_GAP + column_width(list(rows.values()))
    word_width = max(rough_width(part, SMALL) for part in word.split("<br>"))
    figure = go.Figure(
        layout=answer_layout(
            plan,
            unit_title=unit_title,
            separators=separators,
            palette=palette,
            right=column + 8 + max(LANE * len(bracketed), word_width),
            top=8 + LINE * (1 + word.count("<br>")) if word else 8,
        )
    )
    draw_rows(figure, frame, plan, span, palette)
    order = list(rows)
    for lane, group in enumerate(bracketed):
        for run in runs(sorted(order.index(code) for code in group)):
            figure.add_shape(_bar([order[place] for place in run], column + 8 + lane * LANE, plan, palette))
    if word:
        figure.add_annotation(_word(word, column + 6, palette))
    return figure


def runs(places: Sequence[int]) -> list[list[int]]:
    """Rising places cut where one is left out: [0, 1, 3] gives [0, 1] and [3]."""
    cut = [[places[0]]]
    for before, place in pairwise(places):
        if place == before + 1:
            cut[-1].append(place)
        else:
            cut.append([place])
    return cut


def _bar(codes: Sequence[str], shift: float, plan: RowPlan, palette: Palette) -> dict[str, Any]:
    """A thin upright bracket that opens towards the figures."""
    top, bottom = plan.marks[codes[0]] - REACH, plan.marks[codes[-1]] + REACH
    return {
        "type": "path",
        "path": f"M{shift} {top}H{shift + CAP}V{bottom}H{shift}",
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 1,
        "line": {"color": palette.ink, "width": 2},
        "layer": "above",
    }


def _word(word: str, shift: float, palette: Palette) -> dict[str, Any]:
    return {
        "text": word,
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": shift,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"color": palette.muted, "size": SMALL},
    }
