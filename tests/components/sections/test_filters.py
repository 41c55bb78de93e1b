"""The filters, used as a reader uses them."""

import pytest
from screen import Screen

from components.address.selection import COMPARISONS
from data import FOCUS, Release, cycle_of, offers
from i18n import words

ATTENDANCE = "school_attendance_15_17"
SQ = words("sq")


@pytest.fixture
def risk() -> Screen:
    return Screen().follow("risk", indicator=ATTENDANCE)


def test_a_theme_narrows_the_indicators_and_chooses_its_first(risk: Screen, atlas: Release) -> None:
    risk.choose("theme", "population")
    own = [code for code, each in atlas.catalogue.items() if each.theme == "population"]
    assert list(risk.widget("indicator").options) == [SQ(f"indicator.{code}.label") for code in own]
    assert risk.record()["indicator"] == own[0]
    assert risk.faults() == []


def test_an_indicator_out_of_an_address_brings_its_theme(atlas: Release) -> None:
    screen = Screen().follow("risk", indicator="victims_identified")
    assert screen.widget("theme").value == atlas.catalogue["victims_identified"].theme


def test_only_periods_of_the_chosen_cycle_are_offered(atlas: Release) -> None:
    for code in atlas.catalogue:
        offer = offers(atlas.observations, code)
        if len(offer.cycles) < 2:
            continue
        for cycle in offer.cycles_for(offer.genders[0], offer.ages_for(offer.genders[0])[0]):
            screen = Screen().follow("risk", indicator=code, cycle=cycle)
            assert screen.widget("cycle").value == cycle
            if screen.has_widget("period"):
                expected = offer.periods_for(offer.genders[0], offer.ages_for(offer.genders[0])[0], cycle)
                assert sorted(screen.widget("period").options) == sorted(SQ.period(each) for each in expected)
                assert {cycle_of(each) for each in expected} == {cycle}
        return
    raise AssertionError("no indicator has two cycles")


def test_a_new_cycle_forgets_the_period(atlas: Release) -> None:
    code = next(code for code in atlas.catalogue if len(offers(atlas.observations, code).cycles) > 1)
    offer = offers(atlas.observations, code)
    gender = offer.genders[0]
    age = offer.ages_for(gender)[0]
    oldest, *_, newest = offer.cycles_for(gender, age)
    period = offer.periods_for(gender, age, newest)[0]
    screen = Screen().follow("risk", indicator=code, cycle=newest, period=period)
    assert screen.record()["period"] == period
    screen.choose("cycle", oldest)
    assert screen.faults() == []
    assert "period" not in screen.record()
    assert screen.widget("cycle").value == oldest


def test_comparisons_that_are_lacking_stand_disabled(atlas: Release) -> None:
    screen = Screen().follow("risk", indicator="net_internal_migration_rate")
    groups = {each.key: each for each in screen.test.get("button_group")}
    offered = list(groups["pick_compare"].options)
    lacking = screen.lacking(SQ("filter.compare_lacking"))
    assert sorted(offered + lacking) == sorted(SQ(f"compare.{code}") for code in COMPARISONS)
    assert SQ("filter.compare_lacking") in screen.captions()


def test_the_county_is_chosen_out_of_the_four() -> None:
    screen = Screen().follow("county")
    assert list(screen.widget("county").options) == [SQ.area(code) for code in FOCUS]
    screen.choose("county", "AL-07")
    assert screen.headings(1)[0] == SQ("county.title", area="Kukësit")
    assert screen.address() == {"county": "AL-07"}


def test_the_filters_in_force_stand_on_the_card(risk: Screen) -> None:
    risk.choose("gender", "m")
    for pill in (SQ("gender.m"), SQ.age("15-17"), SQ("cycle.0.name"), SQ("card.period", period="2017–18")):
        assert pill in risk.texts()


def test_every_choice_has_a_name_for_a_screen_reader(risk: Screen) -> None:
    for widget in (*risk.test.get("button_group"), *risk.test.get("selectbox")):
        assert widget.proto.label.strip(), widget.key
