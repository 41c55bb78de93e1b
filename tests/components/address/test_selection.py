"""What can be compared with what."""

from dataclasses import replace

import pytest

from components.address.selection import (
    COMPARISONS,
    SECTION_CODES,
    TAB_CODES,
    Selection,
    comparisons_for,
    earlier_period,
)
from components.sections.card.show import TABS as CARD_TABS
from components.sections.methods import SECTIONS
from data import CYCLES, Filters, Release, comparable, cycle_of, offers

ATTENDANCE = "school_attendance_15_17"


def test_attendance_can_be_compared_by_gender_and_period(atlas: Release) -> None:
    offer, indicator = offers(atlas.observations, ATTENDANCE), atlas.catalogue[ATTENDANCE]
    filters = offer.settle(Filters("f"))
    assert list(comparisons_for(offer, indicator, filters)) == list(COMPARISONS)
    assert earlier_period(offer, indicator, filters) == "2008/2009"


def test_the_oldest_period_has_none_before_it(atlas: Release) -> None:
    offer, indicator = offers(atlas.observations, ATTENDANCE), atlas.catalogue[ATTENDANCE]
    oldest = offer.settle(Filters("f", period="2008/2009"))
    assert oldest.period == "2008/2009"
    assert earlier_period(offer, indicator, oldest) == ""
    assert "period" not in comparisons_for(offer, indicator, oldest)


def test_periods_that_are_not_comparable_are_not_set_side_by_side(atlas: Release) -> None:
    offer = offers(atlas.observations, ATTENDANCE)
    filters = offer.settle(Filters("f"))
    closed = replace(atlas.catalogue[ATTENDANCE], comparability="not_comparable")
    assert earlier_period(offer, closed, filters) == ""
    broken = replace(atlas.catalogue[ATTENDANCE], breaks=("2015",))
    assert earlier_period(offer, broken, filters) == ""


def test_an_unknown_period_has_none_before_it(atlas: Release) -> None:
    offer, indicator = offers(atlas.observations, ATTENDANCE), atlas.catalogue[ATTENDANCE]
    assert earlier_period(offer, indicator, Filters("f", "15-17", "1990")) == ""


def test_without_genders_there_is_no_comparison_by_gender(atlas: Release) -> None:
    plain = [code for code, each in atlas.catalogue.items() if each.genders == ("all",)]
    assert plain
    for code in plain:
        offer = offers(atlas.observations, code)
        assert "gender" not in comparisons_for(offer, atlas.catalogue[code], offer.settle(Filters()))


def test_every_period_compared_is_earlier_and_comparable(atlas: Release) -> None:
    compared = 0
    for code, indicator in atlas.catalogue.items():
        offer = offers(atlas.observations, code)
        for gender, age, period in offer.figures:
            filters = Filters(gender, age, period)
            earlier = earlier_period(offer, indicator, filters)
            if earlier:
                compared += 1
                assert comparable(indicator, earlier, period), (code, filters)
                assert (gender, age, earlier) in offer.figures
                assert list(CYCLES).index(cycle_of(earlier)) <= list(CYCLES).index(cycle_of(period))
            for comparison in comparisons_for(offer, indicator, filters):
                assert comparison in COMPARISONS
    assert compared > 20


def test_a_period_of_an_earlier_cycle_comes_first(atlas: Release) -> None:
    for code, indicator in atlas.catalogue.items():
        offer = offers(atlas.observations, code)
        for gender, age, period in offer.figures:
            earlier = earlier_period(offer, indicator, Filters(gender, age, period))
            before = [
                each
                for each in offer.periods_for(gender, age)
                if cycle_of(each) < cycle_of(period) and comparable(indicator, each, period)
            ]
            if before:
                assert earlier == before[0], (code, period)


def test_a_selection_at_another_period_is_in_that_periods_cycle(atlas: Release) -> None:
    chosen = Selection(atlas.catalogue["population"], Filters(period="2023"), "2", compare="period")
    earlier = chosen.at_period("2011")
    assert (earlier.filters.period, earlier.cycle) == ("2011", "0")
    assert (chosen.filters.period, chosen.cycle) == ("2023", "2")
    assert earlier.of_gender("f").filters == Filters("f", "all", "2011")


@pytest.mark.parametrize(("codes", "table"), [(TAB_CODES, CARD_TABS), (SECTION_CODES, SECTIONS)])
def test_the_addresss_codes_are_those_that_are_drawn(codes: tuple[str, ...], table: dict[str, object]) -> None:
    assert tuple(table) == codes
