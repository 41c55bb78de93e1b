"""No text becomes a formula, whichever separator the program that opens the file takes."""

import csv
import io
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.exports.cells import is_formula_like, safe_text
from components.exports.csv import view_csv

SIGNS = "=+-@＝＋－＠"
NUMBER = re.compile(r"-?\d+([.,]\d+)?(e-?\d+)?")
HOSTILE = st.text(
    st.sampled_from([*SIGNS, *",;\t\r\n\"' |", "\ufeff", "\u200b", "\u00a0", "\x00", "\x1f", "a", "1", "ë"])
)


def runs(cell: str) -> bool:
    """Whether a program that strips what it can would begin to calculate."""
    bare = re.sub(r"^[\s\"\x00-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]+", "", cell)
    return bare.startswith(tuple(SIGNS)) and not NUMBER.fullmatch(bare)


@pytest.mark.parametrize(
    "start", [*SIGNS, "\t", "\r", "\n", "\x00", " =", "\u00a0=", "\ufeff=", '"=', " \t+", "\u200b@"]
)
def test_what_owasp_lists_is_guarded(start: str) -> None:
    text = f"{start}1+1"
    assert is_formula_like(text)
    assert not runs(str(safe_text(text)))
    assert str(safe_text(text)).replace("'", "") == text


@pytest.mark.parametrize("text", ["a;=1+1", "a,\t@x", "a\n=1", "Tiranë\r\n+1", 'a;"=1'])
def test_a_formula_behind_another_separator_is_guarded(text: str) -> None:
    assert is_formula_like(text)
    assert not any(runs(part) for part in re.split("[,;\t\r\n]", str(safe_text(text))))


@pytest.mark.parametrize(
    "text", ["", "Dibër", "a=b", "https://x.al/?a=1&b=-2", "15-19", "«GDL» 4.x, 2022", "−4,2 %", "2017–18", "'=x"]
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert safe_text(text) == text


@pytest.mark.parametrize("number", [-5, -0.25, 0, None, True])
def test_only_text_is_guarded(number: object) -> None:
    assert safe_text(number) is number


@settings(max_examples=40)
@given(texts=st.lists(HOSTILE, min_size=1, max_size=4), value=st.floats(-1e6, 1e6), opened=st.sampled_from(",;\t"))
@pytest.mark.parametrize(("separator", "decimal"), [(",", "."), (";", ",")])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_NONE])
def test_no_cell_runs_however_the_file_is_split(
    separator: str, decimal: str, quoting: int, texts: list[str], value: float, opened: str
) -> None:
    frame = pd.DataFrame({f"c{place}": [text] for place, text in enumerate(texts)} | {"value": [value]})
    written = view_csv(frame, columns=list(frame.columns), separator=separator, decimal=decimal).decode("utf-8-sig")
    cells = [
        cell for row in csv.reader(io.StringIO(written, newline=""), delimiter=opened, quoting=quoting) for cell in row
    ]
    assert not [cell for cell in cells if runs(cell)]
    if opened == separator and quoting == csv.QUOTE_MINIMAL:
        assert float(cells[-1].replace(",", ".")) == value


@given(HOSTILE)
def test_the_guard_only_adds_apostrophes(text: str) -> None:
    assert str(safe_text(text)).replace("'", "") == text.replace("'", "")


@given(HOSTILE)
def test_guarded_text_needs_no_further_guard(text: str) -> None:
    once = safe_text(text)
    assert safe_text(once) == once
