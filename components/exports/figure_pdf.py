"""A framed picture as PDF: a page of its size, its text kept as text, said aloud by a screen reader."""

from pathlib import Path
from xml.etree import ElementTree

import typst

from components.charts.fonts import FONT_FOLDER
from components.exports.nesting import SVG, natural_size
from components.exports.outlines import with_outlined_mark
from components.exports.png import svg_metadata
from components.exports.provenance.model import Provenance
from components.exports.provenance.names import ENTRY, MEMBER
from components.exports.provenance.parsing import provenance_of

PAGE = Path(__file__).with_name("figure.typ").read_bytes()
POINTS = 0.75  # of a pixel: 96 of these, 72 of those to the inch
FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONT_FOLDER)])


def pdf_of(svg: str, provenance: Provenance | None = None) -> bytes:
    """The framed picture as a PDF of one page, only in the bundled typefaces.

    The provenance (by default the one in the picture's `<metadata>`; none is needed) is attached as a file and gives
    the document its date, so the same picture is the same bytes. Raises ValueError for what is no framed picture, and
    for a letter that our typefaces do not have.
    """
    root = ElementTree.fromstring(svg)
    width, height = natural_size(svg)
    if provenance is None and (told := svg_metadata(svg).get(ENTRY)):
        provenance = provenance_of(told)
    inputs = {
        "svg": with_outlined_mark(root),
        "width": f"{POINTS * width:g}",
        "height": f"{POINTS * height:g}",
        "title": own_text(root, "title"),
        "description": own_text(root, "desc"),
        "alt": spoken(root),
        "product": root.get("data-product", ""),
        "language": root.get("lang", ""),
        "made": provenance.made if provenance else "",
        "member": MEMBER,
        "provenance": provenance.to_json() if provenance else "",
    }
    compiler = typst.Compiler(PAGE, font_paths=FONTS, sys_inputs=inputs)
    try:
        made = compiler.compile(format="pdf", pdf_standards="ua-1")  # PDF/UA-1 (ISO 14289-1): accessible
    except typst.TypstError as fault:
        raise ValueError(f"this picture makes no accessible PDF: {fault.message}") from fault
    return made if isinstance(made, bytes) else b"".join(made or [])


def own_text(root: ElementTree.Element, name: str) -> str:
    """The text of the frame's title or description; raises ValueError where it has none."""
    if text := root.findtext(f"{{{SVG}}}{name}"):
        return text
    raise ValueError(f"a framed picture has a {name}")


def spoken(root: ElementTree.Element) -> str:
    """What replaces the picture for who cannot see it: every line of the frame, then every text of its drawings."""
    lines = root.findall(f"{{{SVG}}}text")
    drawn = [text for drawing in root.findall(f"{{{SVG}}}svg") for text in drawing.iter(f"{{{SVG}}}text")]
    said = (" ".join(" ".join(each.itertext()).split()) for each in (*lines, *drawn))
    return " ".join(text for text in said if text)
