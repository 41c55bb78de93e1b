"""Words on a slide: text boxes whose every run says its language."""

from collections.abc import Sequence

from pptx.dml.color import ColorFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Length, Pt

from components.exports.slides.fitting import BETWEEN, Box

INK, MUTED = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
PAPER, ACCENT, REFERENCE = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
# Characters that XML 1.0 does not allow, as a citation copied from a PDF may have.
UNWRITABLE = dict.fromkeys(code for code in range(32) if code not in (9, 10, 13))


def placed(box: Box) -> tuple[Length, Length, Length, Length]:
    """The box as python-pptx takes it: left, top, width, height."""
    return Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)


def add_text(
    slide: Slide,
    paragraphs: Sequence[str],
    box: Box,
    *,
    size: float,
    language: str,
    colour: MSO_THEME_COLOR = INK,
    bold: bool = False,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    name: str = "",
) -> Shape:
    """A text box without margins; paragraphs stand `BETWEEN` lines apart."""
    shape = slide.shapes.add_textbox(*placed(box))
    shape.name = name or shape.name
    fill_frame(shape.text_frame, paragraphs, language=language)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, paragraph in enumerate(frame.paragraphs):
        paragraph.alignment = align
        paragraph.space_before = Pt(size * BETWEEN if number else 0)
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            set_colour(run.font.color, colour)
    return shape


def fill_frame(frame: TextFrame, paragraphs: Sequence[str], *, language: str) -> None:
    """The paragraphs as the frame's only text, each one run in the language."""
    for number, words in enumerate(paragraphs or [""]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for run in list(paragraph.runs):
            paragraph._p.remove(run._r)
        paragraph.add_run().text = clean(words)
        say_language(paragraph._p, language)


def clean(words: str) -> str:
    """The words without characters that a file of XML cannot hold, on one line."""
    return " ".join(words.translate(UNWRITABLE).split(" ")).replace("\n", " ").replace("\r", " ")


def say_language(element: BaseOxmlElement, language: str) -> None:
    """Every run and every end of a paragraph below the element says its language."""
    for tag in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for found in element.iter(qn(tag)):
            found.set("lang", language)
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", language)


def set_colour(colour: ColorFormat, theme: MSO_THEME_COLOR) -> None:
    """A colour of the deck's theme, so that a committee's own theme can replace it."""
    colour.theme_color = theme
