"""Reach held against the population, and against a need where one is known."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.frames import typed
from data.model.service_counts import COUNTS, COVERAGE
from data.services.coverage import coverage_interval, coverage_table
from data.services.records.denominators import read_needs, read_population

SOURCES = Path(__file__).parents[3] / "data" / "sources"
PEOPLE = {"AL-11": 758513, "AL-10": 154479, "AL-09": 107178, "AL-07": 61998}
HEADER = "area,gender,age,year,prevalence,low,upp,source\n"


def test_the_interval_turns_the_prevalence_round() -> None:
    """The worked example of the method: 24,000 persons, 4.5 % (3.0-6.6), 310 reached."""
    coverage, low, upp = coverage_interval(310, 24_000, 3.0, 4.5, 6.6)
    assert (round(coverage), round(low), round(upp)) == (29, 20, 43)


def test_more_than_all_is_told_as_it_is() -> None:
    assert coverage_interval(300, 1000, 10, 20, 40) == pytest.approx((150.0, 75.0, 300.0))


@given(
    reached=st.integers(0, 5000),
    population=st.integers(1, 10**6),
    shares=st.lists(st.floats(0.01, 100), min_size=3, max_size=3).map(sorted),
)
def test_the_coverage_lies_in_its_interval(reached: int, population: int, shares: list[float]) -> None:
    coverage, low, upp = coverage_interval(reached, population, *shares)
    assert low <= coverage * (1 + 1e-9) and coverage <= upp * (1 + 1e-9)
    assert coverage * population * shares[1] == pytest.approx(reached * 10_000)


@pytest.mark.parametrize(
    "wrong", [(10, 100, 0, 1, 2), (10, 100, 2, 1, 3), (10, 100, 1, 4, 3), (10, 0, 1, 2, 3), (10, 100, 1, 2, 101)]
)
def test_what_is_no_interval_is_refused(wrong: tuple[float, float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="expected 0 < low"):
        coverage_interval(*wrong)


# ---- the table


def counted(*values: int | None) -> pd.DataFrame:
    """Persons over all services of Kukës in cycles 1 and 2, and of support in cycle 2; None is hidden."""
    cells = (("all", "1"), ("all", "2"), ("support", "2"))
    rows = [
        {"service": service, "area": "AL-07", "gender": "all", "age": "all", "cycle": cycle, "value": value,
         "status": "suppressed" if value is None else "ok", "reason": "too_few_people" if value is None else "",
         "kind": "computed", "source": "s001", "note": ""}
        for (service, cycle), value in zip(cells, values, strict=True)
    ]  # fmt: skip
    return typed(pd.DataFrame([*rows, {**rows[1], "gender": "f"}]).astype({"value": "Int64"}), COUNTS)


def population(areas: tuple[str, ...] = tuple(PEOPLE)) -> pd.DataFrame:
    rows = [{"area": area, "population": PEOPLE[area], "base": "2023-09-18", "source": "s111"} for area in areas]
    return pd.DataFrame(rows, columns=["area", "population", "base", "source"])


def needs(*rows: tuple[str, str, float, float, float]) -> pd.DataFrame:
    columns = ["area", "year", "prevalence", "low", "upp"]
    return pd.DataFrame(rows, columns=columns).astype({"area": "str", "year": "str"}).assign(source="s050")


def held(counts: pd.DataFrame, people: pd.DataFrame, need: pd.DataFrame) -> pd.DataFrame:
    """The table where no share of young people is known."""
    columns = ["area", "young_share", "young_n", "young_period", "young_source"]
    return coverage_table(counts, people, need, pd.DataFrame(columns=columns))


def test_without_a_need_there_is_a_rate_and_no_verdict() -> None:
    table = held(counted(120, 190, None), population(), needs())
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == COVERAGE
    assert table["per_10000"].tolist()[:2] == [19.4, 30.6] and pd.isna(table["per_10000"][2])
    assert set(table["population"]) == {61998} and set(table["base"]) == {"2023-09-18"}
    assert table["verdict"].tolist() == ["unknown"] * 3
    assert table["verdict_reason"].tolist() == ["no_denominator"] * 3
    assert table[["need", "coverage", "coverage_low", "coverage_upp"]].isna().all(axis=None)
    assert set(table["source"]) == {"s001 s111"}


def test_a_need_gives_persons_of_all_services_a_verdict() -> None:
    table = held(counted(120, 1200, 500), population(), needs(("AL-07", "2021", 1.0, 0.8, 1.3)))
    first, second, support = table.to_dict("records")
    # As they are, for whoever shows them to round once.
    found = [first["coverage"], first["coverage_low"], first["coverage_upp"]]
    assert found == pytest.approx([120 / PEOPLE["AL-07"] * 100 / share for share in (0.010, 0.013, 0.008)], abs=1e-9)
    assert (first["verdict"], first["verdict_reason"], first["source"]) == ("clear", "", "s001 s111 s050")
    assert (first["need_year"], first["need"]) == ("2021", 1.0)
    assert (
        second["coverage_upp"] == pytest.approx(1200 / PEOPLE["AL-07"] * 100 / 0.008, abs=1e-9)
        and second["verdict"] == "not_clear"
    )
    assert (support["verdict"], support["verdict_reason"]) == ("unknown", "no_denominator")


@pytest.mark.parametrize(("reached", "verdict"), [(395, "clear"), (400, "not_clear")])
def test_the_gap_is_clear_where_even_the_upper_bound_stays_below_eighty_per_cent(reached: int, verdict: str) -> None:
    table = held(counted(reached, 5, 5), population(), needs(("AL-07", "2021", 1.0, 0.8, 1.3)))
    assert table["verdict"][0] == verdict
    assert (table["coverage_upp"][0] < 80) == (verdict == "clear")


def test_a_hidden_count_has_no_coverage() -> None:
    table = held(counted(None, 100, None), population(), needs(("AL-07", "2021", 1.0, 0.8, 1.3)))
    assert (table["verdict"][0], table["verdict_reason"][0]) == ("unknown", "too_few_people")
    assert pd.isna(table["coverage_upp"][0]) and pd.isna(table["per_10000"][0])


def test_a_cycle_takes_the_latest_need_that_is_not_younger() -> None:
    known = needs(("AL-07", "2021", 1.0, 0.8, 1.3), ("AL-07", "2018", 2.0, 1.5, 2.5), ("AL-07", "2024", 3.0, 2.0, 4.0))
    table = held(counted(100, 100, 100), population(), known)
    assert table["need_year"].tolist() == ["2021", "2024", ""]
    late = held(counted(100, 100, 100), population(), needs(("AL-07", "2024", 3.0, 2.0, 4.0)))
    assert late["verdict_reason"].tolist() == ["no_denominator", "", "no_denominator"]


def test_without_a_population_there_is_neither_rate_nor_coverage() -> None:
    table = held(counted(100, 100, 100), population(()), needs(("AL-07", "2021", 1.0, 0.8, 1.3)))
    assert table[["per_10000", "population", "coverage"]].isna().all(axis=None)
    assert set(table["verdict_reason"]) == {"no_denominator"} and set(table["base"]) == {""}


def test_the_four_counties_have_a_base_only_where_all_are_known() -> None:
    frame = counted(100, 100, 100).assign(area="AL-4C")
    assert set(held(frame, population(), needs())["population"]) == {sum(PEOPLE.values())}
    assert held(frame, population(("AL-07", "AL-11")), needs())["population"].isna().all()


# ---- the sources


def test_the_base_is_the_census_of_all_four_counties() -> None:
    read, problems = read_population(SOURCES / "facts")
    assert problems == []
    assert dict(zip(read["area"], read["population"], strict=True)) == PEOPLE
    assert set(read["base"]) == {"2023-09-18"}


def test_no_need_is_known_in_our_sources() -> None:
    read, problems = read_needs(SOURCES / "services" / "need.csv", {"s001"})
    assert problems == [] and read.empty


def test_a_need_with_year_interval_and_source_is_read(tmp_path: Path) -> None:
    path = tmp_path / "need.csv"
    path.write_text(f"{HEADER}AL-07,all,all,2021,1.0,0.8,1.3,s001\n", encoding="utf-8")
    read, problems = read_needs(path, {"s001"})
    assert problems == []
    assert read.to_dict("records") == [
        {"area": "AL-07", "year": "2021", "prevalence": 1.0, "low": 0.8, "upp": 1.3, "source": "s001"}
    ]


WRONG = [
    ("AL-12,all,all,2021,1,0.8,1.3,s001", "area: expected one of AL-11"),
    ("AL-07,f,all,2021,1,0.8,1.3,s001", "gender: expected all: no population is known by gender"),
    ("AL-07,all,15-29,2021,1,0.8,1.3,s001", "age: expected all: no population is known by age"),
    ("AL-07,all,all,,1,0.8,1.3,s001", "year: expected a year"),
    ("AL-07,all,all,2021,1,0.8,1.3,s999", "source: expected an id in sources.csv"),
    ("AL-07,all,all,2021,1,,,s001", "prevalence: expected per cent with its own interval"),
    ("AL-07,all,all,2021,1,1,1,s001", "prevalence: expected per cent with its own interval"),
    ("AL-07,all,all,2021,3,1,2,s001", "prevalence: expected per cent with its own interval"),
    ("AL-07,all,all,2021,1,0.8,1.3,s001\nAL-07,all,all,2021,2,1,3,s001", "row 3, area: expected one need an area"),
]


@pytest.mark.parametrize(("rows", "reason"), WRONG)
def test_what_lacks_year_source_or_uncertainty_is_no_need(tmp_path: Path, rows: str, reason: str) -> None:
    path = tmp_path / "need.csv"
    path.write_text(f"{HEADER}{rows}\n", encoding="utf-8")
    read, problems = read_needs(path, {"s001"})
    assert read.empty and any(reason in str(problem) for problem in problems)
