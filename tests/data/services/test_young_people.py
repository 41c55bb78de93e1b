"""People reached per 10,000 young people: how many these are, with what interval, and what a release may say of it."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from screen import RELEASE

from data.model.frames import typed
from data.model.provenance import ReleaseNotes
from data.model.service_counts import COUNTS, COVERAGE, YOUNG
from data.reading.parquet import LATER_COLUMNS, TABLES, read_table, write_table
from data.releasing.datapackage import describe, package_problems
from data.releasing.release import Release, open_release
from data.services.check_coverage import COVERAGE_FILE, coverage_problems
from data.services.coverage import coverage_table
from data.services.records.denominators import read_population, read_young_shares
from data.services.young import young_number, young_people
from data.statistics.intervals import summed_interval

FACTS = Path(__file__).parents[3] / "data" / "sources" / "facts"
HEADER = "indicator,area,gender,age,period,value,n,confidence,source,note\n"
NO_NEED = pd.DataFrame(columns=["area", "year", "prevalence", "low", "upp", "source"])
FOUR = ("AL-11", "AL-10", "AL-09", "AL-07")


def shares(**changed: object) -> pd.DataFrame:
    """A quarter of the people in a county are young, by a survey of 600 households."""
    row = {"young_share": 25.0, "young_n": 600, "young_period": "2017/2018", "young_source": "s030"}
    return pd.DataFrame([{"area": area, **row} for area in FOUR]).assign(**changed)  # type: ignore[arg-type]


def population(*areas: str) -> pd.DataFrame:
    return pd.DataFrame({"area": areas or FOUR, "population": 100_000, "base": "2023-09-18", "source": "s111"})


def counted(value: int | None, area: str = "AL-07") -> pd.DataFrame:
    cell = {"service": "all", "area": area, "gender": "all", "age": "all", "cycle": "1"}
    row = {**cell, "value": value, "source": "s001"}
    shown = {"status": "ok", "reason": ""} if value else {"status": "suppressed", "reason": "too_few_people"}
    return typed(pd.DataFrame([{**row, **shown, "kind": "computed", "note": ""}]).astype({"value": "Int64"}), COUNTS)


def test_the_number_follows_by_hand() -> None:
    """600 households of a design effect 1.5 are 400: logit 0.25 is -1.0986, its deviation 1 / sqrt(75) = 0.11547."""
    assert young_number(100_000, 25.0, 600) == (25_000, 21_000, 29_478)


def test_the_bounds_of_a_sum_are_the_roots_of_summed_squares() -> None:
    figures, low, upp = (pd.Series(each, dtype="float64").to_numpy() for each in ([10, 20], [7, 16], [16, 28]))
    assert summed_interval(figures, low, upp) == pytest.approx((25.0, 40.0))


def test_the_ratio_turns_the_interval_of_the_young_round() -> None:
    row = coverage_table(counted(120), population(), NO_NEED, shares()).iloc[0]
    assert (row["young"], row["young_low"], row["young_upp"]) == (25_000, 21_000, 29_478)
    told = [row[f"per_10000_young{end}"] for end in ("", "_low", "_upp")]
    assert told == [48.0, 40.7, 57.1]  # 120 / 25,000, / 29,478, / 21,000
    assert (row["per_10000"], row["source"], row["young_source"]) == (12.0, "s001 s111", "s030")


def test_a_hidden_count_has_no_ratio_and_a_county_without_a_share_neither() -> None:
    hidden = coverage_table(counted(None), population(), NO_NEED, shares()).iloc[0]
    assert hidden["young"] == 25_000 and hidden[["per_10000_young", "per_10000_young_low"]].isna().all()
    lacking = coverage_table(counted(120), population(), NO_NEED, shares().iloc[:3]).iloc[0]
    assert lacking[["young", "young_share", "per_10000_young", "per_10000_young_upp"]].isna().all()
    assert (lacking["young_period"], lacking["young_source"], lacking["per_10000"]) == ("", "", 12.0)


def test_the_four_counties_are_the_sum_of_one_time_with_an_interval_of_its_own() -> None:
    whole = young_people(population(), shares()).set_index("area").loc["AL-4C"]
    # The bounds lie 4,000 below and 4,478 above in each of four: twice that in their sum.
    assert (whole["young"], whole["young_low"], whole["young_upp"]) == (100_000, 92_000, 108_956)
    assert pd.isna(whole["young_share"]) and whole["young_source"] == "s030"
    other = shares(young_period=["2017/2018", "2011", "2017/2018", "2017/2018"])
    assert "AL-4C" not in set(young_people(population(), other)["area"])
    assert set(young_people(population("AL-07"), shares())["area"]) == {"AL-07"}


# ---- the sources


def test_the_shares_of_our_sources_are_those_printed_for_one_survey() -> None:
    read, problems = read_young_shares(FACTS)
    assert problems == []
    assert dict(zip(read["area"], read["young_share"], strict=True)) == {
        "AL-07": 32.24, "AL-09": 30.15, "AL-10": 29.0, "AL-11": 28.96
    }  # fmt: skip
    assert dict(zip(read["area"], read["young_n"], strict=True))["AL-07"] == 310  # 1,434 persons, 4.62 a household
    assert set(read["young_period"]) == {"2017/2018"} and set(read["young_source"]) == {"s030"}


@pytest.mark.parametrize("lost", ["aged_10_19,AL-09,", "aged_20_29,AL-09,", "household_size,AL-09,"])
def test_without_a_part_for_one_county_no_share_is_read(tmp_path: Path, lost: str) -> None:
    for name in ("population.csv", "family.csv"):
        lines = (FACTS / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (tmp_path / name).write_text("".join(line for line in lines if not line.startswith(lost)), encoding="utf-8")
    read, problems = read_young_shares(tmp_path)
    assert problems == [] and read.empty
    assert len(read_population(tmp_path)[0]) == 4


def test_no_facts_are_no_shares(tmp_path: Path) -> None:
    read, problems = read_young_shares(tmp_path)
    assert problems == [] and read.empty
    (tmp_path / "population.csv").write_text(HEADER, encoding="utf-8")
    assert read_young_shares(tmp_path)[0].empty


# ---- the release


KUKES = {"service": "all", "area": "AL-07", "cycle": "2"}
FOUR_TOGETHER = {**KUKES, "area": "AL-4C"}
TAMPERED = [
    (KUKES, {"per_10000_young": 50.0}, "per_10000_young: expected reached per 10,000 of the young"),
    (KUKES, {"per_10000_young_low": 50.0}, "per_10000_young_low: expected reached per 10,000 of the young_upp"),
    (KUKES, {"per_10000_young_upp": 60.0}, "per_10000_young_upp: expected reached per 10,000 of the young_low"),
    (KUKES, {"per_10000_young_upp": None}, "per_10000_young: expected a figure with both its bounds or none"),
    (KUKES, {"young": 20_000}, "young: expected what follows from population, share and households, found 20000"),
    (KUKES, {"young_low": 19_000}, "young_low: expected what follows from population, share and households"),
    (KUKES, {"young_upp": 30_000}, "young_upp: expected what follows from population, share and households"),
    (KUKES, {"young": None}, "young: expected what follows from population, share and households"),
    (KUKES, {"young_share": 33.0}, "young_share: expected one share a county"),
    (KUKES, {"young_share": 100.0}, "young_share: expected a percentage above 0 and below 100"),
    (KUKES, {"young_n": 0}, "young_share: expected a percentage above 0 and below 100, of some households"),
    (KUKES, {"young_n": None}, "young_share: expected a share with its base, or neither"),
    (KUKES, {"young_period": "once"}, "young_period: expected a year, month"),
    (KUKES, {"young_source": ""}, "young_source: expected the source of the share"),
    (FOUR_TOGETHER, {"young": 300_000}, "AL-4C 2, young: expected what follows"),
    (FOUR_TOGETHER, {"young_low": 1}, "AL-4C 2, young_low: expected what follows"),
]


@pytest.mark.parametrize(("where", "cells", "told"), TAMPERED)
def test_a_tampered_column_is_told(atlas: Release, where: dict[str, str], cells: dict[str, object], told: str) -> None:
    coverage = atlas.services.coverage.copy()
    assert [*coverage_problems(coverage, atlas.services.counts)] == []
    row = coverage.index[(coverage[list(where)] == pd.Series(where)).all(axis=1)]
    assert len(row) == 1
    for column, cell in cells.items():
        coverage.loc[row, column] = cell
    found = [*coverage_problems(coverage, atlas.services.counts)]
    assert any(told in problem and problem.startswith(COVERAGE_FILE) for problem in found), found


def test_a_hidden_count_keeps_its_ratio_hidden_in_the_release(atlas: Release) -> None:
    coverage = atlas.services.coverage
    hidden = coverage[coverage["status"].eq("suppressed")]
    assert len(hidden) and hidden[["per_10000_young", "per_10000_young_low", "per_10000_young_upp"]].isna().all(
        axis=None
    )
    lent = coverage.copy()
    lent.loc[hidden.index, "per_10000_young"] = 1.0
    assert any("per_10000_young: expected" in each for each in coverage_problems(lent, atlas.services.counts))


def test_a_release_from_before_the_young_still_opens(tmp_path: Path, atlas: Release) -> None:
    """The rehearsal compares with it, and a rollback serves it."""
    folder = tmp_path / "earlier"
    shutil.copytree(RELEASE, folder)
    assert set(LATER_COLUMNS) == {COVERAGE_FILE, "differences.parquet", "survey_patterns.parquet"}
    for name in set(LATER_COLUMNS) - {COVERAGE_FILE}:
        dtypes = {column: dtype for column, dtype in TABLES[name].items() if column not in LATER_COLUMNS[name]}
        write_table(folder / name, read_table(folder / name)[list(dtypes)], dtypes)
    first = {column: dtype for column, dtype in COVERAGE.items() if column not in YOUNG}
    table = read_table(folder / COVERAGE_FILE)
    write_table(folder / COVERAGE_FILE, table[list(first)], first)
    rows = {each.name: 0 for each in folder.iterdir()}
    rows |= {name: len(read_table(folder / name)) for name in TABLES}
    describe(folder, ReleaseNotes(atlas.info.date, "0.3.0", atlas.info.changes), rows)
    assert package_problems(folder) == []
    earlier = open_release(folder)
    services = earlier.services
    assert earlier.differences["q_cautious"].isna().all() and earlier.survey.patterns["q"].isna().all()
    assert services.coverage["young"].isna().all() and services.coverage["young_source"].eq("").all()
    assert [*coverage_problems(services.coverage, services.counts)] == []
    write_table(folder / COVERAGE_FILE, table[["service"]], {"service": "str"})
    describe(folder, ReleaseNotes(atlas.info.date, "0.3.0", atlas.info.changes), rows)
    assert any("schema expected" in problem for problem in package_problems(folder))
