"""The CSV holds exactly the rows of the view, and no cell that a spreadsheet would run."""

import io

import pandas as pd
import pytest

from components.exports.csv import view_csv

FRAME = pd.DataFrame(
    {
        "area": ["AL-09", "AL-07", "AL-11"],
        "name": ["Dibër", 'Kukës; "veri"', "Tiranë,\nqark"],
        "value": [73.7, float("nan"), -1.25],
        "n": pd.array([66, None, 344], dtype="Int64"),
    }
)
COLUMNS = ["area", "name", "value", "n"]


@pytest.mark.parametrize(("separator", "decimal"), [(",", "."), (";", ",")])
def test_pandas_reads_back_the_same_rows(separator: str, decimal: str) -> None:
    written = view_csv(FRAME, columns=COLUMNS, separator=separator, decimal=decimal)
    read = pd.read_csv(io.BytesIO(written), sep=separator, decimal=decimal, dtype={"n": "Int64"}, encoding="utf-8-sig")
    pd.testing.assert_frame_equal(read, FRAME, check_dtype=False)


def test_whole_numbers_have_no_decimals_and_a_missing_one_is_empty() -> None:
    assert view_csv(FRAME, columns=["area", "n"], bom=False) == b"area,n\r\nAL-09,66\r\nAL-07,\r\nAL-11,344\r\n"


def test_only_the_columns_asked_for_under_the_headings_given() -> None:
    written = view_csv(
        FRAME.head(1), columns={"name": "Qarku", "value": "Vlera"}, decimal=",", separator=";", bom=False
    )
    assert written.decode() == "Qarku;Vlera\r\nDibër;73,7\r\n"


def test_the_byte_order_mark_is_there_for_excel_and_only_when_asked() -> None:
    assert view_csv(FRAME, columns=COLUMNS).startswith(b"\xef\xbb\xbfarea")
    assert view_csv(FRAME, columns=COLUMNS, bom=False).startswith(b"area")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_becomes_plain_text(start: str) -> None:
    frame = pd.DataFrame({"name": [f"{start}1+1"], "value": [-5.0]})
    read = pd.read_csv(io.BytesIO(view_csv(frame, columns=["name", "value"])), lineterminator="\n")
    assert read.iloc[0, 0] == f"'{start}1+1"
    assert read.iloc[0, 1] == -5.0


def test_a_heading_is_guarded_too() -> None:
    assert view_csv(FRAME.head(1), columns={"area": "=A1"}, bom=False).startswith(b"'=A1\r\n")


def test_one_mark_cannot_do_both() -> None:
    with pytest.raises(ValueError, match="cannot both"):
        view_csv(FRAME, columns=COLUMNS, separator=",", decimal=",")


def test_the_frame_is_left_as_it_was() -> None:
    copy = FRAME.copy(deep=True)
    view_csv(FRAME, columns={"name": "=x"})
    pd.testing.assert_frame_equal(FRAME, copy)
