"""Answers as dots: in the frame's order, each with its interval, its figure or its state in words."""

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from components.charts.answers.dots import answer_dots
from components.charts.palette import DARK, LIGHT
from tests.components.charts.told_answers import LONG, PLAIN, WORDS, annotation, dots, figure, said, told


def answers(**changes: dict[str, Any]) -> pd.DataFrame:
    rows = {
        "family": {"row": "family", **figure(43)},
        "line": {"row": "line", "row_name": LONG, **figure(28.8)},
        "other": {"row": "other", **figure(6.1, status="unreliable")},
        "none": {"row": "none", **figure(0, status="suppressed")},
    }
    return told(rows[code] | changes.get(code, {}) for code in rows)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_answer_has_its_dot_its_interval_and_its_figure(narrow: bool) -> None:
    frame = answers()
    drawn = answer_dots(frame, narrow=narrow, **PLAIN)
    assert dots(drawn) == {"family": 43, "line": 28.8, "other": 6.1}
    (trace,) = [trace for trace in drawn.data if trace.hoverinfo == "text"]
    assert list(trace.error_x.array) == pytest.approx([5, 5, 5])
    assert "43,0 %" in said(drawn) and "38–48 %" in said(drawn)
    assert WORDS["suppressed"] in said(drawn)


def test_an_unreliable_answer_is_hollow() -> None:
    (trace,) = [trace for trace in answer_dots(answers(), **PLAIN).data if trace.hoverinfo == "text"]
    assert list(trace.marker.color) == [LIGHT.accent, LIGHT.accent, LIGHT.paper]


@pytest.mark.parametrize("narrow", [False, True])
def test_rows_run_down_in_the_frames_order_and_never_overlap(narrow: bool) -> None:
    frame = answers()
    drawn = answer_dots(frame, narrow=narrow, **PLAIN)
    heights = [annotation(drawn, words).y for words in ("43,0", "28,8", "6,1", WORDS["suppressed"])]
    gaps = [below - above for above, below in pairwise(heights)]
    assert min(gaps) >= 38
    assert drawn.layout.yaxis.range[0] > heights[-1] > heights[0] > drawn.layout.yaxis.range[1]
    room = drawn.layout.height - drawn.layout.margin.t - drawn.layout.margin.b
    assert room == pytest.approx(drawn.layout.yaxis.range[0], abs=1)


def test_a_long_label_is_wrapped_at_the_left_or_above_its_dot() -> None:
    wide, narrow = answer_dots(answers(), **PLAIN), answer_dots(answers(), narrow=True, **PLAIN)
    (label,) = [words for words in wide.layout.yaxis.ticktext if words.startswith("Te linja")]
    assert max(len(line) for line in label.split("<br>")) <= 34
    above = annotation(narrow, "Te linja")
    assert above.y < annotation(narrow, "28,8").y and above.xanchor == "left"
    assert above.text.replace("<br>", " ") == LONG
    assert not narrow.layout.yaxis.ticktext


def test_a_base_that_all_share_is_said_once_and_others_in_their_rows() -> None:
    once = said(answer_dots(answers(none={"base_text": ""}), **PLAIN))
    assert once.count("n 120") == 1 and "Përqindja · n 120" in once
    each = said(answer_dots(answers(line={"base_text": "n 77"}), **PLAIN))
    assert each.count("n 120") == 3 and each.count("n 77") == 1


def test_the_axis_is_0_to_100_unless_said() -> None:
    assert answer_dots(answers(), **PLAIN).layout.xaxis.range == (0, 100)
    scores = answer_dots(told([{"row": "mean", **figure(3.2, 0.4)}]), span=(1, 5), **PLAIN)
    assert scores.layout.xaxis.range == (1, 5)
    assert scores.layout.xaxis.tickvals is None


def test_labels_are_words_and_never_markup() -> None:
    drawn = said(answer_dots(answers(family={"row_name": "më pak se <5 herë & rrallë"}), **PLAIN))
    assert "&lt;5 herë &amp; rrallë" in drawn


@pytest.mark.parametrize(
    ("frame", "problem"),
    [
        (answers().head(0), "no rows"),
        (pd.concat([answers(), answers()]), "two rows"),
        (answers(family={"value": 104.0}), "outside the scale"),
    ],
)
def test_what_cannot_be_drawn_truly_is_refused(frame: pd.DataFrame, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        answer_dots(frame, **PLAIN)


def test_the_frame_is_left_as_it_was_and_the_dark_palette_is_used() -> None:
    frame = answers()
    before = frame.copy(deep=True)
    drawn = answer_dots(frame, **{**PLAIN, "palette": DARK})
    pd.testing.assert_frame_equal(frame, before)
    assert drawn.layout.font.color == DARK.ink
