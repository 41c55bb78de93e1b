"""People reached as observations: every published count once, its period inside its cycle, nothing hidden told."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exhibits.services_rows import people_reached_rows, period_in_cycle
from data import CYCLES, Release
from data.model.observations import COLUMNS, DTYPES, KEY
from data.model.periods import parse_period
from data.model.service_counts import PEOPLE
from data.model.service_counts import SERVICE_CYCLES as PROGRAMME_CYCLES
from data.model.services_release import empty_services


@pytest.fixture(scope="module")
def people(atlas: Release) -> pd.DataFrame:
    return people_reached_rows(atlas.services)


def test_they_have_the_columns_of_an_observation(people: pd.DataFrame) -> None:
    assert tuple(people.columns) == COLUMNS
    assert {column: str(dtype) for column, dtype in people.dtypes.items()} == DTYPES
    assert set(people["indicator"]) == {PEOPLE} and set(people["population"]) == {"all"}


def test_every_published_count_is_there_once_with_all_that_is_told_of_it(atlas: Release, people: pd.DataFrame) -> None:
    counts = atlas.services.counts
    shared = ["answer", "area", "gender", "age", "cycle", "status", "reason", "kind", "source", "note"]
    assert (
        people[shared].to_numpy().tolist() == counts.rename(columns={"service": "answer"})[shared].to_numpy().tolist()
    )
    assert people["value"].fillna(-1).tolist() == counts["value"].fillna(-1).tolist()
    assert not people.duplicated(list(KEY)).any()
    assert people["kind"].eq("demonstration").all()


def test_a_hidden_count_bears_no_number_but_its_reason(people: pd.DataFrame) -> None:
    hidden = people["status"].eq("suppressed")
    assert hidden.any() and not hidden.all()
    assert people["value"].isna().eq(hidden).all()
    assert set(people.loc[hidden, "reason"]) == {"too_few_people"}


def test_counts_have_no_interval_and_no_base(people: pd.DataFrame) -> None:
    assert people[["value_low", "value_upp", "value_se", "n", "deff", "df"]].isna().all(axis=None)
    assert set(people["method"]) == {"none"}


def test_the_periods_of_the_cycles_are_those_recorded(people: pd.DataFrame) -> None:
    assert dict(people.groupby("cycle")["period"].unique().str[0]) == {"1": "2019-12/2022-09", "2": "2022-10/2025-03"}


@given(
    st.dates(date(2015, 1, 1), date(2022, 9, 1)),
    st.dates(date(2022, 10, 1), date(2028, 12, 31)),
    st.sampled_from(PROGRAMME_CYCLES),
)
def test_a_period_lies_in_its_cycle_and_in_the_records(start: date, end: date, cycle: str) -> None:
    records = parse_period(f"{start:%Y-%m}/{end:%Y-%m}")
    period, span = parse_period(period_in_cycle(records.text, cycle)), CYCLES[cycle]
    assert records.start <= period.start < period.end <= records.end
    assert span.start is not None and span.start <= period.start
    assert span.end is None or period.end <= span.end
    assert period.start in (records.start, span.start) and period.end in (records.end, span.end)


def test_without_records_there_are_no_rows_but_the_same_columns(atlas: Release) -> None:
    for services in (empty_services(), atlas.without_demonstration().services):
        rows = people_reached_rows(services)
        assert rows.empty
        assert {column: str(dtype) for column, dtype in rows.dtypes.items()} == DTYPES
