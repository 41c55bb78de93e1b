"""Minutes as a word processor's document: real headings, repeated table heads, page numbers, its language."""

import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt

from components.exports.minutes.docx_parts import (
    add_field,
    draw_bar,
    draw_lines,
    keep_rows_whole,
    repeat_head,
    set_face,
    set_language,
    shade,
)
from components.exports.minutes.docx_properties import describe
from components.exports.minutes.model import CardSection, Decision, MinutesDocument

ACCENT, INK, MUTED, LINE, GROUND = "12436D", "1C2730", "4A545C", "B9B4A8", "EEF3F8"
SIGNATURE = "_" * 34


def docx_of(minutes: MinutesDocument) -> bytes:
    """The minutes as DOCX, A4; texts are text, never fields, links or formulas."""
    document = docx.Document()
    set_up(document, minutes)
    add_frame(document, minutes)
    document.add_paragraph(minutes.words["kind"], style="Subtitle")
    document.add_paragraph(minutes.title, style="Title")
    document.add_paragraph(minutes.date, style="Subtitle")
    if minutes.is_demonstration:
        document.add_paragraph(minutes.words["demonstration_long"], style="Mark")
    for line in minutes.lead:
        document.add_paragraph(line, style="Small")
    for number, section in enumerate(minutes.sections, start=1):
        add_section(document, section, number, minutes.words)
    add_signatures(document, minutes)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def set_up(document: Document, minutes: MinutesDocument) -> None:
    """Page, styles, language and what the file says of itself."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin = page.bottom_margin = Cm(2.4)
    set_language(document, minutes.locale)
    styles = document.styles
    for name in ("Decision", "Small", "Mark"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, size, bold, colour, before, after in (
        ("Normal", 10.5, False, INK, 0, 4),
        ("Title", 20, True, ACCENT, 0, 2),
        ("Subtitle", 11, False, MUTED, 0, 4),
        ("Heading 1", 13, True, ACCENT, 20, 4),
        ("Heading 2", 10.5, True, ACCENT, 10, 3),
        ("Decision", 11.5, False, INK, 2, 4),
        ("Small", 8.5, False, MUTED, 2, 2),
        ("Mark", 10, True, INK, 2, 4),
        ("Header", 8.5, False, MUTED, 0, 0),
        ("Footer", 8.5, False, MUTED, 0, 0),
    ):
        set_face(styles[name], size, bold=bold, colour=colour)
        styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(before), Pt(after)
    for border in styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    styles["Decision"].paragraph_format.left_indent = Cm(0.45)
    draw_bar(styles["Decision"], ACCENT)
    describe(document, minutes)


def add_frame(document: Document, minutes: MinutesDocument) -> None:
    """What stands on every page: whose minutes, the demonstration mark, the page's number."""
    words, page = minutes.words, document.sections[0]
    head = page.header.paragraphs[0]
    head.add_run(f"{words['product']} · {words['kind']} · {minutes.title} · {minutes.date}")
    if minutes.is_demonstration:
        page.header.add_paragraph(style="Header").add_run(words["demonstration"]).bold = True
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{words['page']} ")
    add_field(foot, "PAGE")
    foot.add_run(f" {words['of']} ")
    add_field(foot, "NUMPAGES")


def add_section(document: Document, section: CardSection, number: int, words: dict[str, str]) -> None:
    """A card: what was decided, then the figures it was decided on."""
    document.add_heading(f"{number}. {section.title}", level=1)
    if section.demonstration:
        document.add_paragraph(words["demonstration"], style="Mark").paragraph_format.keep_with_next = True
    for decision in section.decisions:
        add_decision(document, decision, words)
    document.add_heading(words["figures"], level=2)
    document.add_paragraph(section.caption).paragraph_format.keep_with_next = bool(section.rows)
    if section.rows:
        add_figures(document, section)
    for note in section.notes:
        document.add_paragraph(note, style="Small")


def add_decision(document: Document, decision: Decision, words: dict[str, str]) -> None:
    """The decision's text as written, then each fact in a line of its own."""
    document.add_heading(words["decision"], level=2)
    document.add_paragraph(decision.text, style="Decision").paragraph_format.keep_with_next = True
    for label, text in decision.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(1)
        line.add_run(f"{label}: ").bold = True
        line.add_run(text)


def add_figures(document: Document, section: CardSection) -> None:
    """The figures in a table whose head is repeated on every page."""
    table = document.add_table(rows=1, cols=len(section.headings))
    draw_lines(table, LINE)
    for row in section.rows:
        table.add_row()
        for cell, text in zip(table.rows[-1].cells, row, strict=True):
            cell.text = text
    for cell, heading in zip(table.rows[0].cells, section.headings, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(heading).bold = True
        shade(cell, GROUND)
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_before = cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9)
    repeat_head(table.rows[0])
    keep_rows_whole(table)


def add_signatures(document: Document, minutes: MinutesDocument) -> None:
    """Where chair and keeper sign."""
    for name in ("chair", "keeper"):
        line = document.add_paragraph(f"{minutes.words[name]}: {SIGNATURE}")
        line.paragraph_format.space_before = Pt(26)
