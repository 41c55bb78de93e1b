"""The typefaces inside an HTML or SVG file: the letters of our two languages and the signs we print, nothing more."""

import base64
import io
from collections.abc import Iterable
from functools import cache, lru_cache

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from components.charts.fonts import FACES, SANS, SERIF

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
    *(0x2248, 0x2264, 0x2265),  # about, at most, at least
    *(0x25A0, 0x25CB, 0x25CF, 0x2713),  # the signs of keys
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
    return "".join(rule(face, small_face(face)) for face in STYLES)


@lru_cache(maxsize=64)
def faces_of(letters: frozenset[str]) -> str:
    """CSS that brings along of every face only these of our letters."""
    return "".join(rule(face, subset(small_face(face), map(ord, letters))) for face in STYLES)


def rule(face: str, content: bytes) -> str:
    """The CSS that names one face and holds its file."""
    family, weight, style = STYLES[face]
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'src:url(data:font/woff;base64,{base64.b64encode(content).decode("ascii")}) format("woff")}}'
    )


@cache
def small_face(face: str) -> bytes:
    """One face with only `LETTERS`; made once, since the whole file takes half a second to read."""
    return subset(FACES[face].read_bytes(), LETTERS)


def subset(content: bytes, codes: Iterable[int]) -> bytes:
    """The face as WOFF with only these code points, its name and licence kept."""
    options = Options(flavor="woff", name_IDs=["*"], notdef_outline=True, layout_features=["kern", "mark", "locl"])
    with TTFont(io.BytesIO(content)) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=codes)
        subsetter.subset(font)
        font.flavor = "woff"
        file = io.BytesIO()
        font.save(file)
    return file.getvalue()
