"""A table as a workbook: data, chart, and everything needed to read them, sheet by sheet."""

from components.exports.tables.model import Table
from components.exports.tables.workbook.book import Book
from components.exports.tables.workbook.chart_sheet import add_chart_sheet
from components.exports.tables.workbook.data_sheet import add_data_sheet
from components.exports.tables.workbook.provenance_sheet import add_provenance_sheet
from components.exports.tables.workbook.text_sheets import (
    add_about_sheet,
    add_column_sheet,
    add_measure_sheet,
    add_source_sheet,
    add_state_sheet,
)


def xlsx_of(table: Table) -> bytes:
    """Sheets: data, chart (where there is something to draw), about, measures, columns, sources, states, and the very
    hidden `provenance`. No cell is a formula or a link. The same table gives the same bytes."""
    book = Book(table)
    add_data_sheet(book)
    add_chart_sheet(book)
    add_about_sheet(book)
    add_measure_sheet(book)
    add_column_sheet(book)
    add_source_sheet(book)
    add_state_sheet(book)
    add_provenance_sheet(book)
    return book.content()
