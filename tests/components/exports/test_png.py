"""The PNG opens, has twice the size, shows our letters and says where it comes from."""

import io

import pytest
from PIL import Image

from components.exports.picture import framed_svg
from components.exports.png import png_metadata, png_of
from tests.components.exports.framed import FRAME, MAP, METADATA

SMALL = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">{}</svg>'
WORDS = """<text x="4" y="30" font-size="24" font-family="'Source Sans 3'">{}</text>"""


def pixels(inner: str) -> bytes:
    return Image.open(io.BytesIO(png_of(SMALL.format(inner)))).convert("RGBA").tobytes()


def test_a_framed_picture_opens_at_twice_its_size_with_its_provenance() -> None:
    svg = framed_svg(MAP, **FRAME)
    png = png_of(svg)
    image = Image.open(io.BytesIO(png))
    image.load()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert image.width == 2400
    assert f'height="{image.height // 2}"' in svg
    assert image.text == METADATA == png_metadata(png)  # type: ignore[attr-defined]


def test_the_scale_is_the_one_asked_for() -> None:
    assert Image.open(io.BytesIO(png_of(SMALL.format(""), scale=3))).size == (360, 120)


def test_metadata_given_outright_wins() -> None:
    assert png_metadata(png_of(framed_svg(MAP, **FRAME), metadata={"Source": "ë"})) == {"Source": "ë"}
    assert png_metadata(png_of(SMALL.format(""))) == {}


def test_albanian_letters_are_drawn_each_as_itself() -> None:
    drawn = [pixels(WORDS.format(letter)) for letter in "ëeçc"]
    assert len(set(drawn)) == 4
    assert pixels("") not in drawn


@pytest.mark.parametrize("key", ["", " Title", "x" * 80])
def test_a_keyword_the_format_forbids_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="keyword"):
        png_of(SMALL.format(""), metadata={key: "text"})


def test_what_is_no_png_is_refused() -> None:
    with pytest.raises(ValueError, match="no PNG"):
        png_metadata(b"GIF89a")
