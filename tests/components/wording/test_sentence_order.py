"""In which order a card speaks: what was found, by how much, who is alike, what is unsure, what is missing, why."""

from dataclasses import replace

import pytest

from components.wording.sentences import counties, finding_sentences
from components.wording.titles import widest_pair
from data import ComparedPair, Finding, Release
from i18n import words

T = words("en")
TIRANE, SHKODER, DIBER, KUKES = "AL-11", "AL-10", "AL-09", "AL-07"
PAIR = ComparedPair(DIBER, SHKODER, 20.4, 5.9, 34.9, "higher")
FULL = Finding(
    kind="groups",
    higher_is="better",
    low=(KUKES, DIBER),
    high=(SHKODER, TIRANE),
    pairs=((DIBER, TIRANE), (DIBER, SHKODER)),
    tested=(TIRANE, SHKODER, DIBER, KUKES),
    untested=(),
    lowest=DIBER,
    highest=SHKODER,
    largest=PAIR,
    missing=((TIRANE, "no_data"),),
    unreliable=(KUKES,),
    country=None,
    country_status="no_data",
    corrected=((KUKES, TIRANE),),
    fragile=((DIBER, SHKODER),),
)
TOLD = "The value is lower for Dibër and Kukës than for Tirana and Shkodër."
LARGEST = "Difference Shkodër–Dibër: +20 percentage points (95%: +6 to +35)."
ALIKE = ("Dibër and Kukës cannot be told apart.", "Tirana and Shkodër cannot be told apart.")
LAST = (
    "The value for Kukës is unreliable: ",
    "For Tirana the sources read publish no figure.",
    "For Tirana–Kukës the 95% interval of the difference leaves out 0; ",
    "Were the design effect 2 instead of the assumed 1.5, Shkodër–Dibër could not be told apart.",
)
SOME = "Clearly different: Dibër below Tirana; Dibër below Shkodër. The other pairs cannot be told apart."


def spoken(atlas: Release, **changes: object) -> list[str]:
    """The sentences of the full finding, so changed."""
    indicator = atlas.catalogue["school_attendance_15_17"]
    rows = atlas.rows_of(indicator.code).drop_duplicates("area").assign(reason="small_base")
    return finding_sentences(replace(FULL, **changes), rows, indicator, T)


def assert_in_order(said: list[str], *beginnings: str) -> None:
    assert len(said) == len(beginnings), said
    for sentence, beginning in zip(said, beginnings, strict=True):
        assert sentence.startswith(beginning)


def test_two_groups_are_told_before_their_largest_difference_and_what_weakens_it(atlas: Release) -> None:
    assert_in_order(spoken(atlas), TOLD, LARGEST, *ALIKE, *LAST)


def test_some_pairs_are_told_before_the_largest_difference(atlas: Release) -> None:
    assert_in_order(spoken(atlas, kind="some_pairs"), SOME, LARGEST, *LAST)


def test_where_nothing_is_told_apart_the_largest_difference_is_not_told(atlas: Release) -> None:
    said = spoken(atlas, kind="not_distinguishable", fragile=())
    assert_in_order(said, "Tirana, Shkodër, Dibër and Kukës: with these bases we cannot say", *LAST[:3])
    assert_in_order(spoken(atlas, kind="spread", corrected=(), fragile=()), "The source gives no base", *LAST[:2])


def test_a_missing_county_is_told_and_four_missing_are_not(atlas: Release) -> None:
    missing = [(area, "no_data") for area in (TIRANE, SHKODER, DIBER, KUKES)]
    for count, told in ((1, True), (3, True), (4, False)):
        said = spoken(atlas, kind="nothing", missing=tuple(missing[:count]), unreliable=(), corrected=(), fragile=())
        assert len(said) == told
    hidden = spoken(atlas, kind="nothing", missing=((TIRANE, "suppressed"),), unreliable=(), corrected=(), fragile=())
    assert hidden == []


def test_counties_stand_in_the_programmes_order_whatever_their_values() -> None:
    for areas in ((KUKES, DIBER, SHKODER, TIRANE), (DIBER, TIRANE, KUKES, SHKODER)):
        assert counties(T, areas) == "Tirana, Shkodër, Dibër and Kukës"


@pytest.mark.parametrize(
    ("largest", "pair"),
    [
        (PAIR, (DIBER, SHKODER)),
        (replace(PAIR, area=KUKES, area_to=SHKODER), (DIBER, TIRANE)),
        (None, (DIBER, TIRANE)),
    ],
)
def test_the_title_names_the_widest_pair_that_is_told_apart(
    largest: ComparedPair | None, pair: tuple[str, str]
) -> None:
    assert widest_pair(replace(FULL, largest=largest)) == pair
