"""What all pages of a deck have: title, demonstration mark, foot with source and release, number, speaker's notes."""

import copy
from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from components.exports.slides.fitting import Box, fitting_size, size_for_lines
from components.exports.slides.stage import FOOT, FOOT_SIZES, HEIGHT, MARK, TITLE, TITLE_SIZES, WIDTH, Stage
from components.exports.slides.writing import MUTED, REFERENCE, add_text, fill_frame, placed, say_language, set_colour

MARK_SIZE, WATERMARK_SIZE = 14, 60
WATERMARK_ALPHA = "12000"  # thousandths of a per cent: seen from the back of a room, and the words read through it


def new_page(stage: Stage, title: str, *, is_demonstration: bool, foot: str, foot_box: Box = FOOT) -> Page:
    """A page with its title in at most two lines, its foot and number; marked where it shows demonstration figures."""
    page = stage.presentation.slides.add_slide(stage.presentation.slide_layouts[1])
    if is_demonstration:
        add_watermark(stage, page)
    fill_frame(page.shapes.title.text_frame, [title], language=stage.language)
    size = size_for_lines(title, TITLE.width, TITLE_SIZES, 2)
    page.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    add_foot(stage, page, foot, foot_box)
    return page


def add_watermark(stage: Stage, page: Page) -> None:
    """The words for made-up figures: large across the page, under all else, and small above the title."""
    words = stage.words.demonstration
    box = Box(0.4, HEIGHT / 2 - 0.6, WIDTH - 0.8, 1.2)
    shape = add_text(
        page,
        [words],
        box,
        size=WATERMARK_SIZE,
        language=stage.language,
        colour=REFERENCE,
        bold=True,
        anchor=MSO_ANCHOR.MIDDLE,
        name="Demonstration",
    )
    shape.rotation = -18.0
    for properties in shape._element.iter(qn("a:rPr")):
        alpha = parse_xml(f'<a:alpha {nsdecls("a")} val="{WATERMARK_ALPHA}"/>')
        properties.find(f".//{qn('a:schemeClr')}").append(alpha)
    tree = page.shapes._spTree
    tree.remove(shape._element)
    tree.insert(2, shape._element)  # behind everything else
    add_text(page, [words], MARK, size=MARK_SIZE, language=stage.language, colour=REFERENCE, bold=True)


def add_foot(stage: Stage, page: Page, words: str, box: Box) -> None:
    """The source line and the page's number, in the layout's own places for them."""
    layout: Any = page.slide_layout
    for shape in layout.placeholders:
        kind = shape._element.ph.get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        own = copy.deepcopy(shape._element)
        own.nvSpPr.cNvPr.set("id", str(next_id(page)))
        page.shapes._spTree.append(own)
        placeholder: Any = page.shapes[-1]
        if kind == "ftr":
            fill_frame(placeholder.text_frame, [words], language=stage.language)
            place_foot(placeholder, words, box)
        say_language(own, stage.language)


def place_foot(placeholder: Any, words: str, box: Box) -> None:
    """The source line at the foot of its box, as large as it fits."""
    frame = placeholder.text_frame
    placeholder.left, placeholder.top, placeholder.width, placeholder.height = placed(box)
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    font = frame.paragraphs[0].runs[0].font
    font.size = Pt(fitting_size([words], box, FOOT_SIZES) or FOOT_SIZES[-1])
    set_colour(font.color, MUTED)


def next_id(page: Page) -> int:
    """A number that no shape of the page has."""
    return max(int(number) for number in page.shapes._spTree.xpath("//@id") if str(number).isdigit()) + 1


def add_notes(stage: Stage, page: Page, paragraphs: Sequence[str]) -> None:
    """The speaker's notes."""
    frame = page.notes_slide.notes_text_frame
    assert frame is not None
    fill_frame(frame, paragraphs, language=stage.language)
    say_language(page.notes_slide._element, stage.language)
