"""Panels: the same answers for each group on one scale, beside each other or stacked."""

from itertools import pairwise

import pandas as pd
import pytest

from components.charts.answers.panels import answer_panels
from tests.components.charts.told_answers import PLAIN, WORDS, annotation, figure, said, told

AREAS = {"AL-11": "Tiranë", "AL-10": "Shkodër", "AL-09": "Dibër", "AL-07": "Kukës"}


def panels(hidden: str = "", areas: dict[str, str] = AREAS) -> pd.DataFrame:
    return told(
        {"panel": area, "panel_name": name, "row": row}
        | figure(value + place, n=100 + place, status="suppressed" if area == hidden else "ok")
        for place, (area, name) in enumerate(areas.items())
        for row, value in (("a", 60), ("b", 30), ("c", 10))
    )


def test_beside_each_other_every_panel_has_its_axis_on_one_scale_and_no_two_overlap() -> None:
    layout = answer_panels(panels(), **PLAIN).layout
    axes = [layout[name] for name in ("xaxis", "xaxis2", "xaxis3", "xaxis4")]
    assert {axis.range for axis in axes} == {(0, 100)}
    ends = [edge for axis in axes for edge in axis.domain]
    assert ends == sorted(ends) and ends[0] == 0 and ends[-1] < 1


def test_dots_stand_in_their_own_panel() -> None:
    drawn = answer_panels(panels(), **PLAIN)
    assert {trace.xaxis: list(trace.x) for trace in drawn.data} == {
        "x": [60, 30, 10], "x2": [61, 31, 11], "x3": [62, 32, 12], "x4": [63, 33, 13],
    }  # fmt: skip
    assert len({tuple(trace.y) for trace in drawn.data}) == 1


def test_a_figure_stands_right_of_its_own_panel_and_before_the_next() -> None:
    drawn = answer_panels(panels(), **PLAIN)
    first, second = drawn.layout.xaxis.domain, drawn.layout.xaxis2.domain
    assert first[1] == annotation(drawn, "60,0").x < second[0]


def test_each_panel_says_its_name_and_base_once() -> None:
    for narrow in (False, True):
        words = said(answer_panels(panels(), narrow=narrow, **PLAIN))
        for number, name in enumerate(AREAS.values()):
            assert words.count(name) == 1 and words.count(f"n {100 + number}") == 1


def test_stacked_panels_stand_one_below_the_other_on_one_axis() -> None:
    drawn = answer_panels(panels(), narrow=True, **PLAIN)
    assert {trace.xaxis for trace in drawn.data} == {"x"}
    heights = [list(trace.y) for trace in drawn.data]
    assert all(max(above) < min(below) for above, below in pairwise(heights))
    names = [annotation(drawn, name).y for name in AREAS.values()]
    assert all(name < min(rows) for name, rows in zip(names, heights, strict=True))


@pytest.mark.parametrize("narrow", [False, True])
def test_a_panel_that_cannot_be_shown_says_so_once(narrow: bool) -> None:
    drawn = answer_panels(panels(hidden="AL-07"), narrow=narrow, **PLAIN)
    state = [note for note in drawn.layout.annotations if WORDS["suppressed"] in note.text.replace("<br>", " ")]
    assert len(state) == 1
    assert len(drawn.data) == 3


@pytest.mark.parametrize(
    ("frame", "problem"),
    [
        (panels().iloc[1:], "1 rows missing"),
        (panels(areas={f"g{n}": f"Grupi {n}" for n in range(6)}), "6 panels"),
        (pd.concat([panels(), panels()]), "two rows"),
    ],
)
def test_panels_without_common_rows_are_refused(frame: pd.DataFrame, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        answer_panels(frame, **PLAIN)
