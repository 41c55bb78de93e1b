"""Need beside reach: both sides of every county in signs and in words, and no number that sums them."""

import re
import xml.etree.ElementTree as ET

import pytest

from components.charts.palette import DARK, LIGHT, Palette
from components.charts.services.beside import Side, beside_board, mark

RISK = ("worse", "alike", "untested", "no_data")
SERVICE = ("present", "not_present", "not_known")
LEFT = Side(
    [(state, f"school <{state}>") for state in RISK], "Worse in 1 of 2.", "School: worse than Tirana & Shkodër."
)
RIGHT = Side([(state, f"centre {state}") for state in SERVICE], "1 of 3 attested.", "Centre.")
KEYS = {state: f"means {state}" for state in (*RISK, *SERVICE)}


def board(palette: Palette = LIGHT) -> str:
    return beside_board(
        [("Dibër", LEFT, RIGHT), ("Kukës", RIGHT, LEFT)], heads=("Risk", "Services"), keys=KEYS, palette=palette
    )


def pictures(markup: str) -> list[ET.Element]:
    return [ET.fromstring(each) for each in re.findall(r"<svg xmlns.*?</svg>", markup)]


def test_each_county_has_both_sides_in_words() -> None:
    said = board()
    for words in ("Dibër", "Kukës", "Worse in 1 of 2.", "1 of 3 attested.", "worse than Tirana &amp; Shkodër"):
        assert words in said
    assert said.count('class="part">Risk') == said.count('class="part">Services') == 2


def test_each_sign_says_what_it_stands_for() -> None:
    drawn = pictures(board())
    assert len(drawn) == 4
    assert len({each.attrib["id"] for each in drawn}) == 4
    first = drawn[0]
    named = [each.text for each in first.iter("{http://www.w3.org/2000/svg}title")]
    assert named == ["Dibër: Worse in 1 of 2.", *(words for _, words in LEFT.signs)]
    assert first.attrib["role"] == "img"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_signs_differ_without_colour(palette: Palette) -> None:
    plain = {re.sub(r"#[0-9A-F]{6}", "", mark(state, 0, palette)) for state in (*RISK, *SERVICE)}
    assert len(plain) == 7


def test_every_sign_is_explained() -> None:
    assert all(words in board() for words in KEYS.values())


def test_without_counties_there_is_no_board() -> None:
    with pytest.raises(ValueError, match="at least one county"):
        beside_board([], heads=("a", "b"), keys={}, palette=LIGHT)
