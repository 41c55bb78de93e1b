"""Our codes become SDMX's and come back, for every figure of the release and every period there could be."""

import re
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exports.tables.sdmx_names import (
    DERIVED,
    NAMES,
    age_of,
    answer_of,
    from_sdmx,
    sdmx_age,
    sdmx_answer,
    to_sdmx,
)
from components.exports.tables.sdmx_periods import period_of, time_period
from data import Release
from data.model.frames import typed
from data.model.observations import COLUMNS, DTYPES
from data.model.periods import parse_period

YEARS = st.integers(1950, 2060)
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
MONTHS = DAYS.map(lambda day: f"{day:%Y-%m}")
SINGLE = st.one_of(
    YEARS.map(str),
    MONTHS,
    DAYS.map(date.isoformat),
    st.tuples(YEARS, st.integers(1, 4)).map(lambda both: f"{both[0]}-Q{both[1]}"),
    st.tuples(YEARS, st.integers(1, 2)).map(lambda both: f"{both[0]}-S{both[1]}"),
)
# SDMX technical notes: Gregorian and reporting periods, or a start and a positive ISO 8601 duration.
LEGAL = re.compile(r"\d{4}(-(\d{2}(-\d{2}(/P[1-9]\d*[YMD])?)?|Q[1-4]|S[12]))?")


def test_each_of_our_columns_has_a_name_of_its_own() -> None:
    assert tuple(sorted(NAMES)) == tuple(sorted(COLUMNS))
    assert len({*NAMES.values(), *DERIVED}) == len(NAMES) + len(DERIVED)


@pytest.mark.parametrize("part", ["observations", "survey"])
def test_every_figure_of_the_release_comes_back(atlas: Release, part: str) -> None:
    rows = typed(atlas.observations if part == "observations" else atlas.survey.observations, DTYPES)
    named = to_sdmx(rows)
    pd.testing.assert_frame_equal(from_sdmx(named.astype(object).where(named.notna(), "")), rows)
    codes = named[["INDICATOR", "ANSWER", "REF_AREA", "SEX", "AGE", "ETHNIC_GROUP", "OBS_STATUS", "OBS_CONF"]].stack()
    assert codes.str.fullmatch(r"[A-Za-z0-9_@$-]+").all(), "SDMX allows no other signs in a code"
    assert named["TIME_PERIOD"].map(LEGAL.fullmatch).notna().all()


def test_hidden_figures_are_called_suppressed_and_not_for_publication(atlas: Release) -> None:
    named = to_sdmx(atlas.observations)
    hidden = named[atlas.observations["status"].eq("suppressed")]
    assert len(hidden) > 0
    assert set(hidden["OBS_STATUS"]) == {"Q"} and set(hidden["OBS_CONF"]) == {"N"}
    assert hidden["OBS_VALUE"].isna().all()
    assert set(named.loc[atlas.observations["status"].eq("no_data"), "OBS_CONF"]) == {"F"}


def test_demonstration_figures_are_called_synthetic(atlas: Release) -> None:
    rows = atlas.survey.observations
    named = to_sdmx(rows)
    assert set(named.loc[rows["kind"].eq("demonstration"), "SYNTHETIC"]) == {"Y"}
    assert set(named.loc[rows["kind"].ne("demonstration"), "SYNTHETIC"]) == {"N"}


@pytest.mark.parametrize(("ours", "sdmx"), [("all", "_T"), ("15-19", "Y15T19"), ("0-4", "Y0T4"), ("18+", "Y_GE18")])
def test_ages(ours: str, sdmx: str) -> None:
    assert sdmx_age(ours) == sdmx
    assert age_of(sdmx) == ours


@pytest.mark.parametrize("wrong", ["", "15", "Y15", "young"])
def test_what_is_no_age_is_refused(wrong: str) -> None:
    for read in (sdmx_age, age_of):
        with pytest.raises(ValueError, match="expected an age"):
            read(wrong)


@given(st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True))
def test_answers(answer: str) -> None:
    assert answer_of(sdmx_answer(answer)) == answer


@pytest.mark.parametrize(
    ("ours", "sdmx"),
    [
        ("2017", "2017"),
        ("2020-08", "2020-08"),
        ("2023-09-18", "2023-09-18"),
        ("2016-Q1", "2016-Q1"),
        ("2017-S2", "2017-S2"),
        ("2017/2018", "2017-01-01/P2Y"),
        ("2011/2023", "2011-01-01/P13Y"),
        ("2019-12/2022-06", "2019-12-01/P31M"),
        ("2020-02-28/2020-03-01", "2020-02-28/P3D"),
    ],
)
def test_periods(ours: str, sdmx: str) -> None:
    assert time_period(ours) == sdmx
    assert period_of(sdmx) == ours


@given(SINGLE)
def test_a_single_period_is_written_alike(text: str) -> None:
    assert period_of(time_period(text)) == time_period(text) == text


@given(SINGLE, SINGLE)
def test_a_range_comes_back_with_the_same_days(first: str, last: str) -> None:
    if parse_period(first).start >= parse_period(last).start:
        first, last = last, first
    if parse_period(first).start == parse_period(last).start or parse_period(last).end <= parse_period(first).end:
        return
    text = f"{first}/{last}"
    written = time_period(text)
    read, meant = parse_period(period_of(written)), parse_period(text)
    assert LEGAL.fullmatch(written)
    assert (read.start, read.end) == (meant.start, meant.end)


@given(DAYS, st.integers(1, 4000))
def test_a_range_of_days_keeps_its_text(start: date, more: int) -> None:
    text = f"{start}/{start + timedelta(days=more)}"
    assert period_of(time_period(text)) == text


@pytest.mark.parametrize("wrong", ["2017-01-01/P2W", "2017-01-15/P2M", "2017-02-01/P1Y", "2017-01-01/P0M", "soon", ""])
def test_what_is_no_time_period_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        period_of(wrong)
