"""Checks of records and of ready counts: everything wrong at once, never a whole record."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data.reading.read_file import read_file
from data.services.records.checks import table_problems
from tests.data.services.record_files import (
    COUNTS,
    RECORDS,
    codebook,
    raw_table,
    ready_counts,
    records,
    rows,
    true_counts,
)

ROW = {"id": "secret-7", "service": "field", "county": "1", "sex": "F", "age": "19", "date": "2021-03-04"}
FLAGS = (('date = "date"', 'date = "date"\nvictim = "victim"\nchild = "child"\nroma = "roma"'),)


def problems_of(folder: Path, frame: pd.DataFrame, *changes: tuple[str, str], text: str = RECORDS) -> list[str]:
    return [str(each) for each in table_problems(raw_table(frame), codebook(folder, *changes, text=text))]


def one(**cells: str) -> pd.DataFrame:
    return pd.DataFrame([{**ROW, **cells}], dtype="str")


def test_sound_records_have_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, records(40)) == []


WRONG_CELLS = [
    ({"county": "5"}, "row 2, county: expected one of 1 = AL-11, 2 = AL-10, 3 = AL-09, 4 = AL-07, found '5'"),
    ({"service": "scool"}, "row 2, service: expected one of field = outreach, help = support, job = reintegration, "
     "school = education, found 'scool' (nearest: school)"),
    ({"sex": ""}, "row 2, sex: expected one of F = f, M = m, found nothing"),
    ({"id": ""}, "row 2, id: expected the person's id, found nothing"),
    ({"age": ""}, "row 2, age: expected the person's age, found nothing"),
    ({"age": "19.5"}, "row 2, age: expected an age in whole years, 0 to 110, found another value"),
    ({"age": "-1"}, "row 2, age: expected an age in whole years"),
    ({"age": "111"}, "row 2, age: expected an age in whole years"),
    ({"date": ""}, "row 2, date: expected a date, YYYY-MM-DD, found nothing"),
    ({"date": "2021-02-30"}, "row 2, date: expected a date, YYYY-MM-DD, found '2021-02-30'"),
    ({"date": "4.3.2021"}, "row 2, date: expected a date, YYYY-MM-DD"),
    ({"date": "2019-11-30"}, "row 2, date: expected a date from 2019-12-01 to 2025-03-31"),
    ({"date": "2025-04-01"}, "row 2, date: expected a date from 2019-12-01 to 2025-03-31"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "reason"), WRONG_CELLS)
def test_a_wrong_cell_is_told_with_its_row(tmp_path: Path, cells: dict[str, str], reason: str) -> None:
    (problem,) = problems_of(tmp_path, one(**cells))
    assert problem.startswith(f"records.xlsx, sheet Data, {reason}")


@pytest.mark.parametrize("cells", [{"date": "2021-03-04 09:30:00"}, {"date": "2019-12-01"}, {"age": "0"}])
def test_the_limits_are_taken(tmp_path: Path, cells: dict[str, str]) -> None:
    assert problems_of(tmp_path, one(**cells)) == []


def test_no_message_tells_who_or_a_whole_record(tmp_path: Path) -> None:
    frame = pd.DataFrame([{**ROW, "age": "x", "county": "9", "date": "never"}, {**ROW, "sex": "M"}], dtype="str")
    told = problems_of(tmp_path, frame)
    assert len(told) == 4
    assert not any("secret-7" in problem for problem in told)
    assert all(sum(cell in problem for cell in ("'9'", "'never'", "'x'")) <= 1 for problem in told)


def test_twenty_of_a_kind_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    told = problems_of(tmp_path, records(40).assign(county="7", age=""))
    of_county = [problem for problem in told if "county" in problem]
    assert len(of_county) == 21
    assert f"and {len(records(40)) - 20} more of this kind" in of_county[-1]
    assert len([problem for problem in told if ", age: " in problem]) == 21


def test_a_person_is_of_one_gender(tmp_path: Path) -> None:
    frame = rows(
        ("a", "field", "1", "F", "19", "2021-01-01"),
        ("a", "help", "1", "M", "19", "2021-02-01"),
        ("b", "help", "1", "M", "19", "2021-02-01"),
    )
    (problem,) = problems_of(tmp_path, frame)
    assert "row 3, sex: expected one gender for all rows of a person" in problem


def test_birth_is_one_a_person_and_makes_an_age(tmp_path: Path) -> None:
    frame = rows(
        ("a", "field", "1", "F", "2001", "2021-01-01"),
        ("a", "help", "1", "F", "2002", "2021-02-01"),
        ("b", "help", "1", "F", "2022", "2021-02-01"),
        ("c", "help", "1", "F", "1900", "2021-02-01"),
    )
    told = problems_of(tmp_path, frame, ('age = "age"', 'birth_year = "age"'))
    assert [problem.split(", ", 2)[2].split(":")[0] for problem in told] == ["row 4, age", "row 5, age", "row 3, age"]
    frame["age"] = ["2001-02-03", "2001-02-03", "2021-02-01", "2001"]
    (told_date,) = problems_of(tmp_path, frame, ('age = "age"', 'birth_date = "age"'))
    assert "row 5, age: expected a date of birth, YYYY-MM-DD" in told_date


def test_flags_are_yes_no_or_nothing(tmp_path: Path) -> None:
    frame = pd.concat([one(victim="1", child="0", roma=""), one(victim="po", child="", roma="perhaps", id="b")])
    (problem,) = problems_of(tmp_path, frame, *FLAGS)
    assert "row 3, roma: expected 1, 0 or nothing, found 'perhaps'" in problem


def test_a_child_is_below_eighteen(tmp_path: Path) -> None:
    frame = pd.concat([one(victim="", child="1", roma=""), one(victim="", child="1", roma="", age="17", id="b")])
    (problem,) = problems_of(tmp_path, frame, *FLAGS)
    assert "row 2, child: expected 1 below 18 years and 0 from 18 on" in problem


@pytest.mark.parametrize(("synthetic", "reason"), [("false", "only real rows"), ("true", "only synthetic rows")])
def test_real_and_synthetic_rows_never_stand_together(tmp_path: Path, synthetic: str, reason: str) -> None:
    frame = pd.concat([one(SYNTHETIC="0"), one(SYNTHETIC="1", id="b")])
    (problem,) = problems_of(tmp_path, frame, ("synthetic = false", f"synthetic = {synthetic}"))
    assert reason in problem


def test_synthetic_records_without_their_mark_are_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, one(), ("synthetic = false", "synthetic = true"))
    assert "SYNTHETIC: expected 1 in every row" in problem


def test_missing_columns_and_an_empty_file_are_told(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, one().rename(columns={"county": "countyy"}))
    assert "county: expected the column of county, found no such column (nearest: countyy)" in problem
    assert "expected at least one row, found none" in problems_of(tmp_path, one().iloc[:0])[0]


# ---- ready counts


@pytest.fixture
def cells(tmp_path: Path) -> pd.DataFrame:
    return ready_counts(true_counts(tmp_path, records(60)))


def test_sound_ready_counts_have_no_problem(tmp_path: Path, cells: pd.DataFrame) -> None:
    assert problems_of(tmp_path, cells, text=COUNTS) == []


def _put(column: str, text: str, row: int = 0) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def change(frame: pd.DataFrame) -> pd.DataFrame:
        frame = frame.copy()
        frame.loc[row, column] = text
        return frame

    return change


def _doubled(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame, frame.iloc[[3]]], ignore_index=True)


WRONG_COUNTS: list[tuple[Callable[[pd.DataFrame], pd.DataFrame], str]] = [
    (_put("persons", "-3"), "row 2, persons: expected a whole number of persons, from 0, found '-3'"),
    (_put("persons", "2.5"), "row 2, persons: expected a whole number of persons, from 0, found '2.5'"),
    (_put("persons", ""), "row 2, persons: expected a whole number of persons, from 0, found nothing"),
    (_put("persons", "<5"), "row 2, persons: expected a whole number of persons, from 0, found '<5'"),
    (_put("cycle", "3"), "row 2, cycle: expected one of 1 = 1, 2 = 2, found '3'"),
    (_put("age", "old"), "row 2, age: expected one of child = 0-17"),
    (_doubled, "service: expected a cell of its own, found the cell of row 5"),
]


@pytest.mark.parametrize(("change", "reason"), WRONG_COUNTS)
def test_a_wrong_count_is_told(
    tmp_path: Path, cells: pd.DataFrame, change: Callable[[pd.DataFrame], pd.DataFrame], reason: str
) -> None:
    assert any(reason in problem for problem in problems_of(tmp_path, change(cells), text=COUNTS))


def test_a_cycle_outside_the_period_is_told(tmp_path: Path, cells: pd.DataFrame) -> None:
    told = problems_of(tmp_path, cells, ("2019-12/2025-03", "2022-10/2025-03"), text=COUNTS)
    assert "cycle: expected cycle 2, as the codebook's period says, found '1'" in told[0]


@pytest.mark.parametrize(("counts", "good"), [((9, 4, 9), True), ((9, 4, 13), True), ((9, 4, 8), False),
                                              ((9, 4, 14), False), ((9, 4, 0), False)])  # fmt: skip
def test_different_persons_lie_between_the_largest_service_and_their_sum(
    tmp_path: Path, counts: tuple[int, ...], good: bool
) -> None:
    cell = {"county": "1", "sex": "F", "age": "young", "cycle": "1"}
    named = zip(("field", "help", "any"), counts, strict=True)
    frame = pd.DataFrame([{**cell, "service": service, "persons": str(count)} for service, count in named])
    told = problems_of(tmp_path, frame, text=COUNTS)
    assert told == [] if good else len(told) == 1 and "row 4, persons: expected the different persons" in told[0]
    assert not any(str(count) in problem.split("found")[-1] for problem in told for count in counts)


def test_counts_with_points_for_thousands_are_refused_and_whole_numbers_taken(tmp_path: Path) -> None:
    frame = _put("persons", "1.000", 2)(ready_counts(true_counts(tmp_path, records(60))))
    for ending in (".csv", ".xlsx"):
        path = tmp_path / f"counts{ending}"
        frame.to_csv(path, index=False) if ending == ".csv" else frame.to_excel(path, index=False)
        told = [str(each) for each in table_problems(read_file(path), codebook(tmp_path, text=COUNTS))]
        assert any("row 4, persons: expected a number that can be read in one way only" in each for each in told)
        assert any("found '1.000'" in each for each in told)


def test_an_error_of_a_spreadsheet_is_nobody(tmp_path: Path) -> None:
    (told,) = problems_of(tmp_path, _put("id", "#N/A", 3)(records(60)))
    assert "row 5, id: expected a value, no error of the spreadsheet, found '#N/A'" in told
