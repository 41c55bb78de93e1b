import pandas as pd
import pytest

from data.facts.estimates import observe
from data.model.dimensions import COUNTIES, COUNTRY
from data.model.observations import DTYPES
from data.releasing.release import Release


def figure(release: Release, **key: str) -> pd.Series:
    rows = release.observations
    for column, value in key.items():
        rows = rows[rows[column] == value]
    assert len(rows) == 1
    return rows.iloc[0]


def test_columns_and_types_are_the_contract(release: Release) -> None:
    assert {column: str(dtype) for column, dtype in release.observations.dtypes.items()} == DTYPES


def test_a_survey_share_carries_interval_base_and_method(release: Release) -> None:
    row = figure(release, area="AL-09", gender="f", period="2017/2018")
    assert (row["value"], row["n"], row["deff"], row["method"]) == (73.72, 66, 1.5, "assumed_deff")
    assert (row["status"], row["reason"], row["cycle"], row["kind"]) == ("ok", "", "0", "published")
    assert row["value_low"] == pytest.approx(58.9, abs=0.05)
    assert row["value_upp"] == pytest.approx(84.6, abs=0.05)
    assert pd.isna(row["value_se"])
    assert pd.isna(row["df"])


def test_a_small_base_is_shown_as_unreliable_with_its_notes(release: Release) -> None:
    row = figure(release, area="AL-07", gender="f", period="2017/2018")
    assert (row["value"], row["status"], row["reason"]) == (74.62, "unreliable", "small_base")
    assert row["note"] == "small_sample other_code"


def test_a_very_small_base_hides_the_figure_and_keeps_the_base(release: Release) -> None:
    row = figure(release, area="AL-05", gender="f", period="2017/2018")
    assert (row["status"], row["reason"], row["n"]) == ("suppressed", "too_few_answers", 24)
    assert row[["value", "value_low", "value_upp", "value_se"]].isna().all()


def test_a_share_of_100_has_an_exact_interval_and_a_warning(release: Release) -> None:
    row = figure(release, area="AL-04", gender="f", period="2017/2018")
    assert (row["status"], row["reason"], row["value_upp"]) == ("unreliable", "extreme_share", 100)
    assert row["value_low"] == pytest.approx(100 * 0.025 ** (1.5 / 119), abs=1e-6)


@pytest.mark.parametrize("gender", ["f", "m"])
def test_few_people_are_hidden_whether_masked_by_the_source_or_by_us(release: Release, gender: str) -> None:
    row = figure(release, indicator="victims", gender=gender, period="2018")
    assert (row["status"], row["reason"]) == ("suppressed", "too_few_people")
    assert pd.isna(row["value"])
    assert pd.isna(row["n"])


def test_rows_of_low_confidence_never_arrive(release: Release) -> None:
    assert "2020" not in set(release.observations["period"])


def test_each_combination_has_a_row_for_all_counties_and_the_country(release: Release) -> None:
    mapped = release.observations[release.observations["indicator"].isin(["attendance", "pupils_change"])]
    for _, group in mapped.groupby(["indicator", "gender", "age", "period"]):
        assert sorted(group["area"]) == sorted([*COUNTIES, COUNTRY])
    added = mapped[mapped["status"] == "no_data"]
    assert set(added["reason"]) == {"not_published"}
    assert set(added["source"]) == {""}


def test_a_national_figure_of_a_county_indicator_gets_the_unpublished_counties(release: Release) -> None:
    rows = release.observations[release.observations["indicator"] == "pupils_change"]
    assert rows["status"].value_counts().to_dict() == {"no_data": 12, "ok": 1}


def test_a_national_indicator_gets_no_county_rows(release: Release) -> None:
    assert set(release.observations.query("indicator == 'victims'")["area"]) == {"AL"}


def test_the_facts_are_left_as_they_were(release: Release) -> None:
    facts = pd.DataFrame(
        {
            "indicator": ["victims"],
            "area": ["AL"],
            "gender": ["all"],
            "age": ["all"],
            "period": ["2018"],
            "value": ["95"],
            "n": [""],
            "confidence": ["high"],
            "source": ["s002"],
            "note": [""],
        }
    )
    before = facts.copy(deep=True)
    observe(facts, release.catalogue)
    pd.testing.assert_frame_equal(facts, before)
