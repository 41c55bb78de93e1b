"""An SVG that brings its typefaces along: on a machine without them no word is cut off and none runs into another."""

from xml.etree import ElementTree

from components.charts.svg import element
from components.exports.brief.web_fonts import faces_of
from components.exports.nesting import SVG

WORDS = (f"{{{SVG}}}text", f"{{{SVG}}}tspan")
BEFORE = "<metadata>"  # a framed picture has it once outside its words, and before anything that is drawn


def with_typefaces(svg: str) -> str:
    """The framed picture with the letters that it shows inside, as CSS at its beginning.

    ValueError for what is no framed picture.
    """
    head, metadata, drawn = svg.partition(BEFORE)
    if not metadata:
        raise ValueError("a framed picture has metadata")
    return f"{head}{element('style', faces_of(letters_of(svg)))}{metadata}{drawn}"


def letters_of(svg: str) -> frozenset[str]:
    """Every letter that the picture's texts show."""
    texts = (each for each in ElementTree.fromstring(svg).iter() if each.tag in WORDS)
    return frozenset(letter for each in texts for words in each.itertext() for letter in words)
