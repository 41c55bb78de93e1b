"""People reached: two bars a row from zero, the hidden count a word, and never a line between cycles."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts.palette import DARK, LIGHT, Palette
from components.charts.services.people import people_bars

CYCLES = (("1", "Cikli 1"), ("2", "Cikli 2"))


def told(*rows: tuple[str, str, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["row", "cycle", "value"]).astype({"value": "Int64"})
    texts = ["pak persona" if pd.isna(value) else str(value) for value in frame["value"]]
    return frame.assign(name=frame["row"].str.upper(), text=texts, spoken=frame["row"] + " said")


FRAME = told(("all", "1", 910), ("all", "2", 1065), ("25+", "1", None), ("25+", "2", 5))


def bars(frame: pd.DataFrame = FRAME, *, palette: Palette = LIGHT, narrow: bool = False) -> go.Figure:
    return people_bars(frame, cycles=CYCLES, separators=",.", palette=palette, narrow=narrow)


def test_every_trace_is_bars_from_zero_and_none_joins_two_cycles() -> None:
    figure = bars()
    assert [trace.type for trace in figure.data] == ["bar", "bar"]
    assert [list(trace.x) for trace in figure.data] == [[910, None], [1065, 5]]  # no bar where nothing is shown
    assert all(trace.base is None for trace in figure.data)
    assert figure.layout.xaxis.range[0] == 0
    assert not figure.layout.shapes


def test_the_cycles_stand_beside_each_other_and_differ_in_strength() -> None:
    first, second = bars().data
    assert all(0 < below - above < 0.5 for above, below in zip(first.y, second.y, strict=True))
    assert first.marker.color.startswith("rgba(") and 0 < float(first.marker.color.rstrip(")").split(",")[-1]) < 0.6
    assert second.marker.color == first.marker.line.color == LIGHT.accent


def test_every_figure_stands_at_its_bar_with_its_cycle() -> None:
    words = {(note.x, note.y): note.text for note in bars().layout.annotations}
    assert len(words) == 4
    assert any("910" in text and "Cikli 1" in text and x == 910 for (x, _), text in words.items())
    assert any("1065" in text and "Cikli 2" in text and x == 1065 for (x, _), text in words.items())


def test_a_hidden_count_is_a_word_at_the_axis_and_no_number() -> None:
    hidden = [note for note in bars().layout.annotations if "pak persona" in note.text]
    assert [note.x for note in hidden] == [0.0]
    assert hidden[0].text.startswith("<i>pak persona</i>")
    assert sum("<b>" in note.text for note in bars().layout.annotations) == 3
    assert "0" not in hidden[0].text.split("</i>")[0]


def test_figures_and_cycles_have_room_behind_the_longest_bar() -> None:
    assert bars().layout.xaxis.range[1] >= 1.3 * 1065
    assert max(bars().layout.xaxis.tickvals) <= 1065


def test_a_cycle_without_records_draws_nothing() -> None:
    figure = bars(told(("all", "2", 40)))
    assert [trace.name for trace in figure.data] == ["Cikli 2"]


def test_only_hidden_counts_still_make_a_picture() -> None:
    figure = bars(told(("all", "1", None), ("all", "2", None)))
    assert sum("pak persona" in note.text for note in figure.layout.annotations) == 2
    assert figure.layout.xaxis.range[1] > 0


def test_words_are_made_safe() -> None:
    frame = told(("all", "1", None)).assign(text="<5", name="a <b> & c")
    figure = bars(frame, palette=DARK, narrow=True)
    assert "&lt;5" in figure.layout.annotations[0].text
    assert "&lt;b&gt;" in figure.layout.yaxis.ticktext[0]


def test_the_frame_is_left_as_it_was() -> None:
    before = FRAME.copy(deep=True)
    bars()
    pd.testing.assert_frame_equal(FRAME, before)


def test_no_rows_or_a_row_twice_is_refused() -> None:
    for wrong in (FRAME.iloc[:0], pd.concat([FRAME, FRAME.iloc[[0]]])):
        with pytest.raises(ValueError, match="each once in a cycle"):
            bars(wrong)
