"""Cell by cell: what stands in a file's tables and is not what the release says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any

import pandas as pd

from components.exports.cells import safe_text
from components.sections.data.check_tables import Beside

EXACT = 1e-9  # relative: what a program that reads and writes a number again may change of it


@dataclass(frozen=True)
class Cell:
    """A cell that differs: the codes of its row, its column, what the file has and what is right ('': none)."""

    row: tuple[str, ...]
    column: str
    found: str
    right: str


@dataclass(frozen=True)
class Compared:
    """How many cells were compared, those that differ, and the columns that nothing stands beside."""

    cells: int
    wrong: tuple[Cell, ...]
    unknown: tuple[str, ...]


def compare(table: Beside, columns: Sequence[str] | None = None) -> Compared:
    """Every cell of the file's table against the same row and column of the right one, or only in these columns.

    A row that the right table does not have differs in each of its key's cells at once: one wrong cell, its column ''.
    """
    names = [str(name) for name in table.found.columns]
    both = [name for name in names if name in table.right and (columns is None or name in columns or name in table.key)]
    unknown = tuple(name for name in names if name not in both)
    numeric = {name for name in both if pd.api.types.is_numeric_dtype(table.right[name])}
    rows = {key_of(row, table.key): row for row in table.right.to_dict("records")}
    wrong: list[Cell] = []
    for row in table.found.to_dict("records"):
        key = key_of(row, table.key)
        if key not in rows:
            wrong.append(Cell(key, "", " · ".join(key), ""))
            continue
        for name in both:
            if not is_same(row[name], rows[key][name], table.decimal, is_number=name in numeric):
                wrong.append(Cell(key, name, shown(row[name]), shown(rows[key][name])))
    return Compared(len(table.found) * len(both), tuple(wrong), unknown)


def key_of(row: Mapping[Any, Any], key: Sequence[str]) -> tuple[str, ...]:
    """The codes that a row is filed under."""
    return tuple(str(row[name]) for name in key)


def is_same(found: object, right: object, decimal: str, *, is_number: bool) -> bool:
    """Whether the cells say the same; a text may have the apostrophe that keeps spreadsheets from running it."""
    if is_empty(found) or is_empty(right):
        return is_empty(found) and is_empty(right)
    if not is_number:
        return str(found) == str(right) or str(found) == str(safe_text(right))
    try:
        number = float(found.replace(decimal, ".") if isinstance(found, str) else found)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return isclose(number, float(right), rel_tol=EXACT, abs_tol=EXACT)  # type: ignore[arg-type]


def is_empty(cell: object) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or cell == "" or (isinstance(cell, float) and cell != cell) or cell is pd.NA


def shown(cell: object) -> str:
    """The cell as text."""
    return "" if is_empty(cell) else str(cell)
