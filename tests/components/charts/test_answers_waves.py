"""Two waves: two shapes, never a line, and words only as loud as the test allows."""

from typing import Any

import pandas as pd
import pytest

from components.charts.answers.waves import wave_dots
from components.charts.palette import LIGHT
from tests.components.charts.told_answers import PLAIN, WORDS, annotation, figure, said, told

WAVES = (("w1", "Vala e parë, 2020"), ("w2", "Vala e dytë, 2023"))
VERDICTS = {"AL-11": "higher", "AL-10": "not_distinguishable", "AL-07": ""}


def frame() -> pd.DataFrame:
    return told(
        {"row": area, "wave": wave, **figure(value, status="suppressed" if (area, wave) == ("AL-07", "w2") else "ok")}
        for wave, shift in (("w1", 0), ("w2", 8))
        for area, value in (("AL-11", 60 + shift), ("AL-10", 50 + shift / 4), ("AL-07", 40))
    )


def changes() -> pd.DataFrame:
    told_of = {area: bool(verdict) for area, verdict in VERDICTS.items()}
    return pd.DataFrame(
        {
            "row": area,
            "change_text": f"ndryshimi i {area}" if told_of[area] else "",
            "interval_text": "(2 deri 14)" if told_of[area] else "",
            "verdict": verdict,
            "verdict_text": f"fjala {verdict}" if told_of[area] else "",
            "detectable_text": f"kufiri i {area}" if told_of[area] else "",
            "spoken": f"thënë {area}",
        }
        for area, verdict in VERDICTS.items()
    )


def waves(narrow: bool = False, **options: Any) -> Any:
    return wave_dots(frame(), changes(), **{"waves": WAVES, "narrow": narrow, **PLAIN, **options})


def test_nothing_joins_the_two_waves() -> None:
    drawn = waves()
    assert {trace.mode for trace in drawn.data} == {"markers"}
    assert all(len(trace.x) == 1 for trace in drawn.data)
    assert {shape.x0 for shape in drawn.layout.shapes} == {0, 100}


def test_waves_differ_in_shape_and_the_first_stands_above() -> None:
    drawn = waves()
    first, second = ([t for t in drawn.data if t.name == code] for code in ("w1", "w2"))
    assert {t.marker.symbol for t in first} == {"square"} and {t.marker.symbol for t in second} == {"circle"}
    assert all(one.y[0] < other.y[0] for one, other in zip(first, second, strict=False))


def test_only_a_row_whose_difference_was_found_speaks_up() -> None:
    drawn = waves()
    colours = {t.customdata[0]: t.marker.line.color for t in drawn.data if t.name == "w2"}
    assert colours == {"AL-11": LIGHT.accent, "AL-10": LIGHT.muted}
    loud, quiet = annotation(drawn, "ndryshimi i AL-11"), annotation(drawn, "ndryshimi i AL-10")
    assert "<b>ndryshimi" in loud.text and "<b>ndryshimi" not in quiet.text
    assert (loud.font.color, quiet.font.color) == (LIGHT.ink, LIGHT.muted)


@pytest.mark.parametrize("narrow", [False, True])
def test_difference_interval_verdict_and_detectable_difference_stand_together(narrow: bool) -> None:
    note = annotation(waves(narrow), "ndryshimi i AL-11").text
    places = [note.index(words) for words in ("ndryshimi", "(2 deri 14)", "fjala higher", "kufiri i AL-11")]
    assert places == sorted(places)


def test_words_stand_under_the_dots_where_narrow_and_never_in_the_next_row() -> None:
    drawn = waves(narrow=True)
    note, dot = annotation(drawn, "ndryshimi i AL-11"), next(t for t in drawn.data if t.name == "w2")
    tops = {note.text: note.y for note in drawn.layout.annotations if note.text in VERDICTS}
    assert note.x == 0 and dot.y[0] < note.y
    assert note.y + 3 * 18 <= tops["AL-10"]


def test_a_hidden_wave_says_its_state_and_a_row_without_words_says_nothing() -> None:
    drawn = waves()
    assert annotation(drawn, WORDS["suppressed"])
    assert all(note.text for note in drawn.layout.annotations)
    assert "ndryshimi i AL-07" not in said(drawn)


def test_each_figure_has_its_base_and_each_wave_its_name_once() -> None:
    words = said(waves())
    assert words.count("n 120") == 5
    for _, name in WAVES:
        assert words.count(name) == 1


@pytest.mark.parametrize(
    ("rows", "told_changes", "problem"),
    [
        (frame().head(0), changes(), "no rows"),
        (pd.concat([frame(), frame()]), changes(), "two rows"),
        (frame(), changes().iloc[1:], "without a change: \\['AL-11'\\]"),
        (frame().assign(wave="w3").drop_duplicates("row"), changes(), "other waves: \\['w3'\\]"),
    ],
)
def test_frames_that_do_not_belong_together_are_refused(
    rows: pd.DataFrame, told_changes: pd.DataFrame, problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        wave_dots(rows, told_changes, waves=WAVES, **PLAIN)
