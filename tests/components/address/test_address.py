"""The codes an address may carry."""

import re

import pytest

from components.address.known import DEFAULTS, known_codes, single_codes
from components.state import link
from data import FOCUS, Release
from i18n import LANGUAGES


def test_every_parameter_has_codes_and_no_words(atlas: Release) -> None:
    for key, codes in single_codes(atlas).items():
        assert codes, key
        assert len(set(codes)) == len(codes), key
        assert [code for code in codes if not re.fullmatch(r"[A-Za-z0-9_+/-]+", code)] == [], key


def test_the_codes_are_those_of_the_release(atlas: Release) -> None:
    known = single_codes(atlas)
    assert set(known["indicator"]) == set(atlas.catalogue)
    assert set(known["gender"]) == {"all", "f", "m"}
    assert known["county"] == FOCUS
    assert known["lang"] == LANGUAGES
    assert set(known["period"]) == set(atlas.observations["period"])
    assert set(known["age"]) == {*atlas.observations["age"], *atlas.survey.observations["age"]}
    assert set(known["theme"]) == {"all"} | {each.theme for each in atlas.catalogue.values()}


def test_a_default_is_a_known_code_and_the_first(atlas: Release) -> None:
    known, single = known_codes(atlas), single_codes(atlas)
    for key, code in DEFAULTS.items():
        assert code in known[key], key
        assert key not in single or single[key][0] == code, key


@pytest.mark.parametrize(
    ("codes", "is_known"),
    [
        ("AL-11", True),
        ("AL-11,AL", True),
        ("", False),
        ("AL-11,", False),
        ("AL-11,AL-11", False),
        ("AL-11,Tirana", False),
        ("AL-11, AL", False),
    ],
)
def test_a_choice_of_several_codes(atlas: Release, codes: str, is_known: bool) -> None:
    assert (codes in known_codes(atlas)["areas"]) is is_known


def test_a_link_is_the_same_whatever_the_order_of_its_codes() -> None:
    assert link(gender="f", indicator="x") == link(indicator="x", gender="f") == "gender=f&indicator=x"
    assert link(period="2017/2018", age="18+") == "age=18%2B&period=2017%2F2018"
