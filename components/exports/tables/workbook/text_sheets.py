"""The sheets that explain the figures: about, measures, columns, sources, states."""

from collections.abc import Sequence
from dataclasses import astuple

from xlsxwriter.worksheet import Worksheet

from components.exports.tables.model import Table
from components.exports.tables.words import ABOUT, COLUMN, MEASURE, SOURCE, STATE
from components.exports.tables.workbook.book import HEADING, WARNING, Book, height_for

LABEL = {"bold": True}
WRAPPED = {"text_wrap": True}
WIDE, LABELS, TEXTS = 60, 24, 110  # widths of columns


def add_about_sheet(book: Book) -> None:
    """What the table is, in two columns; the warning above where figures are made up."""
    sheet = book.sheet(book.table.words["sheet_about"])
    sheet.set_column(0, 0, LABELS)
    sheet.set_column(1, 1, TEXTS)
    lines = [(book.table.words[key], cell) for key, cell in zip(ABOUT, about(book.table), strict=True) if cell]
    top = 0
    if book.table.warning:
        book.write(sheet, 0, 0, book.table.warning, WARNING)
        top = 1
    for row, (label, cell) in enumerate(lines, start=top):
        sheet.set_row(row, height_for([(cell, TEXTS)]))
        book.write(sheet, row, 0, label, LABEL)
        book.write(sheet, row, 1, cell, WRAPPED)


def about(table: Table) -> tuple[str, ...]:
    """The table's metadata as text, in the order of the keys of ABOUT; '' where there is none."""
    told = table.provenance
    return (
        table.title,
        table.caption,
        " · ".join(table.filters),
        str(len(table.rows)),
        told.release,
        told.version,
        told.made,
        " ".join(dict.fromkeys(measure.method for measure in table.measures if measure.method)),
        table.citation,
        table.licence,
        told.address,
    )


def add_measure_sheet(book: Book) -> None:
    """The codebook: every measure with its definition, unit, direction and method."""
    rows = [astuple(measure) for measure in book.table.measures]
    sheet = _listed(book, "sheet_measures", MEASURE, rows, (27, 26, 44, 24, 14, 10, 28, 44, 28, 24))
    sheet.fit_to_pages(2, 0)


def add_column_sheet(book: Book) -> None:
    """Every column's code, heading and meaning."""
    _listed(book, "sheet_columns", COLUMN, column_notes(book.table), (20, 30, 90))


def column_notes(table: Table) -> list[tuple[str, str, str]]:
    """Name, heading and meaning of every column, in order."""
    return [(str(name), table.heading(str(name)), table.meanings.get(str(name), "")) for name in table.rows.columns]


def add_source_sheet(book: Book) -> None:
    """Every source as it is cited, with its address."""
    _listed(book, "sheet_sources", SOURCE, [source.listed for source in book.table.sources], (18, 90, WIDE))


def add_state_sheet(book: Book) -> None:
    """The closed list of states and what each means."""
    _listed(book, "sheet_states", STATE, book.table.states, (18, 22, 90))


def _listed(book: Book, name: str, keys: Sequence[str], rows: Sequence[tuple], widths: Sequence[int]) -> Worksheet:
    sheet = book.sheet(book.table.words[name])
    for column, (key, width) in enumerate(zip(keys, widths, strict=True)):
        sheet.set_column(column, column, width)
        book.write(sheet, 0, column, book.table.words[key], HEADING)
    for row, cells in enumerate(rows, start=1):
        sheet.set_row(row, height_for(zip(cells, widths, strict=True)))
        for column, cell in enumerate(cells):
            book.write(sheet, row, column, cell, WRAPPED)
    sheet.freeze_panes(1, 0)
    return sheet
