"""From records to true counts: each person once in a service and a cycle, and once among the persons of the cycle."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.errors import SourceError
from data.model.service_counts import AGES, ALL, AREAS, GENDERS, GROUPS
from data.services.records.counting import TRUE_COUNTS, count_table
from tests.data.services.record_files import (
    COUNTS,
    codebook,
    raw_table,
    ready_counts,
    records,
    rows,
    total,
    true_counts,
)


def test_contacts_are_not_persons(tmp_path: Path) -> None:
    true = true_counts(
        tmp_path,
        rows(
            ("a", "field", "1", "F", "19", "2021-01-01"),
            ("a", "field", "1", "F", "19", "2021-05-01"),
            ("a", "help", "1", "F", "19", "2021-06-01"),
            ("b", "help", "1", "F", "20", "2021-06-01"),
            ("a", "field", "1", "F", "21", "2023-01-01"),
        ),
    )
    assert total(true, service="outreach", cycle="1") == 1
    assert total(true, service="support", cycle="1") == 2
    assert total(true, service=ALL, cycle="1") == 2
    assert total(true, service=ALL, cycle="2") == total(true, service="outreach", cycle="2") == 1


def test_a_person_who_moves_or_has_a_birthday_stays_one_person_of_one_cell(tmp_path: Path) -> None:
    true = true_counts(
        tmp_path,
        rows(
            ("a", "help", "2", "F", "18", "2021-09-01"),
            ("a", "field", "1", "F", "17", "2021-01-01"),
            ("a", "school", "3", "F", "17", "2021-01-01"),
        ),
    )
    assert total(true, service=ALL) == 1
    for service in ("outreach", "support", "education", ALL):
        assert total(true, service=service, area="AL-11", gender="f", age="0-17", cycle="1") == 1


@pytest.mark.parametrize(
    ("role", "born", "day", "age"),
    [
        ("birth_date", "2003-05-05", "2021-05-04", "0-17"),
        ("birth_date", "2003-05-05", "2021-05-05", "18-24"),
        ("birth_date", "2004-02-29", "2022-02-28", "0-17"),
        ("birth_date", "2004-02-29", "2022-03-01", "18-24"),
        ("birth_year", "2003", "2021-01-01", "18-24"),
        ("birth_year", "1996", "2020-12-31", "18-24"),
        ("birth_year", "1996", "2021-01-01", "25+"),
    ],
)
def test_age_is_that_of_the_day(tmp_path: Path, role: str, born: str, day: str, age: str) -> None:
    true = true_counts(tmp_path, rows(("a", "field", "1", "M", born, day)), ('age = "age"', f'{role} = "age"'))
    assert total(true, service=ALL, age=age) == 1


@pytest.mark.parametrize(("day", "cycle"), [("2022-09-30", "1"), ("2022-10-01", "2")])
def test_the_day_says_the_cycle(tmp_path: Path, day: str, cycle: str) -> None:
    assert total(true_counts(tmp_path, rows(("a", "job", "4", "M", "30", day))), service=ALL, cycle=cycle) == 1


def test_every_cell_of_the_cycles_covered_is_there(tmp_path: Path) -> None:
    true = true_counts(tmp_path, records(30, cycles=("2",)), ("2019-12/2025-03", "2022-10/2025-03"))
    assert tuple(true.cells) == TRUE_COUNTS
    assert set(true.cells["cycle"]) == {"2"}
    assert len(true.cells) == (len(GROUPS) + 1) * len(AREAS) * len(GENDERS) * len(AGES)
    assert not true.cells.duplicated(TRUE_COUNTS[:-1]).any()


@pytest.mark.parametrize("flag", ["victim", "roma"])
def test_a_service_with_a_victim_or_a_roma_person_is_for_the_vulnerable(tmp_path: Path, flag: str) -> None:
    frame = rows(("a", "help", "1", "F", "19", "2021-01-01"), ("b", "field", "1", "F", "19", "2021-01-01"))
    change = ('date = "date"', f'date = "date"\n{flag} = "flag"')
    assert true_counts(tmp_path, frame.assign(flag=["1", ""]), change).vulnerable == ("support", "reintegration")
    assert true_counts(tmp_path, frame.assign(flag=["", "0"]), change).vulnerable == ("reintegration",)


def test_ready_counts_give_the_same_counts_as_their_records(tmp_path: Path) -> None:
    true = true_counts(tmp_path, records(80))
    again = count_table(raw_table(ready_counts(true)), codebook(tmp_path, text=COUNTS))
    pd.testing.assert_frame_equal(again.cells, true.cells)


def test_faulty_rows_are_never_counted(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="2 problems"):
        true_counts(tmp_path, rows(("a", "none", "1", "F", "x", "2021-01-01")))


one_record = st.tuples(
    st.sampled_from("abcdefgh"),
    st.sampled_from(["field", "help", "job", "school"]),
    st.sampled_from("1234"),
    st.just("F"),
    st.integers(0, 60).map(str),
    st.dates(pd.Timestamp("2019-12-01").date(), pd.Timestamp("2025-03-31").date()).map(str),
)


@settings(max_examples=30, deadline=None)
@given(listed=st.lists(one_record, min_size=1, max_size=40))
def test_persons_lie_between_the_largest_service_and_all_together(
    tmp_path_factory: pytest.TempPathFactory, listed: list[tuple[str, str, str, str, str, str]]
) -> None:
    frame = rows(*listed)
    true = true_counts(tmp_path_factory.getbasetemp(), frame)
    by_service = true.cells.pivot(index=["area", "gender", "age", "cycle"], columns="service", values="count")
    services = by_service[list(GROUPS)]
    assert (services.max(axis=1) <= by_service[ALL]).all() and (by_service[ALL] <= services.sum(axis=1)).all()
    for cycle, within in (("1", frame["date"] <= "2022-09-30"), ("2", frame["date"] > "2022-09-30")):
        assert total(true, service=ALL, cycle=cycle) == frame.loc[within, "id"].nunique()
        helped = frame[within & frame["service"].eq("help")]
        assert total(true, service="support", cycle=cycle) == helped["id"].nunique()
