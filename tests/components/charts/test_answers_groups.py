"""Counties that cannot be told apart stand under one bracket; a bracket never covers one that can."""

import pandas as pd
import pytest

from components.charts.answers.groups import group_brackets, runs
from tests.components.charts.told_answers import PLAIN, annotation, dots, figure, said, told

ALIKE = "nuk dallohen"


def counties(last: str = "ok") -> pd.DataFrame:
    values = {"AL-11": 72, "AL-10": 63, "AL-09": 48, "AL-07": 41}
    return told(
        {"row": area, **figure(value, status=last if area == "AL-07" else "ok")} for area, value in values.items()
    )


def brackets(groups: list[tuple[str, ...]], frame: pd.DataFrame | None = None, narrow: bool = False):  # type: ignore[no-untyped-def]
    rows = counties() if frame is None else frame
    drawn = group_brackets(rows, groups=groups, group_text=ALIKE, narrow=narrow, **PLAIN)
    return drawn, [shape for shape in drawn.layout.shapes if shape.type == "path"]


def reach(shape) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """Top and bottom of a bracket `Mx yHxVyHx`."""
    first, last = shape.path.split("V")
    return float(first.split(" ")[1].split("H")[0]), float(last.split("H")[0])


@pytest.mark.parametrize("narrow", [False, True])
def test_a_bracket_spans_just_the_rows_of_its_group(narrow: bool) -> None:
    drawn, (first, second) = brackets([("AL-11", "AL-10"), ("AL-10", "AL-09", "AL-07")], narrow=narrow)
    y = {
        area: annotation(drawn, words).y
        for area, words in zip(dots(drawn), ("72,0", "63,0", "48,0", "41,0"), strict=True)
    }
    assert reach(first)[0] < y["AL-11"] < y["AL-10"] < reach(first)[1] < y["AL-09"]
    assert y["AL-11"] < reach(second)[0] < y["AL-10"] < y["AL-07"] < reach(second)[1]
    assert first.path.split(" ")[0] != second.path.split(" ")[0], "two brackets stand side by side"


def test_a_county_between_that_differs_is_left_out_of_the_bracket() -> None:
    drawn, pieces = brackets([("AL-11", "AL-09")])
    between = annotation(drawn, "63,0").y
    assert len(pieces) == 2
    assert all(not top < between < bottom for top, bottom in map(reach, pieces))


def test_runs_are_cut_where_a_place_is_left_out() -> None:
    assert runs([0, 1, 3]) == [[0, 1], [3]]
    assert runs([2]) == [[2]]


def test_the_word_stands_once_and_only_over_brackets() -> None:
    assert said(brackets([("AL-11", "AL-10"), ("AL-09", "AL-07")])[0]).count(ALIKE) == 1
    drawn, none = brackets([("AL-11",), ("AL-10",), ("AL-09",), ("AL-07",)])
    assert none == [] and ALIKE not in said(drawn)


def test_a_county_without_a_figure_is_in_no_group() -> None:
    drawn, _ = brackets([("AL-11", "AL-10")], counties("suppressed"))
    assert set(dots(drawn)) == {"AL-11", "AL-10", "AL-09"}
    with pytest.raises(ValueError, match="without a figure: AL-07"):
        brackets([("AL-09", "AL-07")], counties("suppressed"))
    with pytest.raises(ValueError, match="without a figure: AL-01"):
        brackets([("AL-09", "AL-01")])
