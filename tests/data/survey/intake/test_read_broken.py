"""Every kind of broken file is refused with words a data steward understands, never with a library's own error."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest

from data.model.errors import Problem, SourceError
from data.reading.read_file import read_file

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as refused:
        read_file(path)
    assert {problem.file.split(",")[0] for problem in refused.value.problems} == {path.name}
    return refused.value.problems


def problem(path: Path) -> Problem:
    (only,) = problems(path)
    return only


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def whole(path: Path) -> bytes:
    """The bytes of a sound file of this ending."""
    frame = pd.DataFrame({f"q{number}": np.arange(60.0) % (number + 2) for number in range(4)}).assign(s="Tiranë")
    if path.suffix == ".sav":
        pyreadstat.write_sav(frame, path, variable_value_labels={"q0": {1: "Po", 2: "Jo"}})
    elif path.suffix == ".dta":
        pyreadstat.write_dta(frame, path, variable_value_labels={"q0": {1: "Po", 2: "Jo"}})
    else:
        frame.to_excel(path, index=False)
    return path.read_bytes()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no file of this name" in problem(tmp_path / "wave1.sav").found


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "wave1.sav").mkdir()
    assert problem(tmp_path / "wave1.sav").found == "a folder"


@pytest.mark.parametrize("name", ["wave1.xls", "wave1.rds", "wave1"])
def test_an_ending_that_is_not_accepted_is_answered_with_those_that_are(tmp_path: Path, name: str) -> None:
    found = problem(saved(tmp_path / name, b"id,q\n1,2\n"))
    assert found.expected == "a file ending in one of .sav, .zsav, .dta, .csv, .xlsx"
    assert (Path(name).suffix or "no ending") in found.found


@pytest.mark.parametrize("ending", ["sav", "dta", "csv", "xlsx"])
def test_an_empty_file(tmp_path: Path, ending: str) -> None:
    assert problem(saved(tmp_path / f"wave1.{ending}", b"")).found == "an empty file"


def test_a_file_of_blank_lines(tmp_path: Path) -> None:
    assert problem(saved(tmp_path / "wave1.csv", b"\xef\xbb\xbf\n  \n")).found == "an empty file"


@pytest.mark.parametrize("ending", ["sav", "dta", "xlsx"])
@pytest.mark.parametrize("kept", [0.05, 0.3, 0.6, 0.97])
def test_a_file_that_breaks_off(tmp_path: Path, ending: str, kept: float) -> None:
    path = tmp_path / f"wave1.{ending}"
    content = whole(path)
    assert len(read_file(path).values) == 60
    found = problem(saved(path, content[: int(len(content) * kept)]))
    assert "whole" in found.expected
    assert found.found.startswith("a truncated or damaged one")


@pytest.mark.parametrize("ending", ["sav", "dta", "csv", "xlsx"])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\n<!DOCTYPE html><html><body>Sign in</body></html>", "a web page (HTML)"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
    ],
)
def test_a_foreign_file_under_an_accepted_ending(tmp_path: Path, ending: str, content: bytes, kind: str) -> None:
    assert problem(saved(tmp_path / f"wave1.{ending}", content)).found == kind


@pytest.mark.parametrize("ending", ["sav", "dta", "csv"])
def test_a_workbook_under_another_ending(tmp_path: Path, ending: str) -> None:
    assert "ZIP archive or workbook" in problem(saved(tmp_path / f"w.{ending}", whole(tmp_path / "w.xlsx"))).found


def test_spss_and_stata_under_each_others_ending(tmp_path: Path) -> None:
    sav, dta = whole(tmp_path / "a.sav"), whole(tmp_path / "a.dta")
    assert problem(saved(tmp_path / "b.dta", sav)).found == "an SPSS file"
    assert problem(saved(tmp_path / "b.sav", dta)).found == "a Stata file"
    assert problem(saved(tmp_path / "b.csv", sav)).found == "an SPSS file"


def test_text_under_the_ending_of_spss(tmp_path: Path) -> None:
    found = problem(saved(tmp_path / "a.sav", b"id,q\n1,2\n"))
    assert (found.expected, found.found) == ("a whole SPSS file", "a file of another kind, or a damaged one")


def test_a_zip_archive_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("notes.txt", "nothing")
    assert "another kind of ZIP archive" in problem(tmp_path / "a.xlsx").found


@pytest.mark.parametrize("ending", ["xlsx", "sav", "csv"])
def test_a_workbook_with_a_password(tmp_path: Path, ending: str) -> None:
    content = COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    found = problem(saved(tmp_path / f"a.{ending}", content))
    assert found.found == "a workbook protected by a password"
    assert "without a password" in found.expected


def test_an_old_workbook_under_the_new_ending(tmp_path: Path) -> None:
    content = COMPOUND + "Workbook".encode("utf-16-le")
    assert problem(saved(tmp_path / "a.xlsx", content)).found == "an old Office file (such as .xls)"


@pytest.mark.parametrize("text", ["id|w|q\n1|1.5|2\n", "id\n1\n2\n", "id w q\n1 1.5 2\n"])
def test_a_wrong_separator(tmp_path: Path, text: str) -> None:
    found = problem(saved(tmp_path / "a.csv", text.encode()))
    assert found.expected == "columns separated by comma, semicolon, tab"
    assert found.found == "a single column: wrong separator"


@pytest.mark.parametrize(
    ("text", "encoding", "likely"),
    [
        ("id,qarku\n1,Durres\n2,Tiranë\n", "cp1252", "cp1252 or cp1250"),
        ("id,qarku\n1,Lezhe\n2,Đakovë\n", "cp1250", "cp1250"),
        ("id,qarku\n1,Lezhe\n2,Città\n", "cp1252", "cp1252"),
    ],
)
def test_a_wrong_encoding_names_line_byte_and_likely_encoding(
    tmp_path: Path, text: str, encoding: str, likely: str
) -> None:
    content = text.encode(encoding)
    odd = next(byte for byte in content if byte > 127)
    found = problem(saved(tmp_path / "a.csv", content))
    assert (found.row, found.expected) == (3, "text in UTF-8")
    assert found.found == f"byte 0x{odd:02x}, likely {likely} (save it as CSV UTF-8)"


def test_utf_16_and_binary_text(tmp_path: Path) -> None:
    assert "UTF-16" in problem(saved(tmp_path / "a.csv", "id\tq\n1\t2\n".encode("utf-16"))).found
    found = problem(saved(tmp_path / "b.csv", b"id,q\n1,\x00\n"))
    assert (found.row, found.found) == (2, "a byte 0x00: not a text file")


def test_letters_spoiled_before_the_file_came_here(tmp_path: Path) -> None:
    ruined = "id,qarku\n1,Tiranë\n".encode().decode("cp1252").encode()
    found = problem(saved(tmp_path / "a.csv", ruined))
    assert (found.row, found.expected) == (2, "letters such as ë and ç")


@pytest.mark.parametrize("word", ["Tiranë", "Kukës", "Shkodër", "Korçë"])
@pytest.mark.parametrize("ending", ["sav", "dta"])
@pytest.mark.parametrize("where", ["value", "label", "value label"])
def test_a_statistical_file_with_letters_of_another_encoding(
    tmp_path: Path, word: str, ending: str, where: str
) -> None:
    path = tmp_path / f"a.{ending}"
    write: Callable[..., None] = pyreadstat.write_sav if ending == "sav" else pyreadstat.write_dta
    write(
        pd.DataFrame({"q": [1.0, 2.0], "s": [word if where == "value" else "x", "y"]}),
        path,
        column_labels={"q": word if where == "label" else "x"},
        variable_value_labels={"q": {1: word if where == "value label" else "x"}},
    )
    content = path.read_bytes()
    old = word.encode("cp1252")
    assert word.encode() in content
    found = problem(saved(path, content.replace(word.encode(), old.ljust(len(word.encode())))))
    assert found.expected.startswith("text in the encoding that the file names")


def test_rows_of_another_width_are_named_by_their_lines_and_counted(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.csv", b"id,w,q\n1,1,1\n2,1\n3,1,1\n4,1,1,1\n")
    assert [(each.row, each.expected, each.found) for each in problems(path)] == [
        (3, "3 cells, as in the header", "2"),
        (5, "3 cells, as in the header", "4"),
    ]
    many = saved(tmp_path / "b.csv", b"id,w,q\n" + b"1,1,1\n" * 60 + b"1,2\n" * 50)
    found = problems(many)
    assert [each.row for each in found] == [*range(62, 82), 0]
    assert found[-1].more == 30


@pytest.mark.parametrize(
    ("text", "row", "words"),
    [
        (b'id,q\n1,2\n3,"open\n4,5\n', 3, "a quotation mark that is never closed"),
        (b'id,q\n1,"no"pe\n', 2, "text right after a closing quotation mark"),
        (b'id,q\n1,2\n3,"' + b"long\n" * 40_000, 3, "a quotation mark that is never closed"),
    ],
)
def test_a_quotation_mark_too_few(tmp_path: Path, text: bytes, row: int, words: str) -> None:
    found = problem(saved(tmp_path / "a.csv", text))
    assert (found.row, found.found) == (row, words)


def sheet(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.worksheets[0].title = "Data"
    book.save(path)
    return path


def table(path: Path, rows: list[list[object]]) -> Path:
    if path.suffix == ".xlsx":
        return sheet(path, rows)
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
    return saved(path, "\n".join(lines).encode())


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_two_columns_of_one_name(tmp_path: Path, name: str) -> None:
    found = problem(table(tmp_path / name, [["id", "q", "q ", "w"], [1, 2, 3, 4]]))
    assert (found.row, found.column, found.found) == (1, "q", "2 columns of this name")
    assert found.file == ("a.csv" if name == "a.csv" else "a.xlsx, sheet Data")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_column_without_a_name(tmp_path: Path, name: str) -> None:
    found = problem(table(tmp_path / name, [["id", None, "w", None], [1, 2, 3, None]]))
    assert (found.row, found.column, found.found) == (1, "column 2", "nothing")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_header_and_nothing_else(tmp_path: Path, name: str) -> None:
    found = problem(table(tmp_path / name, [["id", "q"]]))
    assert (found.row, found.found) == (2, "only the header")


def test_a_statistical_file_without_cases(tmp_path: Path) -> None:
    pyreadstat.write_sav(pd.DataFrame({"q": pd.Series([], dtype="float64")}), tmp_path / "a.sav")
    assert problem(tmp_path / "a.sav").found == "no case"


def test_a_workbook_without_a_filled_sheet(tmp_path: Path) -> None:
    assert problem(sheet(tmp_path / "a.xlsx", [])).found == "an empty workbook"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path / "a.csv", b"id,q\n1,2\n")
    monkeypatch.setattr(Path, "open", refuse)
    assert problem(path).found == "Permission denied"
