"""What a word processor's document needs below the level of paragraphs: language, page numbers, table heads."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FACE = "Arial"  # on every machine, or one of the same widths in its place


def set_language(document: Document, locale: str) -> None:
    """The language that spelling and reading aloud go by."""
    default = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = child(default, "w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(name), locale)


def set_face(style: ParagraphStyle, size: float, *, bold: bool = False, colour: str = "1C2730") -> None:
    """The style's typeface in place of the template's theme, its size and its colour."""
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FACE)


def add_field(paragraph: Paragraph, code: str) -> None:
    """A number that the program works out itself: PAGE or NUMPAGES."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def repeat_head(row: _Row) -> None:
    """The row stands on top of every page that the table reaches."""
    child(row._tr.get_or_add_trPr(), "w:tblHeader").set(qn("w:val"), "true")


def keep_rows_whole(table: Table) -> None:
    """No row is cut by the end of a page."""
    for row in table.rows:
        child(row._tr.get_or_add_trPr(), "w:cantSplit").set(qn("w:val"), "true")


def shade(cell: _Cell, colour: str) -> None:
    """The cell's ground."""
    shading = child(cell._tc.get_or_add_tcPr(), "w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shading.set(qn(name), value)


def draw_lines(table: Table, colour: str) -> None:
    """A thin line under every row, none beside."""
    borders = child(table._tbl.tblPr, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = child(borders, f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", colour)):
            line.set(qn(name), value)


def draw_bar(style: ParagraphStyle, colour: str) -> None:
    """A bar at the left of every paragraph of the style."""
    left = child(child(style.element.get_or_add_pPr(), "w:pBdr"), "w:left")
    for name, value in (("w:val", "single"), ("w:sz", "18"), ("w:space", "8"), ("w:color", colour)):
        left.set(qn(name), value)


def child(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    """The element's child of that name, made where it is missing."""
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        parent.append(found)
    return found
