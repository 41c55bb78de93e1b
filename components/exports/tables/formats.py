"""The formats a table can be taken away in, in the order they are offered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from components.exports.tables.csv_table import csv_of
from components.exports.tables.json_table import json_of
from components.exports.tables.model import Table
from components.exports.tables.package import zip_of
from components.exports.tables.parquet import parquet_of
from components.exports.tables.sdmx import sdmx_csv_of
from components.exports.tables.xlsx import xlsx_of


@dataclass(frozen=True)
class Format:
    """A file format: the ending of its files, what browsers call it, and what makes it; `needs_observations`: only for
    tables with one row a figure."""

    code: str
    extension: str
    mime: str
    make: Callable[[Table], bytes]
    needs_observations: bool = False


def _package(table: Table) -> bytes:
    return zip_of(table, {}, date.fromisoformat(table.provenance.made))


_ALL: Final = (
    Format("csv", "csv", "text/csv", partial(csv_of, dialect="comma")),
    Format("csv_semicolon", "csv", "text/csv", partial(csv_of, dialect="semicolon")),
    Format("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_of),
    Format("parquet", "parquet", "application/vnd.apache.parquet", parquet_of),
    Format("json", "json", "application/json", json_of),
    Format("sdmx", "sdmx.csv", "text/csv", sdmx_csv_of, needs_observations=True),
    Format("zip", "zip", "application/zip", _package),
)
FORMATS: Final = {each.code: each for each in _ALL}
