"""Told frames for tests of the survey's charts: made-up shares of made-up answers."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components.charts.palette import LIGHT

NAN = float("nan")
WORDS = {"suppressed": "shumë pak përgjigje", "not_asked": "nuk është pyetur"}
LONG = "Te linja kombëtare e ndihmës, falas dhe pa e thënë emrin tënd"  # 60 letters
PLAIN: dict[str, Any] = {"unit_title": "Përqindja", "separators": ",.", "palette": LIGHT}


def figure(value: float, half: float = 5.0, n: int = 120, status: str = "ok") -> dict[str, Any]:
    """The figure's columns of one row."""
    if status in WORDS:
        numbers, text, interval = (NAN, NAN, NAN), WORDS[status], ""
    else:
        numbers = (value, value - half, value + half)
        text, interval = f"{value:.1f} %".replace(".", ","), f"{value - half:.0f}–{value + half:.0f} %"
    columns = dict(zip(("value", "value_low", "value_upp"), numbers, strict=True))
    words = {"text": f"({text})" if status == "unreliable" else text, "interval_text": interval}
    return {**columns, **words, "status": status, "base_text": f"n {n}" if n else "", "spoken": f"thënë {text}"}


def told(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as a frame; `row_name` is `row` in capitals where none is given."""
    return pd.DataFrame([{"row_name": str(row["row"]).upper(), **row} for row in rows])


def annotation(drawn: Any, words: str) -> Any:
    """The one annotation with these words."""
    (found,) = [note for note in drawn.layout.annotations if words in note.text]
    return found


def said(drawn: Any) -> str:
    """All annotations and row labels of a figure, joined."""
    labels = drawn.layout.yaxis.ticktext or ()
    return "\n".join([*labels, *(note.text for note in drawn.layout.annotations)])


def dots(drawn: Any) -> dict[str, float]:
    """Row to value of all dots drawn."""
    return {
        row: x
        for trace in drawn.data
        if trace.hoverinfo == "text"
        for row, x in zip(trace.customdata, trace.x, strict=True)
    }
