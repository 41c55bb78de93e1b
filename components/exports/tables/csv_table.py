"""A table as CSV, for programs and for spreadsheets in Albanian."""

from typing import Final, Literal

from components.exports.csv import view_csv
from components.exports.tables.model import Table

Dialect = Literal["comma", "semicolon"]
# Separator and decimal mark. Excel with Albanian settings splits at semicolons and reads 73,7 as a number.
DIALECTS: Final[dict[Dialect, tuple[str, str]]] = {"comma": (",", "."), "semicolon": (";", ",")}


def csv_of(table: Table, *, dialect: Dialect) -> bytes:
    """The rows as UTF-8 CSV with a byte order mark, columns named by their codes; a hidden figure is an empty cell
    whose row says its state."""
    separator, decimal = DIALECTS[dialect]
    return view_csv(table.rows, columns=list(table.rows.columns), separator=separator, decimal=decimal)
