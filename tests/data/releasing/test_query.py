import pandas as pd
import pytest

from data.model.dimensions import AREAS, Filters
from data.releasing.offer import Offer
from data.releasing.query import differences_for, offers, select, series
from data.releasing.release import Release

GIRLS = Filters("f", "15-17", "2017/2018")


def test_one_row_an_area_in_canonical_order(release: Release) -> None:
    shuffled = release.observations.sample(frac=1, random_state=1)
    chosen = select(shuffled, indicator="attendance", filters=GIRLS)
    assert chosen["area"].tolist() == [area for area in AREAS if area not in ("AL-4C", "AL-PA")]
    assert list(chosen.columns) == list(release.observations.columns)


def test_only_the_areas_asked_for(release: Release) -> None:
    chosen = select(release.observations, indicator="attendance", filters=GIRLS, areas=("AL", "AL-07"))
    assert chosen["area"].tolist() == ["AL-07", "AL"]


def test_what_does_not_exist_is_an_empty_frame_with_all_columns(release: Release) -> None:
    chosen = select(release.observations, indicator="attendance", filters=Filters("all", "15-17"))
    assert chosen.empty
    assert list(chosen.columns) == list(release.observations.columns)


def test_an_empty_period_is_the_default_period(release: Release) -> None:
    chosen = select(release.observations, indicator="attendance", filters=Filters("f", "15-17"))
    assert set(chosen["period"]) == {"2017/2018"}


def test_a_series_has_all_periods_oldest_first(release: Release) -> None:
    chosen = series(release.observations, indicator="attendance", gender="f", age="15-17", areas=("AL", "AL-11"))
    assert list(zip(chosen["area"], chosen["period"], strict=True)) == [
        ("AL-11", "2008/2009"),
        ("AL-11", "2017/2018"),
        ("AL", "2008/2009"),
        ("AL", "2017/2018"),
    ]


def test_offers_hold_what_has_a_figure_or_a_state(release: Release) -> None:
    offer = offers(release.observations, "attendance")
    assert (offer.genders, offer.ages, offer.cycles) == (("f", "m"), ("15-17",), ("0",))
    assert offer.periods_for("f", "15-17") == ("2017/2018", "2008/2009")
    assert offer.periods_for("m", "15-17") == ("2017/2018",)
    assert offer.periods_for("f", "15-17", "2") == ()
    assert offer.ages_for("all") == ()
    assert offers(release.observations, "victims").periods_for("m", "all") == ("2018",)
    assert offers(release.observations, "nothing").genders == ()


def test_a_combination_of_unpublished_rows_is_not_offered(release: Release) -> None:
    gone = release.observations.assign(status="no_data")
    assert offers(gone, "attendance").genders_for() == ()


@pytest.mark.parametrize(
    ("figures", "period"),
    [
        # the newest of those with the most counties, with or without the country
        ({"2017": (4, True), "2020": (4, False), "2023": (2, True)}, "2020"),
        # no county anywhere: the newest with the country
        ({"2017": (0, True), "2020": (0, True), "2023": (0, False)}, "2020"),
        ({"2017": (1, False), "2020": (0, True)}, "2017"),
        ({"2017": (0, False), "2020": (0, False)}, "2020"),
        ({}, ""),
    ],
)
def test_the_default_period_shows_most_counties(figures: dict[str, tuple[int, bool]], period: str) -> None:
    offer = Offer({("all", "all", each): counts for each, counts in figures.items()})
    assert offer.default_period("all", "all") == period


def test_the_default_period_keeps_to_its_cycle() -> None:
    offer = Offer({("all", "all", "2017"): (4, True), ("all", "all", "2023"): (1, True)})
    assert offer.default_period("all", "all", "2") == "2023"
    assert offer.cycles_for("all", "all") == ("0", "2")


@pytest.mark.parametrize(
    ("asked", "settled"),
    [
        (Filters("f", "15-17", "2008/2009"), Filters("f", "15-17", "2008/2009")),
        (Filters("m", "15-17", "2008/2009"), Filters("m", "15-17", "2017/2018")),
        (Filters("all", "18+", ""), Filters("f", "15-17", "2017/2018")),
    ],
)
def test_choices_that_are_not_on_offer_settle_on_some_that_are(
    release: Release, asked: Filters, settled: Filters
) -> None:
    assert offers(release.observations, "attendance").settle(asked) == settled


@pytest.mark.parametrize(("dimension", "count"), [("area", 6), ("gender", 3), ("period", 1)])
def test_differences_beside_a_selection(release: Release, dimension: str, count: int) -> None:
    rows = differences_for(release.differences, indicator="attendance", filters=GIRLS, dimension=dimension)
    assert len(rows) == count
    assert set(rows["dimension"]) == {dimension}
    assert set(rows["period_to"]) == {"2017/2018"}


def test_questions_leave_the_observations_as_they_were(release: Release) -> None:
    before = release.observations.copy(deep=True)
    chosen = select(release.observations, indicator="attendance", filters=GIRLS)
    chosen["value"] = 0.0
    series(release.observations, indicator="attendance", areas=("AL",))
    offers(release.observations, "attendance")
    pd.testing.assert_frame_equal(release.observations, before)
