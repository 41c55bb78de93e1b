"""Words are measured before they are set: nothing runs out of its place."""

import subprocess
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from components.exports.slides.arial import BOLD, REGULAR, width_of
from components.exports.slides.fitting import Box, fitting_size, height_of, lines_of, pages_of, size_for_lines

WORDS = st.text(st.sampled_from("abcëç, mW.–-0123  "), max_size=200)


@given(WORDS, st.floats(1, 12), st.sampled_from([12, 18, 30]))
def test_broken_lines_fit_and_lose_nothing(words: str, width: float, size: float) -> None:
    lines = lines_of(words, width, size)
    assert all(width_of(line, size) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_pages_hold_every_paragraph_in_its_order(paragraphs: list[str]) -> None:
    box = Box(0, 0, 8, 2)
    pages = pages_of(paragraphs, box, 18)
    assert [each for page in pages for each in page] == paragraphs
    assert all(len(page) == 1 or height_of(page, box.width, 18) <= box.height for page in pages)


def test_a_longer_title_is_set_smaller() -> None:
    sizes = (30, 28, 26, 24, 22)
    assert size_for_lines("Shkurt", 12.1, sizes, 2) == 30
    longer = "Ndjekja e shkollës nga vajzat 15–17 vjeç në qarqet e programit dhe në mbarë Shqipërinë, " * 2
    assert size_for_lines(longer, 12.1, sizes, 2) < 30


def test_words_that_do_not_fit_have_no_size() -> None:
    assert fitting_size(["fjalë " * 400], Box(0, 0, 4, 2), (20, 18)) is None
    assert fitting_size(["fjalë"], Box(0, 0, 4, 2), (20, 18)) == 20


@pytest.mark.parametrize(("table", "style"), [(REGULAR, "Regular"), (BOLD, "Bold")])
def test_widths_are_those_of_the_typeface_that_stands_in_for_arial(table: dict[int, str], style: str) -> None:
    asked = ["fc-match", "-f", "%{file}", f"Liberation Sans:style={style}"]
    file = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    with TTFont(file) as font:
        glyphs, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    told = {letter: width for width, letters in table.items() for letter in letters}
    real = {letter: round(widths[glyphs[ord(letter)]][0] / em * 1000) for letter in told}
    assert told == real
    accented = [letter for letter in "ëçËÇáéô" if unicodedata.normalize("NFD", letter)[0] in told]
    for letter in accented:
        assert width_of(letter, 1000, bold=style == "Bold") * 72 == pytest.approx(
            widths[glyphs[ord(letter)]][0] / em * 1000, abs=1
        )
