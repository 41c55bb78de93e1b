from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from scipy.stats import false_discovery_control, norm

from data.facts.differences import compare
from data.model.differences import DTYPES
from data.releasing.build import assemble
from data.releasing.release import Release


def pair(differences: pd.DataFrame, **key: str) -> pd.Series:
    rows = differences
    for column, value in key.items():
        rows = rows[rows[column] == value]
    assert len(rows) == 1
    return rows.iloc[0]


def test_girls_at_school_in_diber_and_tirana(release: Release) -> None:
    row = pair(release.differences, dimension="area", gender="f", area="AL-09", area_to="AL-11")
    assert [round(row[column], 1) for column in ("difference", "value_low", "value_upp")] == [18.7, 5.2, 32.1]
    assert (row["verdict"], row["comparability"], row["method"]) == ("higher", "comparable", "assumed_deff")


def test_columns_and_types_are_the_contract(release: Release) -> None:
    assert {column: str(dtype) for column, dtype in release.differences.dtypes.items()} == DTYPES


def test_all_pairs_of_an_indicators_page_are_corrected_together(release: Release) -> None:
    assert len(release.differences.query("dimension == 'area' and gender == 'f'")) == 6
    for _, page in release.differences.groupby("indicator"):
        assert page["q"].tolist() == pytest.approx(false_discovery_control(page["p"]), abs=2e-5)
        assert page["dimension"].nunique() > 1


def test_a_larger_design_effect_can_only_take_a_finding_away(release: Release) -> None:
    rows = release.differences
    assert (rows["q_cautious"] > rows["q"]).any()
    assert (rows["q_cautious"] >= rows["q"]).all()
    row = pair(rows, dimension="area", gender="f", area="AL-09", area_to="AL-11")
    # z at a design effect of 2 is that at 1.5, divided by the root of 2 / 1.5.
    alone = compare(
        release.observations[
            release.observations["area"].isin(["AL-09", "AL-11"]) & release.observations["gender"].eq("f")
        ],
        release.catalogue,
    )
    cautious = pair(alone, dimension="area", gender="f", area="AL-09", area_to="AL-11")
    z = norm.isf(row["p"] / 2) / (2 / 1.5) ** 0.5
    others = alone[alone.index != cautious.name]
    assert others["q_cautious"].notna().all()
    assert cautious["q_cautious"] >= 2 * norm.sf(z) - 1e-6


def test_verdict_follows_q_and_sign(release: Release) -> None:
    rows = release.differences
    sure = rows["q"] < 0.05
    assert set(rows.loc[~sure, "verdict"]) == {"not_distinguishable"}
    assert (rows.loc[sure & rows["difference"].gt(0), "verdict"] == "higher").all()
    assert (rows.loc[sure & rows["difference"].lt(0), "verdict"] == "lower").all()


def test_women_are_compared_with_men_of_the_same_area(release: Release) -> None:
    rows = release.differences.query("dimension == 'gender'")
    assert rows["area"].tolist() == ["AL-11", "AL-10", "AL"]
    row = pair(rows, area="AL-10")
    assert (row["gender"], row["gender_to"], row["area_to"]) == ("m", "f", "AL-10")
    assert row["difference"] == pytest.approx(94.12 - 87.8)


def test_a_later_period_is_compared_with_the_one_before(release: Release) -> None:
    row = pair(release.differences, dimension="period")
    assert (row["area"], row["period"], row["period_to"]) == ("AL-11", "2008/2009", "2017/2018")
    assert row["difference"] == pytest.approx(92.4 - 77.1)
    assert row["comparability"] == "with_care"


@pytest.mark.parametrize("change", [{"breaks": ("2015",)}, {"comparability": "not_comparable"}])
def test_across_a_break_nothing_is_computed(release: Release, change: dict[str, object]) -> None:
    catalogue = {code: replace(each, **change) for code, each in release.catalogue.items()}  # type: ignore[arg-type]
    row = pair(compare(release.observations, catalogue), dimension="period")
    assert (row["verdict"], row["comparability"]) == ("not_comparable", "not_comparable")
    assert row[["difference", "value_low", "value_upp", "p", "q"]].isna().all()


@pytest.mark.parametrize("year", ["2005", "2019"])
def test_a_break_outside_the_step_changes_nothing(release: Release, year: str) -> None:
    catalogue = {code: replace(each, breaks=(year,)) for code, each in release.catalogue.items()}
    assert pair(compare(release.observations, catalogue), dimension="period")["comparability"] == "with_care"


@pytest.mark.parametrize("period", ["2017", "2016/2017", "2018-Q4"])
def test_overlapping_periods_are_not_a_step(
    sources: Path, rewrite: Callable[[str, str, str], None], period: str
) -> None:
    rewrite("facts/education.csv", "f,15-17,2008/2009,77.1", f"f,15-17,{period},77.1")
    contents, _ = assemble(sources)
    assert "period" not in set(contents.differences["dimension"])


def test_hidden_and_extreme_shares_enter_no_test(sources: Path, rewrite: Callable[[str, str, str], None]) -> None:
    rewrite("facts/education.csv", "AL-10,f,15-17,2017/2018,94.12,76", "AL-10,f,15-17,2017/2018,100,76")
    rewrite("facts/education.csv", "AL-07,f,15-17,2017/2018,74.62,46", "AL-07,f,15-17,2017/2018,74.62,24")
    contents, _ = assemble(sources)
    rows = contents.differences.query("dimension == 'area' and gender == 'f'")
    assert rows[["area", "area_to"]].values.tolist() == [["AL-09", "AL-11"]]


def test_the_observations_are_left_as_they_were(release: Release) -> None:
    before = release.observations.copy(deep=True)
    compare(release.observations, release.catalogue)
    pd.testing.assert_frame_equal(release.observations, before)
