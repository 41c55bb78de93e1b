"""Groups of areas that cannot be told apart: the largest sets, none of which holds two that were told apart."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.statistics.groups import groups_of

AREAS = ("AL-11", "AL-10", "AL-09", "AL-07")
PAIRS = list(combinations(AREAS, 2))


def test_nothing_told_apart_is_one_group_of_all() -> None:
    assert groups_of(AREAS, []) == [AREAS]


def test_all_told_apart_are_groups_of_one() -> None:
    assert groups_of(AREAS, PAIRS) == [(area,) for area in AREAS]


def test_an_area_between_two_that_differ_is_in_both_groups() -> None:
    assert groups_of(("a", "b", "c"), [("c", "a")]) == [("a", "b"), ("b", "c")]


def test_one_that_differs_from_all_stands_alone() -> None:
    apart = [("AL-11", other) for other in AREAS[1:]]
    assert groups_of(AREAS, apart) == [("AL-11",), ("AL-10", "AL-09", "AL-07")]


def test_the_ends_of_a_chain_of_four() -> None:
    apart = [("a", "c"), ("a", "d"), ("b", "d")]
    assert groups_of(tuple("abcd"), apart) == [("a", "b"), ("b", "c"), ("c", "d")]


def test_no_area_is_no_group() -> None:
    assert groups_of((), []) == []


@pytest.mark.parametrize(
    ("areas", "apart", "problem"),
    [(("a", "a"), [], "twice"), (("a", "b"), [("a", "c")], "without a figure: c")],
)
def test_areas_that_took_no_part_are_refused(
    areas: tuple[str, ...], apart: list[tuple[str, str]], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        groups_of(areas, apart)


@given(st.sets(st.sampled_from(PAIRS)))
def test_a_pair_shares_a_group_exactly_when_it_was_not_told_apart(apart: set[tuple[str, str]]) -> None:
    groups = [set(group) for group in groups_of(AREAS, apart)]
    for pair in PAIRS:
        assert any(set(pair) <= group for group in groups) is (pair not in apart)
    assert set().union(*groups) == set(AREAS)
    assert not any(one < other for one in groups for other in groups)
