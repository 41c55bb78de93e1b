"""The empty presentation: 16 to 9, our colours and typeface as its theme, two layouts.

Arial, not the page's Source Sans: a file of PowerPoint does not bring its typeface along, and a committee's computer
has none of ours. Every Office has Arial, and LibreOffice sets it in Liberation Sans, which has the same widths: lines
break where we measured them to. (Calibri's stand-in does not come with every LibreOffice.)
"""

from collections.abc import Iterable

from pptx import Presentation as open_presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation
from pptx.slide import SlideLayout
from pptx.util import Inches

from components.charts.palette import LIGHT
from components.exports.slides.fitting import Box
from components.exports.slides.stage import EDGE, FOOT, HEIGHT, LANGUAGES, NUMBER, ROOM, TITLE, WIDTH
from components.exports.slides.writing import placed

FONT = "Arial"
KEPT_LAYOUTS = ("Title Slide", "Title Only")
COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.paper,
    "dk2": LIGHT.muted,
    "lt2": LIGHT.land,
    "accent1": LIGHT.accent,
    "accent2": LIGHT.reference,
    "accent3": LIGHT.ramp[1],
    "accent4": LIGHT.ramp[0],
    "accent5": LIGHT.neutral_ramp[2],
    "accent6": LIGHT.outline,
    "hlink": LIGHT.accent,
    "folHlink": LIGHT.muted,
}
PLACES = {
    "title": TITLE,
    "body": Box(EDGE, 1.6, ROOM, 5.1),
    "ftr": FOOT,
    "sldNum": NUMBER,
    "dt": Box(EDGE, 6.9, 2, 0.4),
    "ctrTitle": Box(1.2, 1.9, ROOM - 1.2, 1.9),
    "subTitle": Box(1.2, 3.95, ROOM - 1.2, 1.1),
}
# A thumbnail and properties of somebody else's empty file, and a printer's settings.
FOREIGN = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.PRINTER_SETTINGS)


def empty_presentation(language: str) -> Presentation:
    """A presentation without slides; layouts `Title Slide` and `Title Only`, in this order."""
    made = open_presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    size = made.part._element.find(qn("p:sldSz"))
    size.attrib.pop("type", None)
    keep_layouts(made)
    master = made.slide_master
    for holder in (master, *made.slide_layouts):
        for shape in holder.placeholders:
            kind = shape._element.ph.get("type", "body")
            shape.left, shape.top, shape.width, shape.height = placed(PLACES[kind])
    set_master_type(master._element)
    for found in made.part._element.iter(qn("a:defRPr")):
        found.set("lang", LANGUAGES[language])
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = themed(theme.blob)
    drop_foreign(made)
    return made


def keep_layouts(made: Presentation) -> None:
    """Takes the layouts away that no page of ours uses."""
    unused: Iterable[SlideLayout] = [each for each in made.slide_layouts if each.name not in KEPT_LAYOUTS]
    for layout in unused:
        made.slide_layouts.remove(layout)


def set_master_type(master: BaseOxmlElement) -> None:
    """Titles bold, at the left, in the accent's colour; they begin at the top of their place, without margins."""
    style = master.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("b", "1")
    style.find(qn("a:defRPr")).set("sz", "3000")
    style.find(f".//{qn('a:schemeClr')}").set("val", "accent1")
    body = next(master.iter(qn("a:bodyPr")))
    body.set("anchor", "t")
    for margin in ("lIns", "tIns", "rIns", "bIns"):
        body.set(margin, "0")


def themed(xml: bytes) -> bytes:
    """The theme with our name, colours and typeface."""
    theme = parse_xml(xml)
    theme.set("name", "Harta TQNJ")
    for name, colour in COLOURS.items():
        slot = theme.find(f".//{qn(f'a:{name}')}")
        slot.clear()
        slot.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour.removeprefix("#")}"/>'))
    for face in ("a:majorFont", "a:minorFont"):
        theme.find(f".//{qn(face)}/{qn('a:latin')}").set("typeface", FONT)
    return serialize_part_xml(theme)


def drop_foreign(made: Presentation) -> None:
    """Takes away what the empty file brought along that is not ours."""
    for holder in (made.part.package, made.part):
        rels = holder._rels
        for name in [name for name, each in rels.items() if each.reltype in FOREIGN]:
            rels.pop(name)
