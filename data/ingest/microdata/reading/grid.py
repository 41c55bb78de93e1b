"""A grid of cells under one header row becomes a raw table: what CSV files and sheets have in common."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.ingest.microdata.raw_table import RawTable, as_text, text_of
from data.ingest.microdata.reading.select_multiple import joined_columns
from data.model.errors import Problem, SourceError

JOINED = "text of several choices: its 0/1 columns {} are used"


def table_from_grid(file: str, sheet: str, rows: Sequence[tuple[int, Sequence[Any]]]) -> RawTable:
    """The table of numbered rows, the first of which is the header; rows and unnamed columns that are empty go.

    SourceError where a column has no name or another one's, or where there is nothing below the header.
    """
    (top, names), *body = rows
    place = f"{file}, sheet {sheet}" if sheet else file
    body = [(number, cells) for number, cells in body if any(text_of(cell) for cell in cells)]
    header = [text_of(name) for name in names]
    columns = [as_text([cells[position] for _, cells in body]) for position in range(len(header))]
    kept = [position for position, name in enumerate(header) if name or any(columns[position])]
    if problems := _header_problems(place, top, header, kept):
        raise SourceError(problems)
    if not body:
        raise SourceError([Problem(place, top + 1, "", "at least one row", "only the header")])
    values = pd.DataFrame({header[position]: columns[position] for position in kept}, dtype="str")
    joined = joined_columns(values)
    numbers = tuple(number for number, _ in body)
    return RawTable(
        file=file,
        sheet=sheet,
        first_row=numbers[0],
        values=values.drop(columns=list(joined)),
        labels={},
        value_labels={},
        missing={},
        rows=numbers,
        left_out={name: JOINED.format(f"{choices[0]} … {choices[-1]}") for name, choices in joined.items()},
    )


def _header_problems(place: str, row: int, header: Sequence[str], kept: Sequence[int]) -> list[Problem]:
    names = Counter(header[position] for position in kept)
    unnamed = [position + 1 for position in kept if not header[position]]
    problems = [Problem(place, row, f"column {number}", "a name in the header", "nothing") for number in unnamed]
    return problems + [
        Problem(place, row, name, "a column name of its own", f"{count} columns of this name")
        for name, count in names.items()
        if name and count > 1
    ]
