"""Tests between two shares, worked by hand; and a q of exactly five per cent, which finds nothing."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from components.wording.differences import is_fragile, leaves_out_zero
from data.facts import differences
from data.facts.differences import compare
from data.releasing.release import Release
from data.statistics.findings import ComparedPair

GIRLS = {"indicator": "school_attendance_15_17", "gender": "f", "age": "15-17", "period": "2017/2018"}


def pair_of(atlas: Release, tirana: float, shkoder: float) -> pd.Series:
    """The one test between two counties with these shares, per cent of 300 girls each."""
    figures = {"AL-11": tirana, "AL-10": shkoder}
    rows = atlas.rows_of(GIRLS["indicator"])
    for column, code in GIRLS.items():
        rows = rows[rows[column].eq(code)]
    rows = rows[rows["area"].isin(list(figures))]
    rows = rows.assign(value=rows["area"].map(figures), n=300, deff=1.5, status="ok", method="assumed_deff")
    tested = compare(rows, atlas.catalogue)
    assert tested[["area", "area_to"]].values.tolist() == [["AL-10", "AL-11"]]
    return tested.iloc[0]


def test_p_counts_both_directions(atlas: Release) -> None:
    """SE^2 = 40 x 60 / 200 + 50 x 50 / 200 = 24.5 at a design effect of 1.5, so z = 10 / 4.950 = 2.020."""
    row = pair_of(atlas, 50.0, 40.0)
    assert (row["difference"], row["verdict"]) == (10.0, "higher")
    assert row["p"] == row["q"] == pytest.approx(0.0434, abs=5e-5), "one test is its own family"
    # At a design effect of 2: SE^2 = 32.67, z = 1.750.
    assert row["q_cautious"] == pytest.approx(0.0802, abs=5e-5)
    assert (row["value_low"], row["value_upp"]) == pytest.approx((10 - 1.96 * 4.950, 10 + 1.96 * 4.950), abs=1e-3)


def test_a_difference_is_the_second_less_the_first_and_p_the_same_both_ways(atlas: Release) -> None:
    rising, falling = pair_of(atlas, 50.0, 40.0), pair_of(atlas, 40.0, 50.0)
    assert (falling["difference"], falling["verdict"]) == (-10.0, "lower")
    assert (falling["value_low"], falling["value_upp"]) == (-rising["value_upp"], -rising["value_low"])
    assert (rising["p"], rising["q_cautious"]) == (falling["p"], falling["q_cautious"])


def test_nothing_is_less_remarkable_than_two_equal_shares(atlas: Release) -> None:
    row = pair_of(atlas, 50.0, 50.0)
    assert (row["difference"], row["p"], row["verdict"]) == (0.0, 1.0, "not_distinguishable")


@pytest.mark.parametrize(("q", "verdict"), [(0.049999, "higher"), (0.05, "not_distinguishable")])
def test_q_of_exactly_five_per_cent_finds_nothing(
    atlas: Release, monkeypatch: pytest.MonkeyPatch, q: float, verdict: str
) -> None:
    monkeypatch.setattr(differences, "q_values", lambda p, _: np.full(len(p), q))
    assert pair_of(atlas, 50.0, 40.0)["verdict"] == verdict


@pytest.mark.parametrize(("q", "fragile"), [(0.049999, False), (0.05, True), (0.050001, True)])
@pytest.mark.parametrize("verdict", ["higher", "lower", "not_distinguishable"])
def test_a_finding_is_fragile_from_a_cautious_q_of_five_per_cent_on(q: float, fragile: bool, verdict: str) -> None:
    pair = ComparedPair("AL-09", "AL-11", 10.0, 1.0, 19.0, verdict, q)
    assert is_fragile(pair) == (fragile and verdict != "not_distinguishable")
    assert pair.is_fragile == (fragile and verdict == "higher"), "a pair stands lower area first"


@pytest.mark.parametrize(("low", "corrected"), [(-0.1, False), (0.0, False), (0.1, True)])
def test_an_interval_that_ends_at_nought_does_not_leave_it_out(low: float, corrected: bool) -> None:
    assert ComparedPair("AL-09", "AL-11", 10.0, low, 19.0, "not_distinguishable").leaves_out_zero == corrected
    assert not ComparedPair("AL-09", "AL-11", 10.0, low, 19.0, "higher").leaves_out_zero


@pytest.mark.parametrize(
    ("low", "upp", "corrected"),
    [
        (-0.1, 9.0, False),
        (0.0, 9.0, False),
        (0.1, 9.0, True),
        (-9.0, 0.1, False),
        (-9.0, 0.0, False),
        (-9.0, -0.1, True),
    ],
)
def test_the_words_of_a_difference_say_so_on_either_side_of_nought(low: float, upp: float, corrected: bool) -> None:
    row = SimpleNamespace(verdict="not_distinguishable", value_low=low, value_upp=upp)
    assert leaves_out_zero(row) == corrected
    assert not leaves_out_zero(SimpleNamespace(**vars(row) | {"verdict": "higher"}))
