"""Series show figures over reference periods without ever drawing what was not measured."""

from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts.palette import LIGHT
from components.charts.plots.series import series_dots
from components.charts.plots.values import spread
from tests.components.charts.worded_series import periods

PLAIN: dict[str, Any] = {"unit_title": "Viktima të mundshme", "separators": ",.", "palette": LIGHT}
NAN = float("nan")
NATIONAL = periods([("2019", 103), ("2017", 105), ("2018", 95), ("2020", 86), ("2021", 159)])
WOMEN = periods([("2018", 60), ("2019", 80), ("2020", 62)], gender="f")
MEN = periods([("2018", 35), ("2019", NAN), ("2020", 24)], gender="m")
GENDERS = pd.concat([WOMEN, MEN], ignore_index=True)
WORDS = {"f": "Gra", "m": "Burra"}


def lines_of(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.mode == "lines"]


def points_of(figure: go.Figure, kind: str) -> list[tuple[float, float]]:
    return [point for trace in figure.data if trace.name == kind for point in zip(trace.x, trace.y, strict=True)]


def drawn_steps(line: go.Scatter) -> set[tuple[float, float]]:
    """The pairs of places between which the line is drawn."""
    steps = pairwise(zip(line.x, line.y, strict=True))
    return {(a[0], b[0]) for a, b in steps if None not in (*a, *b)}


def label(figure: go.Figure, words: str) -> Any:
    (found,) = [note for note in figure.layout.annotations if note.text == words]
    return found


def test_periods_run_in_time_order_evenly_spaced_with_their_words() -> None:
    figure = series_dots(NATIONAL, joined=True, **PLAIN)
    assert list(figure.layout.xaxis.ticktext) == ["2017", "2018", "2019", "2020", "2021"]
    assert list(figure.layout.xaxis.tickvals) == [0, 1, 2, 3, 4]
    assert points_of(figure, "bare") == [(0, 105), (1, 95), (2, 103), (3, 86), (4, 159)]


def test_survey_rounds_are_never_joined() -> None:
    assert lines_of(series_dots(NATIONAL, joined=False, **PLAIN)) == []


def test_the_line_stops_at_a_break_and_a_dotted_rule_stands_there() -> None:
    figure = series_dots(NATIONAL, joined=True, breaks=["2020"], **PLAIN)
    (line,) = lines_of(figure)
    assert drawn_steps(line) == {(0, 1), (1, 2), (3, 4)}
    assert not line.connectgaps
    (rule,) = figure.layout.shapes
    assert (rule.x0, rule.x1, rule.line.dash) == (2.5, 2.5, "dot")


def test_without_a_break_the_line_runs_through() -> None:
    figure = series_dots(NATIONAL, joined=True, breaks=["2022"], **PLAIN)
    assert drawn_steps(lines_of(figure)[0]) == {(0, 1), (1, 2), (2, 3), (3, 4)}
    assert not figure.layout.shapes


def test_the_line_does_not_pass_over_a_hidden_figure() -> None:
    _, men = lines_of(series_dots(GENDERS, joined=True, by="gender", labels=WORDS, **PLAIN))
    assert drawn_steps(men) == set()


def test_a_hidden_figure_has_no_point_which_would_say_nought_but_its_text() -> None:
    figure = series_dots(GENDERS, joined=True, by="gender", labels=WORDS, **PLAIN)
    marks = [trace for trace in figure.data if "markers" in trace.mode]
    assert not any(y == 0 or y is None for trace in marks for y in trace.y)
    assert sum(len(trace.y) for trace in marks) == GENDERS["value"].notna().sum() == len(GENDERS) - 1
    note = label(figure, "<i>&lt;5</i>")
    assert (note.x, note.y, note.textangle) == (1, 0.0, 0)
    assert note.font.color != LIGHT.muted and note.hovertext


def test_every_value_is_printed_at_its_dot() -> None:
    figure = series_dots(GENDERS, joined=True, by="gender", labels=WORDS, **PLAIN)
    for x, y in points_of(figure, "bare"):
        assert (label(figure, f"{y:.0f}").x, label(figure, f"{y:.0f}").y) == (x, y)


