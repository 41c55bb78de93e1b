"""The sheet with the table's chart: what it shows, Excel's own bars, and below them the numbers they are drawn from."""

from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from components.exports.tables.bars import Bar, Charted
from components.exports.tables.charted import charted
from components.exports.tables.workbook.bar_chart import bar_chart, described, height_of
from components.exports.tables.workbook.book import HEADING, QUIET, WARNING, Book, height_for
from components.exports.tables.workbook.data_sheet import number_format

COLUMNS: Final = ("chart_row", "chart_value", "chart_low", "chart_upp", "chart_minus", "chart_plus")
ROW_HEIGHT: Final = 20  # pixels
ACROSS, WIDTH = 7, 130  # the last column that words and chart reach, and how many signs wide they all are
WRAPPED: Final = {"text_wrap": True}


def add_chart_sheet(book: Book) -> None:
    """Title, what is shown, the chart and its numbers; no sheet where there is nothing to draw."""
    chosen = charted(book.table)
    if chosen is None:
        return
    sheet = book.sheet(book.table.words["sheet_chart"])
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 1)
    top = _write_words(book, sheet, chosen)
    first = top + height_of(chosen) // ROW_HEIGHT + 3
    _write_numbers(book, sheet, chosen, first)
    sheet.insert_chart(top, 0, bar_chart(book, chosen, first), {"description": described(book.table, chosen)})


def _write_words(book: Book, sheet: Worksheet, chosen: Charted) -> int:
    """Writes the lines above the chart; returns the chart's line."""
    table = book.table
    lines: list[tuple[str, dict[str, Any]]] = [(table.warning, WARNING)] if table.warning else []
    lines += [(table.title, {"bold": True, "font_size": 14}), (table.caption, QUIET)]
    lines += [(note, QUIET) for note in _notes(book, chosen)]
    lines += [(f"{table.words['source_citation']}: {source.citation}", QUIET) for source in table.sources]
    for row, (text, style) in enumerate(lines):
        sheet.merge_range(row, 0, row, ACROSS, "", book.style(style, WRAPPED))
        book.write(sheet, row, 0, text, style, WRAPPED)
        sheet.set_row(row, height_for([(text, WIDTH)]) * style.get("font_size", 11) / 10)
    return len(lines) + 1


def _notes(book: Book, chosen: Charted) -> list[str]:
    words = book.table.words
    notes = [f"{words['chart_only']} {' · '.join(chosen.only)}"] if chosen.only else []
    notes += [words["chart_first"]] if chosen.left_out else []
    signs = [words["chart_interval"]] if chosen.has_intervals else []
    signs += [words["chart_unreliable"]] if any(bar.is_unreliable for bar in chosen.bars) else []
    signs += [words["chart_made_up"]] if any(bar.is_made_up for bar in chosen.bars) else []
    signs += [words["chart_hidden"]] if any(bar.value is None for bar in chosen.bars) else []
    return [*notes, " ".join(signs)] if signs else notes


def _write_numbers(book: Book, sheet: Worksheet, chosen: Charted, top: int) -> None:
    count = len(COLUMNS) if chosen.has_intervals else 2
    for column, key in enumerate(COLUMNS[:count]):
        aligned = {"align": "right" if column else "left"}
        book.write(sheet, top, column, book.table.words[key], HEADING, aligned)
    sheet.set_row_pixels(top, 2 * ROW_HEIGHT)
    number = {"num_format": number_format(chosen.decimals)}
    for row, bar in enumerate(chosen.bars, start=top + 1):
        book.write(sheet, row, 0, bar.label)
        for column, figure in enumerate(_figures(bar)[: count - 1], start=1):
            book.write(sheet, row, column, figure, number)
    labels = min(max(len(bar.label) for bar in chosen.bars) + 2, 60)
    sheet.set_column(0, 0, labels)
    sheet.set_column(1, ACROSS, (WIDTH - labels) / ACROSS)


def _figures(bar: Bar) -> tuple[float | None, ...]:
    return bar.value, bar.low, bar.upp, bar.below, bar.above
