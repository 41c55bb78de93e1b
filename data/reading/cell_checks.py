"""Checks of single cells that any file can fail: numbers that can be read in two ways, errors of a spreadsheet."""

import pandas as pd

from data.reading.cells import is_error
from data.reading.findings import Finding
from data.reading.raw_table import RawTable


def unclear_numbers(table: RawTable, column: str, rows: pd.Index) -> Finding:
    """Cells of these rows whose point may part thousands: 1.250 beside 850 can be 1250, or one and a quarter."""
    expected = "a number that can be read in one way only: 1250, or 1.25, in place of 1.250"
    found = {position: text for position, text in table.unclear.get(column, {}).items() if position in rows}
    return Finding(expected, column, expected, pd.Series(found, dtype="str"))


def errors(column: str, cells: pd.Series) -> Finding:
    """Cells that show an error where any other text would be taken."""
    expected = "a value, no error of the spreadsheet"
    return Finding(expected, column, expected, cells[cells.map(is_error).astype("bool")])
