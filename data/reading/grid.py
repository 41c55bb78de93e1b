"""A grid of cells under one header row becomes a raw table: what CSV files and sheets have in common."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.model.errors import Problem, SourceError
from data.reading.raw_table import RawTable, as_text, text_of, unclear_cells
from data.reading.second_header import Header, read_header
from data.reading.select_multiple import joined_columns

JOINED = "text of several choices: its 0/1 columns {} are used"
_MANY = 3  # columns without a name that are told one by one


def table_from_grid(file: str, sheet: str, rows: Sequence[tuple[int, Sequence[Any]]], read_as: str) -> RawTable:
    """The table of numbered rows, the first of which is the header; rows and unnamed columns that are empty go.

    `read_as` tells what was found out before. SourceError where a column has no name or another one's, or where there
    is nothing below the header.
    """
    place = f"{file}, sheet {sheet}" if sheet else file
    header = read_header([cells for _, cells in rows])
    top, body = rows[0][0], [(number, cells) for number, cells in rows[header.rows :] if any(map(text_of, cells))]
    raw = [[cells[position] for _, cells in body] for position in range(len(header.names))]
    columns = [as_text(cells) for cells in raw]
    kept = [position for position, name in enumerate(header.names) if name or any(columns[position])]
    if problems := _header_problems(place, top, header.names, kept):
        raise SourceError(problems)
    if not body:
        raise SourceError([Problem(place, top + 1, "", "at least one row", "only the header")])
    values = pd.DataFrame({header.names[position]: columns[position] for position in kept}, dtype="str")
    joined = joined_columns(values)
    numbers = tuple(number for number, _ in body)
    return RawTable(
        file=file,
        sheet=sheet,
        first_row=numbers[0],
        values=values.drop(columns=list(joined)),
        labels=header.labels,
        value_labels={},
        missing={},
        rows=numbers,
        left_out={name: JOINED.format(f"{choices[0]} … {choices[-1]}") for name, choices in joined.items()},
        joined={name: values[name] for name in joined},
        unclear={header.names[at]: found for at in kept if (found := unclear_cells(raw[at]))},
        read_as=f"{read_as}, {_told(header, [number for number, _ in rows])}",
    )


def _told(header: Header, numbers: Sequence[int]) -> str:
    rows = " and ".join(map(str, numbers[: header.rows]))
    return f"header in row{'s' if header.rows > 1 else ''} {rows}"


def _header_problems(place: str, row: int, header: Sequence[str], kept: Sequence[int]) -> list[Problem]:
    names = Counter(header[position] for position in kept)
    unnamed = [position + 1 for position in kept if not header[position]]
    if len(unnamed) > _MANY and 2 * len(unnamed) > len(kept):
        first = next((name for name in header if name), "")
        expected = f"the header, a name for each of {len(kept)} columns (delete what stands before it)"
        return [Problem(place, row, "header", expected, f"{len(kept) - len(unnamed)}, beginning with {first[:40]!r}")]
    problems = [Problem(place, row, f"column {number}", "a name in the header", "nothing") for number in unnamed]
    return problems + [
        Problem(place, row, name, "a column name of its own", f"{count} columns of this name")
        for name, count in names.items()
        if name and count > 1
    ]
