"""The very hidden sheet that says where the workbook comes from, for the page that checks a figure."""

from typing import Final

from components.exports.tables.workbook.book import Book

NAME: Final = "provenance"
CHUNK: Final = 30_000  # characters; a cell holds 32 767


def add_provenance_sheet(book: Book) -> None:
    """The provenance's JSON in column A, cut into cells, to be joined from the top down."""
    sheet = book.sheet(NAME)
    told = book.table.provenance.to_json()
    for row, start in enumerate(range(0, len(told), CHUNK)):
        book.write(sheet, row, 0, told[start : start + CHUNK])
    sheet.very_hidden()
