"""Words are measured as they are drawn: by the bundled typefaces, which hold every letter we print."""

import io

import pytest
import resvg_py
from fontTools.ttLib import TTFont
from PIL import Image, ImageOps

from components.charts.fonts import FACES, FONT_FILES, FONT_FOLDER, text_width, wrapped

DRAWN_AS = {
    "regular": """font-family="'Source Sans 3'" """,
    "semibold": """font-family="'Source Sans 3'" font-weight="600" """,
    "italic": """font-family="'Source Sans 3'" font-style="italic" """,
    "serif": """font-family="'Source Serif 4'" font-weight="600" """,
}
SENTENCE = "Në Dibër dhe Kukës më pak vajza ndjekin shkollën; çështje 73,7 %"


def drawn_width(words: str, face: str) -> int:
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='1600' height='60'>"
        "<rect width='1600' height='60' fill='white'/>"
        f"<text x='20' y='40' font-size='34' {DRAWN_AS[face]}>{words}</text></svg>"
    )
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(file) for file in FONT_FILES])
    box = ImageOps.invert(Image.open(io.BytesIO(png)).convert("L")).getbbox()
    assert box is not None
    return box[2] - box[0]


@pytest.mark.parametrize("face", FACES)
def test_the_measure_is_what_is_drawn(face: str) -> None:
    assert text_width(SENTENCE, 34, face) == pytest.approx(drawn_width(SENTENCE, face), rel=0.02)


@pytest.mark.parametrize("face", FACES)
def test_each_face_has_the_letters_and_is_small_enough_to_serve(face: str) -> None:
    with TTFont(FACES[face]) as font:
        letters = font.getBestCmap()
    assert [letter for letter in "ËëÇç–−·“”’…%()<>\u00a0" if ord(letter) not in letters] == []
    assert FACES[face].stat().st_size < 1_000_000


def test_the_licence_lies_beside_the_typefaces() -> None:
    for family in ("SourceSans3", "SourceSerif4"):
        assert "SIL OPEN FONT LICENSE" in (FONT_FOLDER / f"{family}-LICENSE.md").read_text(encoding="utf-8").upper()


def test_every_line_fits_and_no_word_is_lost() -> None:
    lines = wrapped(SENTENCE, 200, 20)
    assert len(lines) > 2
    assert max(text_width(line, 20) for line in lines) <= 200
    assert " ".join(lines) == SENTENCE


def test_a_word_wider_than_the_line_is_broken() -> None:
    address = "/rreziku?indicator=school_attendance_15_17&gender=f&cycle=0"
    lines = wrapped(address, 120, 15)
    assert "".join(lines) == address
    assert max(text_width(line, 15) for line in lines) <= 120
