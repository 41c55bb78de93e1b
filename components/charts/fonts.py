"""The bundled typefaces (SIL Open Font License, unmodified) and how wide words are when set in them."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONT_FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts"
SANS, SERIF = "Source Sans 3", "Source Serif 4"
FACES = {
    "regular": FONT_FOLDER / "SourceSans3-Regular.ttf",
    "semibold": FONT_FOLDER / "SourceSans3-Semibold.ttf",
    "italic": FONT_FOLDER / "SourceSans3-It.ttf",
    "serif": FONT_FOLDER / "SourceSerif4-Semibold.ttf",
}
FONT_FILES = tuple(FACES.values())


def text_width(words: str, size: float, face: str = "regular") -> float:
    """Width in pixels at this size by the face's own advance widths; kerning, which narrows, is left out."""
    advances, missing, em = _advances(face)
    return sum(advances.get(ord(letter), missing) for letter in words) * size / em


def wrapped(words: str, width: float, size: float, face: str = "regular") -> list[str]:
    """The words in lines that fit `width`; a single word wider than that is broken between letters."""
    lines: list[str] = []
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, face) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, size, face)
        lines.extend(full)
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, size: float, face: str) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, face) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _advances(face: str) -> tuple[dict[int, int], int, int]:
    """Advance width by code point, that of the missing glyph, and the units of an em."""
    with TTFont(FACES[face]) as font:
        widths = font["hmtx"]
        advances = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
        return advances, widths[".notdef"][0], font["head"].unitsPerEm
