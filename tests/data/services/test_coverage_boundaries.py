"""Where a cycle ends and where a gap is clear: tables made up to stand on the boundary itself."""

import pandas as pd
import pytest

from data.model.frames import typed
from data.model.service_counts import COUNTS
from data.services.check_coverage import coverage_problems
from data.services.coverage import coverage_interval, coverage_table

AREAS = ("AL-11", "AL-10", "AL-09", "AL-07")


def reached(persons: int, area: str = "AL-07") -> pd.DataFrame:
    """So many persons of all services in each cycle."""
    row = {"service": "all", "area": area, "gender": "all", "age": "all", "value": persons, "status": "ok",
           "reason": "", "kind": "computed", "source": "s001", "note": ""}  # fmt: skip
    return typed(pd.DataFrame([{**row, "cycle": cycle} for cycle in ("1", "2")]).astype({"value": "Int64"}), COUNTS)


def held(
    counts: pd.DataFrame, need: list[tuple[str, float]], bases: tuple[str, ...] = ("2023-09-18",) * 4
) -> pd.DataFrame:
    """Coverage in counties of 10,000 inhabitants; `need` is (year, prevalence) in Kukës, its bounds a tenth off."""
    people = pd.DataFrame({"area": AREAS, "population": 10_000, "base": bases, "source": "s111"})
    needs = pd.DataFrame(need, columns=["year", "prevalence"]).assign(
        area="AL-07",
        low=lambda rows: rows["prevalence"] * 0.9,
        upp=lambda rows: rows["prevalence"] * 1.1,
        source="s050",
    )
    shares = pd.DataFrame(columns=["area", "young_share", "young_n", "young_period", "young_source"])
    return coverage_table(counts, people, needs.astype({"year": "str"}), shares)


def verdict_problems(table: pd.DataFrame, persons: int) -> list[str]:
    """What the release's check says of the verdicts."""
    return [problem for problem in coverage_problems(table, reached(persons)) if "verdict" in problem]


@pytest.mark.parametrize(
    ("years", "taken"),
    [
        (["2022"], ["2022", "2022"]),
        (["2023"], ["", "2023"]),
        (["2021", "2022", "2023"], ["2022", "2023"]),
        (["2023", "2022", "2021"], ["2022", "2023"]),
        (["2024", "2023"], ["", "2024"]),
    ],
)
def test_the_first_cycle_ends_with_the_need_of_2022(years: list[str], taken: list[str]) -> None:
    table = held(reached(50), [(year, 1.0 + place) for place, year in enumerate(years)])
    assert table["cycle"].tolist() == ["1", "2"]
    assert table["need_year"].tolist() == taken
    known = {year: 1.0 + place for place, year in enumerate(years)}
    assert table["need"].fillna(0).tolist() == [known.get(year, 0) for year in taken]


def test_the_need_of_a_cycle_decides_its_coverage() -> None:
    table = held(reached(50), [("2022", 1.0), ("2023", 2.0)])
    assert table["coverage"].tolist() == pytest.approx([50.0, 25.0])


@pytest.mark.parametrize(
    ("persons", "upper", "verdict"), [(79, 79.0, "clear"), (80, 80.0, "not_clear"), (81, 81.0, "not_clear")]
)
def test_an_upper_bound_of_exactly_eighty_is_no_clear_gap(persons: int, upper: float, verdict: str) -> None:
    need = pd.DataFrame({"area": ["AL-07"], "year": ["2021"], "prevalence": [2.0], "low": [1.0], "upp": [4.0]})
    shares = pd.DataFrame(columns=["area", "young_share", "young_n", "young_period", "young_source"])
    people = pd.DataFrame({"area": AREAS, "population": 10_000, "base": "2023-09-18", "source": "s111"})
    table = coverage_table(reached(persons), people, need.astype({"year": "str"}).assign(source="s050"), shares)
    assert table["coverage_upp"].tolist() == [upper, upper]
    # By the bound, not by the estimate, which is half of it and clear in all three.
    assert table["verdict"].tolist() == [verdict, verdict]
    assert table["verdict_reason"].tolist() == ["", ""]
    # The release's check works the verdict out again, and names whoever wrote the other one.
    assert verdict_problems(table, persons) == []
    other = table.assign(verdict="not_clear" if verdict == "clear" else "clear")
    assert len(verdict_problems(other, persons)) == 2


def test_the_larger_need_gives_the_smaller_bound() -> None:
    assert coverage_interval(80, 10_000, 1.0, 2.0, 4.0) == (40.0, 20.0, 80.0)


def test_a_prevalence_may_lie_on_its_bounds_and_at_a_hundred_but_not_at_nought() -> None:
    assert coverage_interval(5, 10, 100, 100, 100) == (50.0, 50.0, 50.0)
    with pytest.raises(ValueError, match="expected 0 < low"):
        coverage_interval(5, 10, 0, 1, 1)


def test_four_counties_of_two_censuses_have_no_sum() -> None:
    frame = reached(50, "AL-4C")
    assert held(frame, [])["population"].tolist() == [40_000, 40_000]
    assert held(frame, [], ("2023-09-18",) * 3 + ("2011-10-01",))["population"].isna().all()
