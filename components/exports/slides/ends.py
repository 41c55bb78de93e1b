"""The deck's first page and its last: what it is, and where its figures come from."""

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.charts.palette import LIGHT
from components.exports.slides.fitting import Box, pages_of, size_for_lines
from components.exports.slides.frame import add_notes, new_page
from components.exports.slides.stage import BODY, HEIGHT, TITLE_SIZES, Stage
from components.exports.slides.writing import MUTED, REFERENCE, add_text, fill_frame, placed, set_colour

BAND = Box(0, 0, 0.45, HEIGHT)
LEFT, ROOM = 1.2, 11.2
SOURCE = 16  # type size of citations: read at the table, not from the back


def add_title_page(stage: Stage, *, is_demonstration: bool, notes: Sequence[str]) -> None:
    """Product, title, subtitle, date and release; whether any figure is made up."""
    words, language = stage.words, stage.language
    page = stage.presentation.slides.add_slide(stage.presentation.slide_layouts[0])
    band = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *placed(BAND))
    band.fill.solid()
    band.fill.fore_color.rgb = RGBColor.from_string(LIGHT.accent.removeprefix("#"))
    band.line.fill.background()
    band._element.remove(band._element.find(qn("p:style")))
    add_text(page, [words.product], Box(LEFT, 0.9, ROOM, 0.4), size=20, bold=True, colour=MUTED, language=language)
    title, subtitle = page.shapes.title, page.placeholders[1]
    fill_frame(title.text_frame, [words.title], language=language)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(size_for_lines(words.title, ROOM, (44, 40, *TITLE_SIZES), 2))
    fill_frame(subtitle.text_frame, [words.subtitle], language=language)
    subtitle.text_frame.margin_left = 0
    run = subtitle.text_frame.paragraphs[0].runs[0]
    run.font.size = Pt(24)
    set_colour(run.font.color, MUTED)
    subtitle.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    if is_demonstration:
        place = Box(LEFT, 5.1, ROOM, 0.7)
        add_text(page, [words.has_demonstration], place, size=20, bold=True, colour=REFERENCE, language=language)
    add_text(page, [words.made], Box(LEFT, 6.2, ROOM, 0.7), size=18, colour=MUTED, language=language)
    add_notes(stage, page, notes)


def add_source_pages(stage: Stage, citations: Sequence[str]) -> None:
    """Every source in full, then licence, boundaries and release, on as many pages as they need."""
    words = stage.words
    told = [*dict.fromkeys(citations), *words.licence]
    for number, paragraphs in enumerate(pages_of(told, BODY, SOURCE)):
        title = words.sources if number == 0 else f"{words.sources} ({words.continued})"
        page = new_page(stage, title, is_demonstration=False, foot=words.release)
        add_text(page, paragraphs, BODY, size=SOURCE, language=stage.language)
        add_notes(stage, page, paragraphs)
