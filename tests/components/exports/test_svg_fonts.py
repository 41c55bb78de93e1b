"""An SVG keeps its look on a machine that has none of our typefaces."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from components.charts.fonts import FACES
from components.charts.palette import LIGHT
from components.charts.svg import picture, text
from components.exports.picture import framed_svg
from components.exports.png import svg_metadata
from components.exports.svg_fonts import letters_of, with_typefaces

DRAWN = picture(
    text("Shkodër ■ −3,5 % <ë>", 0, 10),
    prefix="p",
    role="img",
    title="spoken only: žđ",
    description="",
    box=(0, 0, 100, 20),
    size=(100, 20),
)
TOLD = {"provenance": 'a style is no "</metadata>", nor "<metadata>"'}


def framed() -> str:
    frame = {"product": "Harta TQNJ", "title": "Çfarë u matë", "caption": "Ky kapitull", "pills": ["gra"]}
    return framed_svg(DRAWN, **frame, palette=LIGHT, metadata=TOLD)


def faces(svg: str) -> list[tuple[str, TTFont]]:
    found = re.findall(r'@font-face\{font-family:"([^"]+)"[^}]*base64,([A-Za-z0-9+/=]+)\)', svg)
    return [(family, TTFont(io.BytesIO(base64.b64decode(content)))) for family, content in found]


def test_every_face_comes_along_with_every_letter_that_is_shown() -> None:
    svg = with_typefaces(framed())
    found = faces(svg)
    assert [family for family, _ in found] == ["Source Sans 3"] * 3 + ["Source Serif 4"]
    for (_, font), file in zip(found, FACES.values(), strict=True):
        possible = set(TTFont(file).getBestCmap())
        assert {ord(letter) for letter in letters_of(framed())} & possible <= set(font.getBestCmap())
    assert {"■", "−", "ë", "<", "Ç"} <= letters_of(svg)


def test_nothing_else_comes_along_and_nothing_else_changes() -> None:
    plain, svg = framed(), with_typefaces(framed())
    assert re.sub(r"<style>@font-face.*?</style>", "", svg) == plain
    assert svg_metadata(svg) == TOLD
    assert all(ord("ž") not in font.getBestCmap() for _, font in faces(svg))
    assert len(svg) - len(plain) < 60_000
    assert "http" not in "".join(re.findall(r"<style>.*?</style>", svg))


def test_what_has_no_frame_is_refused() -> None:
    with pytest.raises(ValueError, match="metadata"):
        with_typefaces(DRAWN)
