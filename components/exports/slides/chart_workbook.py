"""The workbook inside a chart: what opens when somebody edits the chart's data."""

import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from components.exports.slides.model import DeckWords, NativeChart, Side

SHEET = "Sheet1"  # the name by which python-pptx refers to it
BLOCK = 6  # columns a side beside its figures: low, upp, below, above, label, state


def workbook_of(chart: NativeChart, words: DeckWords) -> bytes:
    """Column A: categories; then the figures, a column a side; then for each side its interval, label and state.

    What an error bar spans is a formula of figure and interval, so that it follows an edited figure.
    """
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 28)
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    for number, side in enumerate(chart.sides):
        sheet.write_string(0, 1 + number, side.name or words.figure)
        write_side(sheet, chart, number, words)
        for row, bar in enumerate(side.bars, start=1):
            write_number(sheet, row, 1 + number, bar.value)
    book.close()
    return written.getvalue()


def write_side(sheet: Any, chart: NativeChart, number: int, words: DeckWords) -> None:
    """The columns that stand beside a side's figures."""
    side, first = chart.sides[number], first_column(chart, number)
    headings = (words.low, words.upp, words.below, words.above, words.label, words.state)
    for place, heading in enumerate(headings):
        sheet.write_string(0, first + place, f"{side.name}: {heading}" if side.name else heading)
    for row, bar in enumerate(side.bars, start=1):
        write_number(sheet, row, first, bar.low)
        write_number(sheet, row, first + 1, bar.upp)
        below, above = reach(side)[row - 1]
        figure, low, upp = (xl_rowcol_to_cell(row, column) for column in (1 + number, first, first + 1))
        if below is not None and above is not None:
            sheet.write_formula(row, first + 2, f"={figure}-{low}", None, below)
            sheet.write_formula(row, first + 3, f"={upp}-{figure}", None, above)
        sheet.write_string(row, first + 4, bar.label)
        sheet.write_string(row, first + 5, bar.state)


def first_column(chart: NativeChart, number: int) -> int:
    """The first of the columns that stand beside a side's figures, counted from 0."""
    return 1 + len(chart.sides) + BLOCK * number


def cells(column: int, rows: int) -> str:
    """A column's cells as a chart refers to them: `Sheet1!$C$2:$C$6`."""
    first, last = (xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (1, rows))
    return f"{SHEET}!{first}:{last}"


def reach(side: Side) -> Sequence[tuple[float | None, float | None]]:
    """How far each interval reaches below and above its figure; None, None where there is no interval."""
    return [
        (None, None)
        if bar.value is None or bar.low is None or bar.upp is None
        else (bar.value - bar.low, bar.upp - bar.value)
        for bar in side.bars
    ]


def write_number(sheet: Any, row: int, column: int, number: float | None) -> None:
    """A number; the cell stays empty where there is none."""
    if number is not None:
        sheet.write_number(row, column, number)
