"""Scales as diverging bars: every point drawn once, on its own side, in a colour that a grey copy keeps apart."""

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from components.charts.answers.bars import answer_colours
from components.charts.answers.diverging import diverging_bars
from components.charts.answers.scale import Scale
from components.charts.palette import DARK, LIGHT, Palette, contrast
from tests.components.charts.told_answers import LONG, PLAIN, WORDS, annotation, figure, said, told

SCALE: dict[str, Any] = {"negative": ["no2", "no1"], "neutral": "mid", "positive": ["yes1", "yes2"]}
SHARES = {"AL-11": (28, 22, 15, 25, 10), "AL-10": (4, 8.2, 33.8, 30, 24), "AL-07": (20, 20, 20, 20, 20)}


def groups(hidden: str = "", unreliable: str = "") -> pd.DataFrame:
    status = {hidden: "suppressed", unreliable: "unreliable"}
    return told(
        {"row": area, "answer": answer, "answer_name": f"emri {answer}"}
        | figure(share, status=status.get(area, "ok"))
        | ({} if area == hidden else {"text": f"{share:.0f}"})
        for area, shares in SHARES.items()
        for answer, share in zip(("no2", "no1", "mid", "yes1", "yes2"), shares, strict=True)
    )


def bars(frame: pd.DataFrame, **options: Any) -> Any:
    return diverging_bars(frame, **{**SCALE, **PLAIN, **options})


def segments(drawn: Any, group: str) -> dict[str, tuple[float, float]]:
    """Answer to where its segment starts and ends."""
    return {
        trace.name: (base, base + x)
        for trace in drawn.data
        for base, x, row in zip(trace.base, trace.x, trace.customdata, strict=True)
        if row == group
    }


def test_negative_points_end_at_the_middle_and_positive_ones_start_there() -> None:
    assert segments(bars(groups()), "AL-11") == {
        "no2": (-50, -22), "no1": (-22, 0), "mid": (0, 15), "yes1": (0, 25), "yes2": (25, 35),
    }  # fmt: skip


def test_the_neutral_point_stands_apart_on_its_own_axis_with_points_equally_wide() -> None:
    drawn = bars(groups())
    assert {trace.name: trace.xaxis for trace in drawn.data if trace.xaxis != "x"} == {"mid": "x2"}
    main, apart = drawn.layout.xaxis, drawn.layout.xaxis2
    wide = [(axis.domain[1] - axis.domain[0]) / (axis.range[1] - axis.range[0]) for axis in (main, apart)]
    assert wide[0] == pytest.approx(wide[1])
    assert main.domain[1] < apart.domain[0]


def test_a_scale_without_a_middle_has_one_axis_over_the_whole_width() -> None:
    frame = groups()
    drawn = bars(frame[frame["answer"] != "mid"], neutral=None)
    assert drawn.layout.xaxis.domain == (0, 1)
    assert "xaxis2" not in drawn.layout and {trace.xaxis for trace in drawn.data} == {"x"}


def test_axes_end_at_the_next_twenty_or_where_said_and_count_up_both_ways() -> None:
    drawn = bars(groups())
    assert drawn.layout.xaxis.range == (-60, 60)
    assert list(drawn.layout.xaxis.ticktext) == ["60", "40", "20", "0", "20", "40", "60"]
    assert bars(groups(), ends=(80, 100)).layout.xaxis.range == (-80, 100)
    with pytest.raises(ValueError, match="reach beyond"):
        bars(groups(), ends=(40, 100))


def test_a_hidden_group_has_words_and_no_bar() -> None:
    drawn = bars(groups(hidden="AL-07"))
    assert segments(drawn, "AL-07") == {}
    assert len(segments(drawn, "AL-10")) == 5
    assert annotation(drawn, WORDS["suppressed"]).y > 0


def test_unreliable_shares_are_hatched_and_printed_once() -> None:
    drawn = bars(groups(unreliable="AL-10"))
    hatched = [trace for trace in drawn.data if trace.marker.pattern.shape == "/"]
    assert [list(trace.customdata) for trace in hatched] == [["AL-10"]] * 5
    printed = [
        words for trace in drawn.data for words, row in zip(trace.text, trace.customdata, strict=True) if row == "AL-10"
    ]
    assert sorted(word for word in printed if word) == sorted(["4", "8", "34", "30", "24"])


def test_shares_are_left_out_rather_than_shrunk_or_turned() -> None:
    drawn = bars(groups())
    assert (drawn.layout.uniformtext.mode, drawn.layout.barmode) == ("hide", "overlay")
    assert drawn.layout.uniformtext.minsize >= 11
    assert {trace.textangle for trace in drawn.data} == {0}


def test_the_key_names_every_answer_in_the_order_of_the_bars() -> None:
    frame = groups()
    drawn = bars(frame.assign(answer_name=frame["answer_name"].replace("emri no2", LONG)), narrow=True)
    key = annotation(drawn, "■").text
    places = [key.index(name) for name in (LONG, "emri no1", "emri mid", "emri yes1", "emri yes2")]
    assert places == sorted(places)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_group_says_its_base(narrow: bool) -> None:
    assert said(bars(groups(), narrow=narrow)).count("n 120") == 3


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("points", [1, 2, 3])
def test_neighbours_differ_in_lightness_alone(palette: Palette, points: int) -> None:
    left, right = tuple(f"n{n}" for n in range(points)), tuple(f"p{n}" for n in range(points))
    scale = Scale(left, "mid", right, 60, 60, 20)
    colours = answer_colours(scale, palette)
    assert set(colours) == set(scale.answers)
    for side in (left, right):
        for one, other in pairwise(side):
            assert contrast(colours[one], colours[other]) >= 1.4
        assert (
            contrast(colours[max(side, key=lambda code: contrast(colours[code], palette.paper))], palette.paper) >= 4.5
        )
    assert min(contrast(colour, palette.paper) for colour in colours.values()) >= 1.5


@pytest.mark.parametrize(
    ("frame", "problem"),
    [
        (groups().head(0), "no rows"),
        (groups().iloc[1:], "AL-11 has the answers"),
        (groups().assign(value=30.0), "150.0 points"),
        (groups().assign(value=-1.0), "outside the scale"),
    ],
)
def test_what_is_no_scale_is_refused(frame: pd.DataFrame, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        bars(frame)
