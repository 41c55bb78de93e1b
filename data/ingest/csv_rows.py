"""Rows of a CSV file as text, each with its line in the file; what is not a row becomes a problem."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from data.ingest.microdata.reading.encoding import decode
from data.model.errors import Problem, SourceError

if TYPE_CHECKING:
    from _csv import Reader

_LONGEST_CELL: Final = 2**31 - 1


def csv_reader(text: str, separator: str, strict: bool = True) -> "Reader":
    """The records of a text as lists of cells of any length; csv.Error where `strict` and a quotation mark is wrong."""
    # The module's own limit, 131,072 characters, would end in a fault at a long text in a column that nobody uses.
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def read_rows(path: Path, name: str, header: Sequence[str]) -> tuple[pd.DataFrame, list[Problem]]:
    """All well-formed rows of a UTF-8 file with exactly this header, and the problems of the others.

    The frame has the header's columns (text, as written), `file` (= `name`) and `row` (line in the file).
    """
    rows: list[list[str | int]] = []
    problems: list[Problem] = []
    try:
        text = decode(path.read_bytes(), name)
    except SourceError as error:
        return _frame(rows, header), list(error.problems)
    reader = csv_reader(text, ",")
    line = 1
    try:
        for cells in reader:
            if line == 1 and cells != list(header):
                return _frame(rows, header), [Problem(name, 1, "header", ",".join(header), ",".join(cells))]
            if line > 1 and len(cells) != len(header):
                problems.append(Problem(name, line, "", f"{len(header)} columns", f"{len(cells)}"))
            elif line > 1:
                rows.append([*cells, name, line])
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(name, line, "", "a row in CSV form", str(error)))
    if line == 1 and not problems:
        problems.append(Problem(name, 1, "header", ",".join(header), "an empty file"))
    elif not rows and not problems:
        problems.append(Problem(name, 2, "", "at least one row", "only the header"))
    return _frame(rows, header), problems


def _frame(rows: list[list[str | int]], header: Sequence[str]) -> pd.DataFrame:
    text = dict.fromkeys([*header, "file"], "str")
    return pd.DataFrame(rows, columns=[*header, "file", "row"]).astype({**text, "row": "int64"})
