"""The page with the chart, and the pages for what neither map nor chart had room for."""

from pptx.slide import Slide as Page

from components.exports.slides.arial import POINTS
from components.exports.slides.chart import add_chart
from components.exports.slides.fitting import BETWEEN, Box, fitting_size, height_of, pages_of
from components.exports.slides.frame import add_notes, new_page
from components.exports.slides.map_page import has_caption
from components.exports.slides.model import NativeChart, Slide
from components.exports.slides.stage import BODY, TEXT_SIZES, Stage
from components.exports.slides.writing import ACCENT, MUTED, add_text

PANEL, ASIDE = 4.1, 0.4  # inches: the words beside a chart, and what parts them from it
HEADING, READABLE = 20, 10.6  # type size; the longest line that is still easily read, in inches

Block = tuple[str, tuple[str, ...]]  # a heading and the paragraphs under it


def add_chart_page(stage: Stage, slide: Slide, chart: NativeChart, blocks: list[Block]) -> list[Block]:
    """The chart with those blocks beside it that fit there; the blocks that do not. Two sides need the whole width."""
    page = new_page(stage, slide.title, is_demonstration=slide.is_demonstration, foot=slide.short_source)
    body = below_caption(stage, page, slide.caption) if says_caption(slide) else BODY
    panel = Box(body.left + body.width - PANEL, body.top, PANEL, body.height)
    beside, left = fitting_blocks(blocks, panel) if len(chart.sides) == 1 else ([], blocks)
    width = body.width - (PANEL + ASIDE if beside else 0)
    box = Box(body.left, body.top, width, body.height)
    add_chart(stage, page, chart, box, marked=slide.is_demonstration)
    add_blocks(stage, page, beside, panel)
    add_notes(stage, page, slide.notes)
    return left


def says_caption(slide: Slide) -> bool:
    """Whether the page with the chart says the caption: no map has said it, and one side leaves room for it."""
    return slide.chart is not None and len(slide.chart.sides) == 1 and not has_caption(slide)


def below_caption(stage: Stage, page: Page, caption: str) -> Box:
    """The caption across the page, where no page with a map has said it; what is left of the page's body."""
    size = TEXT_SIZES[-1]
    height = height_of([caption], BODY.width, size)
    place = Box(BODY.left, BODY.top, BODY.width, height)
    add_text(page, [caption], place, size=size, colour=MUTED, language=stage.language)
    return BODY.below(height + BETWEEN * size / POINTS)


def fitting_blocks(blocks: list[Block], box: Box) -> tuple[list[Block], list[Block]]:
    """The first blocks that fit the box together, and the others."""
    count = next(
        (count for count in range(len(blocks), 0, -1) if size_of(blocks[:count], box) is not None),
        0,
    )
    return blocks[:count], blocks[count:]


def size_of(blocks: list[Block], box: Box) -> float | None:
    """The type size at which the blocks fit the box; None where there is none."""
    headings = sum(height_of([heading], box.width, HEADING, bold=True) + 0.4 for heading, _ in blocks if heading)
    words = [paragraph for _, paragraphs in blocks for paragraph in paragraphs]
    return fitting_size(words, box.below(headings), TEXT_SIZES) if words else None


def add_blocks(stage: Stage, page: Page, blocks: list[Block], box: Box) -> None:
    """The blocks under each other, in one type size."""
    size = size_of(blocks, box) if blocks else None
    for heading, paragraphs in blocks:
        if heading:
            height = height_of([heading], box.width, HEADING, bold=True)
            place = Box(box.left, box.top, box.width, height)
            add_text(page, [heading], place, size=HEADING, bold=True, colour=ACCENT, language=stage.language)
            box = box.below(height + 0.12)
        assert size is not None
        height = height_of(paragraphs, box.width, size)
        add_text(page, paragraphs, Box(box.left, box.top, box.width, height), size=size, language=stage.language)
        box = box.below(height + BETWEEN * size / POINTS + 0.1)


def add_text_pages(stage: Stage, slide: Slide, blocks: list[Block]) -> None:
    """Pages of words, as many as the blocks need."""
    box = Box(BODY.left, BODY.top, READABLE, BODY.height)
    while blocks:
        here, blocks = fitting_blocks(blocks, box)
        if not here:  # one block is longer than a page
            heading, paragraphs = blocks[0]
            first, *more = pages_of(paragraphs, box.below(0.8), TEXT_SIZES[-1])
            here = [(heading, tuple(first))]
            blocks = [*((heading, tuple(each)) for each in more), *blocks[1:]]
        page = new_page(stage, slide.title, is_demonstration=slide.is_demonstration, foot=slide.short_source)
        add_blocks(stage, page, here, box)
        add_notes(stage, page, slide.notes)
