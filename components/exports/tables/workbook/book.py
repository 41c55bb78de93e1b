"""A workbook under way: its cell styles, and writing text that stays text."""

import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from math import ceil
from typing import Any, Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.charts.palette import LIGHT
from components.exports.cells import is_formula_like
from components.exports.limits import CELL, FOOT, SHEET, cut, properties
from components.exports.tables.model import Table

OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FONT: Final = {"font_name": "Calibri", "font_size": 11, "valign": "top", "font_color": LIGHT.ink}
HEADING: Final = {
    "bold": True,
    "bg_color": LIGHT.accent,
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "vcenter",
}
MADE_UP: Final = {"bg_color": "#F6E3EC"}
WARNING: Final = {"bold": True, "font_color": LIGHT.reference, "font_size": 12}
QUIET: Final = {"font_color": LIGHT.muted}
PAPER_A4: Final = 9
PAGES: Final = "&R&P/&N"
LINE: Final = 15  # points; programs that print without a screen do not fit a row to its text, so we do

Style = Mapping[str, Any]


def height_for(cells: Iterable[tuple[object, float]]) -> float:
    """How many points high a row must be for its wrapped cells, each given with its column's width."""
    lines = [ceil(1.15 * len(cell) / width) for cell, width in cells if isinstance(cell, str)]
    return LINE * max(lines, default=1)


class Book:
    """The workbook of a table. Text is always written as text; where it looks like a formula, the cell also carries
    Excel's own mark for text (quote prefix), so that editing it does not run it."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._memory = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._memory, OPTIONS)
        self._styles: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._book.set_properties(self._properties)
        self._book.set_custom_property("language", table.provenance.language)
        self._book.set_custom_property("release", table.provenance.release)

    @cached_property
    def _properties(self) -> dict[str, Any]:
        told, words = self.table.provenance, self.table.words
        marks = (words["demonstration"],) if self.table.is_demonstration else ()
        texts = {
            "title": self.table.title,
            "subject": self.table.caption,
            "author": words["product"],
            "keywords": ", ".join((*marks, *self.table.filters, told.language)),
            "comments": f"{words['release']}: {told.release}. {told.address}",
        }
        return {**properties(texts), "created": datetime.fromisoformat(told.made)}

    def style(self, *styles: Style) -> Format:
        """The cell format of these styles together, later ones winning."""
        merged: dict[str, Any] = dict(FONT)
        for style in styles:
            merged |= style
        key = tuple(sorted(merged.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(merged)
        return self._styles[key]

    def sheet(self, name: str) -> Worksheet:
        """A new sheet for A4 across, one page wide, with release and page number at its foot."""
        sheet: Worksheet = self._book.add_worksheet(cut(name, SHEET))
        sheet.set_landscape()
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5)
        words = self.table.words
        told = f"{words['product']} · {self.table.provenance.release} · {words['sources_there']}"
        sheet.set_footer(f"&L{cut(told.replace('&', '&&'), FOOT - len(PAGES) - 2)}{PAGES}")
        if self.table.is_demonstration:
            sheet.set_header(f'&C&"Calibri,Bold"{self.table.words["demonstration"]}')
        return sheet

    def bar_chart(self) -> Any:
        """A new chart with lying bars, not yet on a sheet."""
        return self._book.add_chart({"type": "bar"})

    def write(self, sheet: Worksheet, row: int, column: int, cell: object, *styles: Style) -> None:
        """A number as a number, anything else as text as long as a cell may be, a missing value as an empty cell."""
        if cell is None or pd.isna(cell):  # type: ignore[call-overload]
            sheet.write_blank(row, column, None, self.style(*styles))
        elif isinstance(cell, str):
            quoted = ({"quote_prefix": True},) if is_formula_like(cell) else ()
            sheet.write_string(row, column, cut(cell, CELL), self.style(*styles, *quoted))
        else:
            sheet.write_number(row, column, float(cell), self.style(*styles))  # type: ignore[arg-type]

    def content(self) -> bytes:
        """The finished file; nothing can be written after."""
        self._book.close()
        return self._memory.getvalue()
