"""The mark of demonstration figures drawn as shapes: as text it would run through every line copied from a PDF."""

from xml.etree import ElementTree

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from components.charts.fonts import FACES, text_width
from components.exports.nesting import SVG

MARK, TEXT, PATH = f"{{{SVG}}}g[@class='demonstration']", f"{{{SVG}}}text", f"{{{SVG}}}path"
FACE = "semibold"  # of the mark


def with_outlined_mark(root: ElementTree.Element) -> str:
    """The framed picture as markup, the slanting words of its mark as shapes in the same place; `root` changes."""
    words = [text for mark in root.findall(MARK) for text in mark.iter(TEXT)]
    shapes = {(each.text, each.get("font-size")): "" for each in words}
    for said, size in shapes:
        shapes[said, size] = outline(said or "", float(size or 0))
    for text in words:
        shape = shapes[text.text, text.get("font-size")]
        slant, place = text.get("transform", ""), f"translate({text.get('x')} {text.get('y')})"
        text.tag, text.text, text.attrib = PATH, None, {"d": shape, "transform": f"{slant} {place}".strip()}
    return ElementTree.tostring(root, encoding="unicode")


def outline(words: str, size: float) -> str:
    """The words as the data of a path, centred on x = 0, their baseline at y = 0."""
    with TTFont(FACES[FACE]) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        scale = size / font["head"].unitsPerEm
        pen, left = SVGPathPen(glyphs, lambda number: f"{number:.2f}"), -text_width(words, size, FACE) / 2
        for letter in words:
            glyph = glyphs[names.get(ord(letter), ".notdef")]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, left, 0)))
            left += glyph.width * scale
    return str(pen.getCommands())
