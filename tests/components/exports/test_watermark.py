"""Demonstration pictures cannot be missed: the words in the frame's own lines, and hatching in the PNG, grey too."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import numpy as np
from PIL import Image

from components.exports.picture import framed_svg
from components.exports.png import png_of
from tests.components.exports.framed import FRAME, MAP

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "SHIFRA DEMONSTRUESE"


def drawn(**changes: Any) -> str:
    return framed_svg(MAP, **{**FRAME, **changes})


def grey(svg: str) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png_of(svg, scale=1))).convert("L"), dtype=int)


def test_the_words_stand_above_the_title_among_the_sources_and_in_the_description() -> None:
    root = ElementTree.fromstring(drawn(watermark=WORDS))
    lines = [line for line in root.findall(f"{SVG}text") if line.text]
    said = [str(line.text) for line in lines]
    own = [place for place, words in enumerate(said) if words == WORDS]
    assert len(own) == 2
    title = next(place for place, line in enumerate(lines) if "Serif" in line.get("font-family", ""))
    assert own[0] < title < own[1]
    description = root.find(f"{SVG}desc")
    assert description is not None and str(description.text).startswith(WORDS)


def test_a_picture_of_real_figures_bears_no_trace_of_the_mark() -> None:
    assert "demonstration" not in drawn() and WORDS not in drawn()


def test_every_part_of_a_grey_copy_is_marked_and_nothing_is_blotted_out() -> None:
    marked = drawn(watermark=WORDS)
    before, _, rest = marked.partition('<g fill="#801650"')
    unmarked = before + rest[rest.rindex("</g>") + 4 :]
    with_mark, without = grey(marked), grey(unmarked)
    assert with_mark.shape == without.shape
    difference = np.abs(with_mark - without)
    tile = 150
    for top in range(0, with_mark.shape[0] - tile, tile):
        for left in range(0, with_mark.shape[1] - tile, tile):
            part = difference[top : top + tile, left : left + tile]
            assert (part >= 12).mean() > 0.02, f"no mark at {left}, {top}"
    assert difference.max() < 120, "a figure under the mark can still be read"
