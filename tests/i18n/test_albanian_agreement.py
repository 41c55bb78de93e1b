"""Counties in Albanian sentences: `qark` is masculine alone and feminine in the plural, and names take case endings."""

import re
from itertools import combinations

import pytest

from data import FOCUS
from i18n import SOURCE_LANGUAGE, prose, words

T = words(SOURCE_LANGUAGE)
# The four names in the programme's order, in every form.
NAMES = {
    "name": ("Tiranë", "Shkodër", "Dibër", "Kukës"),
    "the": ("Tirana", "Shkodra", "Dibra", "Kukësi"),
    "of": ("Tiranës", "Shkodrës", "Dibrës", "Kukësit"),
    "acc": ("Tiranën", "Shkodrën", "Dibrën", "Kukësin"),
}
LISTS = [chosen for size in (1, 2, 3, 4) for chosen in combinations(range(len(FOCUS)), size)]
# Masculine words where counties are meant, `for` where the value stands in a place, and names without their endings.
WRONG = (
    r"\bqarqe\w*\b[^.:;]*\bnjëri-tjetr",
    r"\{areas\}[^.:;]*\bnjëri-tjetr",
    r"\btre qarqe",
    r"\btre të tjer",
    r"\btri të tjer(?!a)",
    r"\bqarqet? (?:e|të) tjerë",
    r"\bqarqet\b[^.:;]*\btë gjithë\b",
    r"\bdisa qarqe të tjerë",
    r"\bsesa për\b",
    r"\{low\} nën \{high\}",
)


def listed(names: list[str]) -> str:
    """`Tiranë, Dibër dhe Kukës`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dhe {names[-1]}"


@pytest.mark.parametrize("form", NAMES)
def test_every_list_of_counties_is_inflected(form: str) -> None:
    assert len(LISTS) == 15
    for chosen in LISTS:
        said = T.areas([FOCUS[number] for number in chosen], form)
        assert said == listed([NAMES[form][number] for number in chosen])


def test_in_several_counties_says_once_that_they_are_counties() -> None:
    assert T.areas([FOCUS[3]], "in") == "në qarkun e Kukësit"
    assert T.areas([FOCUS[0], FOCUS[3]], "in") == "në qarqet e Tiranës dhe Kukësit"
    assert T.areas([FOCUS[1], FOCUS[2], FOCUS[3]], "in") == "në qarqet e Shkodrës, Dibrës dhe Kukësit"
    assert words("en").areas([FOCUS[0], FOCUS[3]], "in") == "in the counties of Tirana and Kukës"


@pytest.mark.parametrize("wrong", WRONG)
def test_no_sentence_makes_counties_masculine_or_leaves_them_bare(wrong: str) -> None:
    said = {**T.table, "prose": prose("methods", SOURCE_LANGUAGE)}
    assert {key: text for key, text in said.items() if re.search(wrong, text)} == {}


def test_the_rule_finds_what_it_forbids() -> None:
    assert re.search(WRONG[0], "qarqet nuk dallohen nga njëri-tjetri")
    assert re.search(WRONG[3], "një nga tre të tjerët")
    assert re.search(WRONG[4], "nga tri të tjerët") and not re.search(WRONG[4], "nga tri të tjerat")