def test_groups_have_colours_shapes_and_names_at_the_right_end() -> None:
    figure = series_dots(GENDERS, joined=True, by="gender", labels=WORDS, **PLAIN)
    women, men = (
        next(trace for trace in figure.data if trace.name == "bare" and value in trace.y) for value in (60, 35)
    )
    assert women.marker.symbol != men.marker.symbol
    for words, trace, last in (("Gra", women, 62), ("Burra", men, 24)):
        note = label(figure, f"<b>{words}</b>")
        assert (note.x, note.xref, note.xanchor, note.y) == (1, "paper", "left", last)
        assert note.font.color == trace.marker.line.color


def test_with_many_lines_the_last_value_stands_beside_the_name() -> None:
    areas = {"AL-11": "Tiranë", "AL-10": "Shkodër", "AL-09": "Dibër"}
    frame = pd.concat([periods([("2020", 10 * n), ("2021", 10 * n + 1)], area=area) for n, area in enumerate(areas, 1)])
    figure = series_dots(frame, joined=True, by="area", labels=areas, **PLAIN)
    assert [note.text for note in figure.layout.annotations][1:] == [
        "<b>Tiranë 11</b>", "<b>Shkodër 21</b>", "<b>Dibër 31</b>",
    ]  # fmt: skip


def test_intervals_are_drawn_where_they_are() -> None:
    frame = NATIONAL.assign(value_low=NATIONAL["value"] - 4, value_upp=NATIONAL["value"] + 9)
    frame.loc[frame["period"] == "2018", ["value_low", "value_upp"]] = NAN
    figure = series_dots(frame, joined=False, **PLAIN)
    (bounded,) = [trace for trace in figure.data if trace.name == "bounded"]
    assert set(bounded.error_y.array) == {9} and set(bounded.error_y.arrayminus) == {4}
    assert points_of(figure, "bare") == [(1, 95)]


def test_groups_of_rounds_stand_beside_each_other() -> None:
    figure = series_dots(GENDERS, joined=False, by="gender", labels=WORDS, **PLAIN)
    first = sorted(x for x, _ in points_of(figure, "bare") if -0.5 < x < 0.5)
    assert len(first) == 2 and first[0] < 0 < first[1]


def test_values_stand_upright_where_they_would_not_fit_side_by_side() -> None:
    wide = NATIONAL.assign(text="84 548 lekë")
    angles = {
        note.textangle for note in series_dots(wide, joined=True, **PLAIN).layout.annotations if "lekë" in note.text
    }
    assert angles == {-90}
    assert label(series_dots(NATIONAL, joined=True, **PLAIN), "105").textangle == 0


def test_the_axis_starts_at_zero_unless_a_span_is_given() -> None:
    low, high = series_dots(NATIONAL, joined=True, **PLAIN).layout.yaxis.range
    assert low == 0 and 159 < high < 200
    assert series_dots(NATIONAL, joined=True, span=(50, 200), **PLAIN).layout.yaxis.range == (50, 200)


@pytest.mark.parametrize(
    ("frame", "options", "problem"),
    [
        (NATIONAL.head(0), {}, "no rows"),
        (GENDERS, {}, "two rows in one group"),
        (GENDERS, {"by": "gender", "labels": {"f": "Gra"}}, "no label for m"),
        (NATIONAL, {"span": (0, 100)}, "outside the scale"),
    ],
)
def test_what_cannot_be_drawn_truly_is_refused(frame: pd.DataFrame, options: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        series_dots(frame, joined=True, **PLAIN, **options)


def test_the_frame_is_left_as_it_was() -> None:
    copy = GENDERS.copy(deep=True)
    series_dots(GENDERS, joined=True, by="gender", labels=WORDS, breaks=["2020"], **PLAIN)
    pd.testing.assert_frame_equal(GENDERS, copy)


def test_labels_are_pushed_apart_and_keep_their_order() -> None:
    moved = spread([10, 11, 50, 12], 15)
    assert moved[2] == 50
    assert [moved[0], moved[1], moved[3]] == pytest.approx([-4, 11, 26])
    assert spread([0, 40], 15) == [0, 40]
