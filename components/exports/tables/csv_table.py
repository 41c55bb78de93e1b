"""A table as CSV, for programs and for spreadsheets in Albanian."""

import re
from typing import Final, Literal

import pandas as pd
from babel.numbers import get_decimal_symbol, get_group_symbol

from components.exports.csv import view_csv
from components.exports.tables.columns import figure_words
from components.exports.tables.model import Table

Dialect = Literal["comma", "semicolon"]
# Separator and decimal mark. Excel with Albanian settings splits at semicolons and reads 73,7 as a number.
DIALECTS: Final[dict[Dialect, tuple[str, str]]] = {"comma": (",", "."), "semicolon": (";", ",")}


def csv_of(table: Table, *, dialect: Dialect) -> bytes:
    """The rows as UTF-8 CSV with a byte order mark, columns named by their codes; a hidden figure is an empty cell
    whose row says its state."""
    separator, decimal = DIALECTS[dialect]
    rows = table.written if decimal == "." else with_decimal_commas(table.written, table.provenance.language)
    return view_csv(rows, columns=list(rows.columns), separator=separator, decimal=decimal)


def with_decimal_commas(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """The rows, the numbers in their words without marks of thousands and with a decimal comma, as the file's figures
    have them: `1,065` would be read as a little more than one."""
    group, point = get_group_symbol(language), get_decimal_symbol(language)
    grouped = re.compile(rf"(?<=\d){re.escape(group)}(?=\d{{3}}(?!\d))")
    decimal = re.compile(rf"(?<=\d){re.escape(point)}(?=\d)")
    told = figure_words(rows)
    return rows.assign(**{name: [decimal.sub(",", grouped.sub("", cell)) for cell in rows[name]] for name in told})
