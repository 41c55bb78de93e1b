"""The key of a map: its classes as a strip with the values between them."""

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page

from components.exports.slides.arial import width_of
from components.exports.slides.fitting import Box, height_of
from components.exports.slides.model import MapKey
from components.exports.slides.stage import Stage
from components.exports.slides.writing import MUTED, add_text, placed

STRIP, TICK, WIDEST = 0.2, 14, 5.4
LINE = 0.26
ABOVE = 0.25


def add_key(stage: Stage, page: Page, key: MapKey, legend: str, box: Box) -> float:
    """The key along the lower edge of the box, under it what the map's states mean; the height that it takes."""
    told = height_of([legend], box.width, TICK) + 0.06 if legend else 0.0
    width = min(box.width, WIDEST)
    edge = max(width_of(key.ticks[0], TICK), width_of(key.ticks[-1], TICK)) / 2
    top = box.bottom - told - LINE - STRIP
    step = (width - 2 * edge) / len(key.colours)
    start = box.left + edge
    for number, colour in enumerate(key.colours):
        shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *placed(Box(start + number * step, top, step, STRIP)))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour.removeprefix("#"))
        shape.line.fill.background()
        shape._element.remove(shape._element.find(qn("p:style")))
        shape._element.nvSpPr.cNvPr.set("descr", f"{key.ticks[number]} – {key.ticks[number + 1]}")
    for number, words in enumerate(key.ticks):
        tick = Box(start + (number - 0.5) * step, top + STRIP + 0.03, step, LINE)
        add_text(page, [words], tick, size=TICK, colour=MUTED, align=PP_ALIGN.CENTER, language=stage.language)
    if legend:
        below = Box(box.left, box.bottom - told + 0.06, box.width, told)
        add_text(page, [legend], below, size=TICK, colour=MUTED, language=stage.language)
    return told + LINE + STRIP + ABOVE
