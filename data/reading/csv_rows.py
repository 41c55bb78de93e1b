"""Rows of a CSV file as text, each with its line in the file; what is not a row becomes a problem."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from data.model.dimensions import AREA_NAMES, AREAS
from data.model.errors import Problem, SourceError
from data.model.frames import rows_of
from data.model.observations import KEY
from data.reading.encoding import decode
from data.reading.plain import plain

PLACE = (*KEY, "area_to")
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


def row_problems(
    frame: pd.DataFrame, column: str, expected: str, file: str, place: Sequence[str] = PLACE
) -> Iterator[str]:
    """A line for each row of the frame; `place` are the columns that say which row it is (`all` is left out)."""
    # Nearly every check finds nothing, and even to take apart a frame without rows takes its time.
    for row in rows_of(frame) if len(frame) else ():
        key = " ".join(str(row[name]) for name in place if row.get(name, "all") != "all")
        yield f"{file}, {key}, {column}: expected {expected}, found {row[column]!r}"


def code_problems(
    frame: pd.DataFrame, codes: Mapping[str, Sequence[str]], file: str, place: Sequence[str] = PLACE
) -> Iterator[str]:
    """A line for each cell that is not among its column's codes."""
    for column, allowed in codes.items():
        yield from row_problems(
            frame[~frame[column].isin(list(allowed))], column, f"one of {', '.join(allowed)}", file, place
        )


def nearest(text: str, known: Iterable[str]) -> str:
    """The nearest known code in brackets; empty where none is near. Case, accents and punctuation count for nothing."""
    near = _nearest(text, known, 0.6)
    return f" (nearest: {near})" if near else ""


def nearest_area(text: str) -> str:
    """The code and name of the area whose code or name is nearest, in brackets; empty where none is near."""
    codes = {name: code for code, name in AREA_NAMES.items()}
    near = _nearest(text, [*codes, *AREAS], 0.5)
    if not near:
        return ""
    code = codes.get(near, near)
    return f" (nearest: {code} {AREA_NAMES.get(code, '')}".rstrip() + ")"


def _nearest(text: str, known: Iterable[str], cutoff: float) -> str:
    """The nearest as it is written: first among the words as they stand, then among their plain forms."""
    words = list(known)
    written = get_close_matches(text, words, n=1, cutoff=cutoff)
    forms = {plain(word): word for word in reversed(words) if plain(word)}
    if written and plain(text) not in forms:
        return written[0]
    near = get_close_matches(plain(text), forms, n=1, cutoff=cutoff)
    return forms[near[0]] if near else "".join(written)
