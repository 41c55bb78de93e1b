"""The page with the map: as large as a slide allows, the words beside it."""

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide as Page

from components.exports.slides.arial import POINTS, width_of
from components.exports.slides.fitting import BETWEEN, Box, fitting_size, height_of
from components.exports.slides.frame import add_notes, new_page
from components.exports.slides.map_key import add_key
from components.exports.slides.model import Slide
from components.exports.slides.pictures import add_picture
from components.exports.slides.stage import EDGE, FOOT, HEIGHT, TEXT_SIZES, WIDTH, Stage
from components.exports.slides.writing import ACCENT, MUTED, PAPER, add_text, set_colour

TOP, GAP = 1.55, 0.1  # the maps run from under the title to the slide's lower edge
ASIDE = 0.4  # between map and words
NUMBER_ROOM = 0.8
NARROW, NARROW_FOOT = 4.0, 1.3
TEXT = TEXT_SIZES[-1]
LABEL = Box(0.15, 0.15, 0, 0.36)  # in a map's upper left corner, where only neighbours are drawn


def add_map_page(stage: Stage, slide: Slide) -> int:
    """One map, or the two of a comparison, with caption, filters, key and the first sentences.

    Returns how many of the sentences found room.
    """
    height = HEIGHT - TOP
    edges = [0.0]
    for each in slide.maps:
        edges.append(edges[-1] + each.shape * height + GAP)
    left = edges[-1] - GAP + ASIDE
    foot = foot_box(left)
    page = new_page(stage, slide.title, is_demonstration=slide.is_demonstration, foot=slide.short_source, foot_box=foot)
    for x, each in zip(edges, slide.maps, strict=False):
        add_picture(page, each, Box(x, TOP, each.shape * height, height))
        if each.label:
            add_label(stage, page, each.label, x)
    said = add_words(stage, page, slide, Box(left, TOP, WIDTH - EDGE - left, foot.top - TOP - 0.2))
    add_notes(stage, page, slide.notes)
    return said


def add_label(stage: Stage, page: Page, words: str, left: float) -> None:
    """Whose map it is, on paper's ground: a border may run under it."""
    width = width_of(words, TEXT, bold=True) + 0.2
    shape = add_text(
        page,
        [words],
        Box(left + LABEL.left, TOP + LABEL.top, width, LABEL.height),
        size=TEXT,
        bold=True,
        language=stage.language,
        anchor=MSO_ANCHOR.MIDDLE,
        align=PP_ALIGN.CENTER,
    )
    shape.fill.solid()
    set_colour(shape.fill.fore_color, PAPER)


def foot_box(left: float) -> Box:
    """The place of the source line beside the maps: low and wide, or high where the column is narrow."""
    width = WIDTH - EDGE - left - NUMBER_ROOM
    height = FOOT.height if width > NARROW else NARROW_FOOT
    return Box(left, FOOT.bottom - height, width, height)


def has_caption(slide: Slide) -> bool:
    """Whether the page with the map has room for the caption."""
    return len(slide.maps) == 1


def add_line(stage: Stage, page: Page, words: str, box: Box, *, bold: bool) -> Box:
    """The words along the upper edge of the box; what is left of it."""
    height = height_of([words], box.width, TEXT, bold=bold)
    place, colour = Box(box.left, box.top, box.width, height), ACCENT if bold else MUTED
    add_text(page, [words], place, size=TEXT, colour=colour, bold=bold, language=stage.language)
    return box.below(height + BETWEEN * TEXT / POINTS)


def add_words(stage: Stage, page: Page, slide: Slide, box: Box) -> int:
    """Caption and filters from above, the key from below, sentences between; how many of these found room.

    A narrow column has no room for the caption: the page with the chart says it.
    """
    if has_caption(slide):
        box = add_line(stage, page, slide.caption, box, bold=False)
    box = add_line(stage, page, slide.filters, box, bold=True)
    if slide.key:
        room = add_key(stage, page, slide.key, slide.legend, box)
        box = Box(box.left, box.top, box.width, box.height - room)
    box = box.below(0.1)
    for count in range(len(slide.sentences), 0, -1):
        size = fitting_size(slide.sentences[:count], box, TEXT_SIZES)
        if size:
            add_text(page, slide.sentences[:count], box, size=size, language=stage.language)
            return count
    return 0
