"""What is fixed on the services pages: the measures of need, the rates, and the breaks of their colours."""

from collections import Counter

import pandas as pd
import pytest

from components import store
from components.address.known import PER
from components.charts.classes import class_index
from components.exhibits.services_maps import reach_scale
from components.exhibits.services_rates import IN_FILES, RATE_DECIMALS, RATES, possible_rates
from components.sections.county_services import RISK_STATES, RISKS, newest_risk, risk_side
from data import FOCUS, Release
from i18n import LANGUAGES, words

SEVEN = (
    ("school_attendance_15_17", "f"),
    ("in_education_18_20", "f"),
    ("adolescent_fertility", "f"),
    ("women_paid_work", "f"),
    ("wealth_below_50", "all"),
    ("human_development", "all"),
    ("net_internal_migration_rate", "all"),
)
BREAKS = {"young": (0, 15, 30, 60, 120), "inhabitants": (0, 5, 10, 20, 40)}


@pytest.fixture(autouse=True)
def _shown(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "release", lambda: atlas)


def test_need_is_seven_measures_in_their_order() -> None:
    assert RISKS == SEVEN
    assert RISK_STATES == ("worse", "alike", "untested", "no_data")


def test_each_is_told_by_county_has_a_better_end_and_shares_its_theme_with_one_more_at_most(atlas: Release) -> None:
    measures = [atlas.catalogue[code] for code, _ in RISKS]
    assert all(each.level == "county" and each.higher_is != "neutral" for each in measures)
    assert max(Counter(each.theme for each in measures).values()) <= 2


@pytest.mark.parametrize("area", FOCUS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_county_has_a_sign_for_each_of_the_seven_in_that_order(language: str, area: str) -> None:
    t = words(language)
    side = risk_side(t, [newest_risk(code, gender) for code, gender in RISKS], area)
    assert len(side.signs) == len(SEVEN)
    for (_, said), (code, _) in zip(side.signs, SEVEN, strict=True):
        assert said.startswith(t(f"indicator.{code}.label"))


def test_the_rates_and_their_breaks_are_fixed_for_ever() -> None:
    assert PER == tuple(RATES) == tuple(BREAKS), "young people are offered first"
    assert {per: rate.breaks for per, rate in RATES.items()} == BREAKS
    assert RATE_DECIMALS == 1


@pytest.mark.parametrize(
    ("per", "rate", "colour"),
    [
        ("young", 0.0, 0), ("young", 14.9, 0), ("young", 15.0, 1), ("young", 29.9, 1), ("young", 30.0, 2),
        ("young", 59.9, 2), ("young", 59.95, 3), ("young", 60.0, 3), ("young", 120.0, 3),
        ("inhabitants", 4.9, 0), ("inhabitants", 5.0, 1), ("inhabitants", 9.9, 1), ("inhabitants", 10.0, 2),
        ("inhabitants", 19.9, 2), ("inhabitants", 20.0, 3), ("inhabitants", 40.0, 3),
    ],
)  # fmt: skip
def test_a_rate_on_a_break_has_the_colour_above(per: str, rate: float, colour: int) -> None:
    frame = pd.DataFrame({"value": [rate], "value_upp": [float("nan")]})
    assert class_index(rate, reach_scale(frame, per), RATE_DECIMALS) == colour


@pytest.mark.parametrize(
    ("value", "upper", "end"),
    [
        (119.0, 119.9, 120),
        (120.0, 120.0, 120),
        (120.1, float("nan"), 121),
        (100.0, 130.2, 131),
        (float("nan"),) * 2 + (120,),
    ],
)
def test_only_the_last_break_moves_out_and_only_for_what_lies_beyond_it(value: float, upper: float, end: int) -> None:
    frame = pd.DataFrame({"value": [value], "value_upp": [upper]})
    assert reach_scale(frame, "young") == (0, 15, 30, 60, end)


def test_a_rate_of_the_young_stands_in_files_with_its_number_and_both_bounds_and_of_inhabitants_alone() -> None:
    young = ("young", "per_10000_young", "per_10000_young_low", "per_10000_young_upp", "per_10000_young_text")
    assert (*young, "per_10000", "per_10000_text") == IN_FILES
    assert RATES["young"].sources == ("source", "young_source") and RATES["inhabitants"].sources == ("source",)


@pytest.mark.parametrize(
    ("young", "population", "offered"),
    [(1.0, 1.0, PER), (None, 1.0, PER[1:]), (1.0, None, PER[:1]), (None, None, PER[1:])],
)
def test_a_rate_is_offered_where_its_people_are_known(
    young: float | None, population: float | None, offered: tuple[str, ...]
) -> None:
    assert possible_rates(pd.DataFrame({"young": [young, None], "population": [population, None]})) == offered
