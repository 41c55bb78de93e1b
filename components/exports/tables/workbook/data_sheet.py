"""The sheet of figures: words and figures first, codes behind them."""

from dataclasses import dataclass
from math import ceil
from typing import Final

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from components.exports.tables.columns import made_up, reading_order
from components.exports.tables.model import Table
from components.exports.tables.workbook.book import HEADING, LINE, MADE_UP, QUIET, Book, Style, height_for

FIGURES: Final = ("value", "value_low", "value_upp")
MARKS: Final = ("kind_text", "demonstration", "kind")  # say of each row whether it is made up
EXACT: Final = ("value_se", "deff")
NARROWEST, WIDEST, CODE_WIDTH, MEASURED_ROWS = 8, 44, 18, 300
PAGE_WIDTH: Final = 240  # signs across a printed page that can still be read
RIGHT: Final[Style] = {"align": "right"}
LEFT: Final[Style] = {"align": "left", "indent": 1}


@dataclass(frozen=True)
class _Column:
    """A column of the sheet: its figures' number formats row by row, none where it holds text."""

    name: str
    heading: str
    width: int
    is_code: bool
    formats: tuple[str, ...]


def add_data_sheet(book: Book) -> None:
    """The table's rows under a frozen, filterable header in the first row, where scripts look for it. Where figures are
    made up, the first column says so of each, their rows are shaded, and the warning stands on every printed page. A
    hidden figure is an empty cell with its state in words in a column beside it. What is printed ends before the codes.
    """
    table, top = book.table, 0
    sheet = book.sheet(table.words["sheet_data"])
    columns = _columns(table)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        book.write(sheet, top, place, column.heading, HEADING, RIGHT if column.formats else LEFT)
        _write_cells(book, sheet, top + 1, place, column)
    _set_heights(table, sheet, top, columns)
    _lay_out(sheet, top, top + len(table.rows), columns)


def _columns(table: Table) -> list[_Column]:
    names, readable = reading_order([str(column) for column in table.written.columns])
    if table.is_demonstration:
        mark = next(name for name in MARKS if name in names)
        names = [mark, *(name for name in names if name != mark)]
    own = table.decimals_of(table.rows) if table.has_observations else None
    columns = []
    for place, name in enumerate(names):
        width = _width(table, name, most=CODE_WIDTH if place >= readable else WIDEST)
        columns.append(_Column(name, table.heading(name), width, place >= readable, _formats(table, name, own)))
    return columns


def _formats(table: Table, name: str, own: list[int] | None) -> tuple[str, ...]:
    if not pd.api.types.is_numeric_dtype(table.written[name]):
        return ()
    if name in FIGURES and own:
        return tuple(number_format(decimals) for decimals in own)
    if name in table.decimals:
        return tuple(number_format(decimals) for decimals in table.own_decimals(name))
    return (number_format(2 if name in EXACT else 0),) * len(table.rows)


def number_format(decimals: int) -> str:
    """Excel's format of a number with so many decimals; its marks follow the reader's settings."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _width(table: Table, name: str, *, most: int) -> int:
    cells = table.written[name].head(MEASURED_ROWS).tolist()
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=NARROWEST) + 2
    heading = max((len(word) for word in table.heading(name).split()), default=0) + 3
    return min(max(heading, longest), most)


def _write_cells(book: Book, sheet: Worksheet, top: int, place: int, column: _Column) -> None:
    cells, marks = book.table.written[column.name].tolist(), made_up(book.table.rows).tolist()
    for row, (cell, mark) in enumerate(zip(cells, marks, strict=True)):
        styles = [RIGHT, {"num_format": column.formats[row]}] if column.formats else [LEFT]
        if column.is_code:
            styles.append(QUIET)
        elif isinstance(cell, str) and len(cell) > WIDEST:
            styles.append({"text_wrap": True})
        book.write(sheet, top + row, place, cell, *styles, *((MADE_UP,) if mark else ()))


def _set_heights(table: Table, sheet: Worksheet, top: int, columns: list[_Column]) -> None:
    """Makes the header high enough for its headings, and each row for its words."""
    sheet.set_row(top, LINE + height_for((column.heading, column.width) for column in columns))
    texts = table.written[[column.name for column in columns if not column.is_code]]
    for row, cells in enumerate(texts.itertuples(index=False), start=top + 1):
        height = height_for((cell, WIDEST) for cell in cells)
        if height > LINE:
            sheet.set_row(row, height)


def _lay_out(sheet: Worksheet, top: int, last: int, columns: list[_Column]) -> None:
    printed = [column for column in columns if not column.is_code]
    sheet.autofilter(top, 0, last, len(columns) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last, len(printed) - 1)
    sheet.fit_to_pages(ceil(sum(column.width for column in printed) / PAGE_WIDTH), 0)
