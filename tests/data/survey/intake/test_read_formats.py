"""Every accepted kind of file gives the same table of text, with the labels it carries."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest

from data.reading.raw_table import RawTable, as_text, text_of
from data.reading.read_file import ACCEPTED, read_file

COLUMNS = ["id", "w", "qarku", "Q1", "when"]
ROWS: list[list[Any]] = [
    [1, 0.75, "Tiranë", 1, date(2020, 8, 14)],
    [2, 1.25, "Dibër", 99, date(2020, 8, 15)],
    [3, 1.0, "Kukës", None, None],
]
TEXT = [
    ["1", "0.75", "Tiranë", "1", "2020-08-14"],
    ["2", "1.25", "Dibër", "99", "2020-08-15"],
    ["3", "1", "Kukës", "", ""],
]


def frame() -> pd.DataFrame:
    return pd.DataFrame(ROWS, columns=COLUMNS).astype({"id": "float64", "Q1": "float64"})


def spss(path: Path) -> Path:
    pyreadstat.write_sav(
        frame(),
        path,
        column_labels={"Q1": "Keni dëgjuar?"},
        variable_value_labels={"Q1": {1: "Po", 2: "Jo", 98: "Nuk e di", 99: "Refuzon"}, "qarku": {"Tiranë": "Tirana"}},
        missing_ranges={"Q1": [{"lo": 97, "hi": 99}]},
    )
    return path


def stata(path: Path) -> Path:
    pyreadstat.write_dta(
        frame().assign(when=pd.to_datetime(frame()["when"]).astype("datetime64[us]")),
        path,
        column_labels={"Q1": "Keni dëgjuar?"},
        variable_value_labels={"Q1": {1: "Po", 2: "Jo", 99: "Refuzon"}},
    )
    return path


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def delimited(path: Path, separator: str = ",", encoding: str = "utf-8") -> Path:
    lines = [COLUMNS, *([("" if cell is None else str(cell)) for cell in row] for row in ROWS)]
    path.write_bytes("\r\n".join(separator.join(line) for line in lines).encode(encoding))
    return path


def text(table: RawTable) -> list[list[str]]:
    return table.values.to_numpy().tolist()


def test_the_four_kinds_of_file_give_the_same_text(tmp_path: Path) -> None:
    tables = [
        read_file(spss(tmp_path / "a.sav")),
        read_file(stata(tmp_path / "a.dta")),
        read_file(delimited(tmp_path / "a.csv")),
        read_file(workbook(tmp_path / "a.xlsx", {"Data": [COLUMNS, *ROWS]})),
    ]
    for table in tables:
        assert list(table.values.columns) == COLUMNS
        assert text(table) == TEXT, table.file
        assert set(map(str, table.values.dtypes)) == {"str"}
    assert [table.place for table in tables] == ["a.sav", "a.dta", "a.csv", "a.xlsx, sheet Data"]
    assert [table.first_row for table in tables] == [1, 1, 2, 2]
    assert [table.row_of(2) for table in tables] == [3, 3, 4, 4]
    assert {Path(table.file).suffix for table in tables} == set(ACCEPTED) - {".zsav"}


def test_spss_keeps_declared_missing_values_and_says_which(tmp_path: Path) -> None:
    table = read_file(spss(tmp_path / "a.sav"))
    assert table.labels == {"Q1": "Keni dëgjuar?"}
    assert table.value_labels["Q1"] == {"1": "Po", "2": "Jo", "98": "Nuk e di", "99": "Refuzon"}
    assert table.value_labels["qarku"] == {"Tiranë": "Tirana"}
    assert table.missing == {"Q1": ("98", "99")}  # of the span 97-99 what occurs or has a label


def test_one_letter_codes_of_spss_text_are_no_missing_values_of_stata(tmp_path: Path) -> None:
    labels = {"sex": {"f": "Femër", "m": "Mashkull"}}
    pyreadstat.write_sav(pd.DataFrame({"sex": ["f", "m"]}), tmp_path / "a.sav", variable_value_labels=labels)
    assert read_file(tmp_path / "a.sav").value_labels == labels


def test_compressed_spss_is_read_and_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    pyreadstat.write_sav(frame(), tmp_path / "a.ZSAV", compress=True)
    assert text(read_file(tmp_path / "a.ZSAV")) == TEXT


def test_stata_keeps_extended_missing_values_and_a_plain_one_stays_empty(tmp_path: Path) -> None:
    answers = pd.DataFrame({"q": pd.Series([1, "a", "b", np.nan, 2], dtype=object), "s": ["a", "b", "", "c", "d"]})
    labels = {"q": {1: "Po", "a": "Refuzon", "b": "Nuk e di"}}
    declared = {"q": ["a", "b"]}
    pyreadstat.write_dta(answers, tmp_path / "a.dta", missing_user_values=declared, variable_value_labels=labels)
    table = read_file(tmp_path / "a.dta")
    assert table.values["q"].tolist() == ["1", ".a", ".b", "", "2"]
    assert table.values["s"].tolist() == ["a", "b", "", "c", "d"]
    assert table.missing == {"q": (".a", ".b")}
    assert table.value_labels == {"q": {"1": "Po", ".a": "Refuzon", ".b": "Nuk e di"}}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_separator_is_found_and_a_byte_order_mark_is_no_name(tmp_path: Path, separator: str, encoding: str) -> None:
    table = read_file(delimited(tmp_path / "a.csv", separator, encoding))
    assert list(table.values.columns) == COLUMNS
    assert text(table) == TEXT


def test_commas_inside_a_semicolon_file_are_not_separators(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id;Po, jo, ndoshta;w\n1;"a;b";0,75\n2;c;1,25\n', encoding="utf-8")
    table = read_file(path)
    assert list(table.values.columns) == ["id", "Po, jo, ndoshta", "w"]
    assert text(table) == [["1", "a;b", "0,75"], ["2", "c", "1,25"]]


def test_rows_are_named_by_the_line_they_begin_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,said\n1,"two\nlines"\n\n2,one\n,\n3,x\n', encoding="utf-8")
    table = read_file(path)
    assert table.values["id"].tolist() == ["1", "2", "3"]
    assert [table.row_of(position) for position in range(3)] == [2, 5, 7]


def test_rows_of_a_sheet_are_named_as_the_sheet_counts_them(tmp_path: Path) -> None:
    rows = [[None, None], ["id", "q"], [1, "a"], [None, None], [2, datetime(2020, 8, 1, 10, 30)]]
    table = read_file(workbook(tmp_path / "a.xlsx", {"Data": rows}))
    assert [table.row_of(position) for position in range(2)] == [3, 5]
    assert table.values["q"].tolist() == ["a", "2020-08-01 10:30:00"]


def test_the_only_sheet_that_is_not_empty_is_read_and_named(tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {"Notes": [], "Answers": [["id", "q"], [1, True]]}
    table = read_file(workbook(tmp_path / "a.xlsx", sheets))
    assert table.sheet == "Answers"
    assert text(table) == [["1", "true"]]


def test_a_word_such_as_none_or_na_is_an_answer_not_a_hole(tmp_path: Path) -> None:
    rows = [["id", "q"], [1, "NA"], [2, "None"], [3, "nan"]]
    assert read_file(workbook(tmp_path / "a.xlsx", {"D": rows})).values["q"].tolist() == ["NA", "None", "nan"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (1, "1"), (1.0, "1"), ("1.0", "1"), (" 1 ", "1"), (np.float64(98), "98"), (-1.0, "-1"), (-0.0, "0"),
        (0.5, "0.5"), ("0.50", "0.50"), ("007", "007"), (1452.2443, "1452.2443"), (True, "true"), (np.False_, "false"),
        (None, ""), (float("nan"), ""), (pd.NaT, ""), ("  ", ""), (date(2020, 8, 1), "2020-08-01"),
        (datetime(2020, 8, 1), "2020-08-01"), (pd.Timestamp("2020-08-01 09:05:07.5"), "2020-08-01 09:05:07"),
    ],
)  # fmt: skip
def test_cells_are_written_as_codebooks_name_them(cell: Any, said: str) -> None:
    assert text_of(cell) == said
    assert as_text([cell, "x"]).tolist() == [said, "x"]
