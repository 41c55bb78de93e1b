"""A native table on a page: plain rules, no grid, the first column bold."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.table import _Cell
from pptx.util import Inches, Pt

from components.exports.slides.arial import POINTS
from components.exports.slides.fitting import LEADING, Box, height_of, lines_of
from components.exports.slides.frame import add_notes, new_page
from components.exports.slides.model import TableSlide
from components.exports.slides.stage import BODY, TEXT_SIZES, Stage
from components.exports.slides.writing import ACCENT, INK, MUTED, add_text, fill_frame, placed, set_colour

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's table style without ground and grid
SIZE, FIRST = 18, 0.44  # type size of cells; share of the first column
AIR = 0.16  # inches above and below a row's words, together
RULE = 9525  # English metric units: three quarters of a point


def add_table_pages(stage: Stage, table: TableSlide) -> None:
    """The table, its headings repeated on as many pages as its rows need."""
    rows = list(table.rows)
    while rows:
        page = new_page(stage, table.title, is_demonstration=table.is_demonstration, foot=table.short_source)
        height = height_of([table.caption], BODY.width, TEXT_SIZES[-1])
        caption = Box(BODY.left, BODY.top, BODY.width, height)
        add_text(page, [table.caption], caption, size=TEXT_SIZES[-1], colour=MUTED, language=stage.language)
        box = BODY.below(height + 0.2)
        count = rows_that_fit(table.headings, rows, box)
        add_table(stage, page, table, rows[:count], box)
        add_notes(stage, page, table.notes)
        rows = rows[count:]


def widths_of(columns: int, width: float) -> list[float]:
    """The first column wide, the others alike."""
    return [width * FIRST, *[width * (1 - FIRST) / (columns - 1)] * (columns - 1)]


def row_height(row: Sequence[str], width: float) -> float:
    """The height of a row's longest cell."""
    widths = widths_of(len(row), width)
    lines = max(len(lines_of(cell, each - 0.2, SIZE, bold=True)) for cell, each in zip(row, widths, strict=True))
    return max(lines, 1) * SIZE * LEADING / POINTS + AIR


def rows_that_fit(headings: Sequence[str], rows: Sequence[Sequence[str]], box: Box) -> int:
    """How many rows fit under the headings, at least one."""
    height, count = row_height(headings, box.width), 0
    for row in rows:
        height += row_height(row, box.width)
        if height > box.height:
            break
        count += 1
    return max(count, 1)


def add_table(stage: Stage, page: Page, table: TableSlide, rows: Sequence[Sequence[str]], box: Box) -> None:
    """The headings and these rows."""
    drawn = page.shapes.add_table(len(rows) + 1, len(table.headings), *placed(Box(box.left, box.top, box.width, 1)))
    drawn._element.nvGraphicFramePr.cNvPr.set("descr", table.described)
    grid: Any = drawn.table
    grid.horz_banding, grid.first_col = False, True
    next(grid._tbl.iter(qn("a:tableStyleId"))).text = PLAIN
    for column, width in zip(grid.columns, widths_of(len(table.headings), box.width), strict=True):
        column.width = Inches(width)
    for number, row in enumerate([table.headings, *rows]):
        grid.rows[number].height = Inches(row_height(row, box.width))
        for place, words in enumerate(row):
            fill_cell(stage, grid.cell(number, place), words, heading=number == 0, bold=number == 0 or place == 0)


def fill_cell(stage: Stage, cell: _Cell, words: str, *, heading: bool, bold: bool) -> None:
    """One cell with a rule under it."""
    fill_frame(cell.text_frame, [words], language=stage.language)
    font = cell.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(SIZE), bold
    set_colour(font.color, ACCENT if heading else INK)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left, cell.margin_right = Inches(0), Inches(0.15)
    cell.margin_top = cell.margin_bottom = Inches(AIR / 3)
    colour = "accent1" if heading else "bg2"
    ground = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    rule = f'<a:lnB {nsdecls("a")} w="{RULE * (2 if heading else 1)}">{ground}</a:lnB>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(rule))
