"""Characters that the bundled typeface cannot set: written as their number, so that none is lost unseen."""

import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from components.charts.fonts import FACES

BREAK = "\n"


def settable(text: str) -> str:
    """The text with every character that has no glyph as `[U+1F3D4]`; line breaks stay, marks that nobody sees go."""
    return "".join(map(settable_letter, text))


def settable_letter(letter: str) -> str:
    """The letter, or its number."""
    if letter == BREAK or letter in glyphs():
        return letter
    return "" if unicodedata.category(letter) == "Cf" else f"[U+{ord(letter):04X}]"


@cache
def glyphs() -> frozenset[str]:
    """Every character that both weights of the document have."""
    found = []
    for face in ("regular", "semibold"):
        with TTFont(FACES[face]) as font:
            found.append({chr(code) for code in font.getBestCmap()})
    return frozenset.intersection(*map(frozenset, found))
