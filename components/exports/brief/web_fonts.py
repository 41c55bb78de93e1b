"""The typefaces inside an HTML file: the letters of our two languages and the signs we print, nothing more."""

import base64
import io
from functools import cache

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from components.exports.fonts import FACES, SANS, SERIF

# Latin with Albanian and its neighbours' letters, quotes, dashes, spaces, arrows, per mille, minus.
LETTERS = (
    *range(0x20, 0x17F),
    *range(0x2010, 0x2027),
    0x202F,
    0x2030,
    0x2039,
    0x203A,
    0x20AC,
    *range(0x2190, 0x2194),
    0x2212,
)
STYLES = {
    "regular": (SANS, 400, "normal"),
    "semibold": (SANS, 600, "normal"),
    "italic": (SANS, 400, "italic"),
    "serif": (SERIF, 600, "normal"),
}


@cache
def font_faces() -> str:
    """CSS that brings the faces along as data."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'src:url(data:font/woff;base64,{base64.b64encode(subset(face)).decode("ascii")}) format("woff")}}'
        for face, (family, weight, style) in STYLES.items()
    )


def subset(face: str) -> bytes:
    """One face as WOFF with only `LETTERS`, its name and licence kept."""
    options = Options(flavor="woff", name_IDs=["*"], notdef_outline=True, layout_features=["kern", "mark", "locl"])
    with TTFont(FACES[face]) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        font.flavor = "woff"
        file = io.BytesIO()
        font.save(file)
    return file.getvalue()
