from datetime import date

import pytest

from data.model.dimensions import AREAS, FOCUS, age_order, area_order, cycle_of
from data.model.periods import parse_period, sort_key


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2023-09-18", date(2023, 9, 18), date(2023, 9, 18)),
        ("2019-Q2", date(2019, 4, 1), date(2019, 6, 30)),
        ("2017-S2", date(2017, 7, 1), date(2017, 12, 31)),
        ("2008/2009", date(2008, 1, 1), date(2009, 12, 31)),
        ("2019-12/2022-06", date(2019, 12, 1), date(2022, 6, 30)),
    ],
)
def test_a_period_is_its_first_and_last_day(text: str, start: date, end: date) -> None:
    period = parse_period(text)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "''"),
        ("17", "'17'"),
        ("2017-13", "'2017-13'"),
        ("2017-Q5", "'2017-Q5'"),
        ("2017-S3", "'2017-S3'"),
        ("2023-02-30", "'2023-02-30'"),
        ("2019/2018", "'2019/2018'"),
        ("2019/", "''"),
        ("2019/2020/2021", "'2020/2021'"),
    ],
)
def test_any_other_text_is_refused_and_quoted(text: str, found: str) -> None:
    with pytest.raises(ValueError, match="expected a") as refusal:
        parse_period(text)
    assert f"found {found}" in str(refusal.value)


@pytest.mark.parametrize(
    ("period", "cycle"),
    [
        ("2017/2018", "0"),
        ("2019", "0"),
        ("2019-11-30", "0"),
        ("2019-12-01", "1"),
        ("2019-12/2022-06", "1"),
        ("2022", "1"),
        ("2022-09-30", "1"),
        ("2022-10-01", "2"),
        ("2020/2024", "1"),
        ("2023-09-18", "2"),
    ],
)
def test_the_midpoint_chooses_the_cycle(period: str, cycle: str) -> None:
    assert cycle_of(period) == cycle


def test_periods_sort_by_time_not_by_text() -> None:
    assert sorted(["2019-Q4", "2019", "2008/2009", "2019-02"], key=sort_key) == [
        "2008/2009",
        "2019-02",
        "2019",
        "2019-Q4",
    ]


def test_areas_have_one_canonical_order() -> None:
    assert AREAS[:4] == FOCUS == ("AL-11", "AL-10", "AL-09", "AL-07")
    assert AREAS[-3:] == ("AL", "AL-4C", "AL-PA")
    assert len(set(AREAS)) == 15
    assert sorted(["AL", "AL-01", "AL-07", "AL-11"], key=area_order) == ["AL-11", "AL-07", "AL-01", "AL"]


def test_ages_sort_by_their_bounds() -> None:
    assert sorted(["18+", "9-11", "all", "15-17", "0-17"], key=age_order) == [
        "all",
        "0-17",
        "9-11",
        "15-17",
        "18+",
    ]
