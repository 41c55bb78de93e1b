"""The demonstration's records: seeded, marked in every row, and going the same way as real ones."""

import time
from pathlib import Path

import pandas as pd
import pytest

from data.facts.sources import read_sources
from data.model.errors import SourceError
from data.model.service_counts import COUNTS, COVERAGE, GROUPS, empty_tables
from data.services.assembly import service_tables
from data.services.records.checks import table_problems
from data.services.records.counting import count_table
from data.services.records.demonstration_generating import demonstration_records
from data.services.records.demonstration_plan import read_records_plan

SOURCES = Path(__file__).parents[3] / "data" / "sources"
DEMONSTRATION = SOURCES / "services" / "demonstration"


def test_every_row_is_marked_and_sound() -> None:
    table, codebook = demonstration_records(DEMONSTRATION)
    assert codebook.synthetic and codebook.source == "demonstration_services"
    assert set(table.values["SYNTHETIC"]) == {"1"}
    assert table.values["KODI"].str.fullmatch(r"SYN-\d{5}").all()
    assert table.file.endswith("_SYNTHETIC.csv")
    assert table_problems(table, codebook) == []


def test_the_same_seed_gives_the_same_rows() -> None:
    first, second = (demonstration_records(DEMONSTRATION)[0].values for _ in range(2))
    assert first.to_csv().encode() == second.to_csv().encode()


def test_persons_are_as_the_plan_says_and_some_come_again() -> None:
    table, codebook = demonstration_records(DEMONSTRATION)
    plan = read_records_plan(DEMONSTRATION)
    true = count_table(table, codebook)
    persons = true.cells[true.cells["service"].eq("all")].groupby(["cycle", "area"])["count"].sum()
    assert {(cycle, area): count for cycle, by in plan.persons.items() for area, count in by.items()} == dict(persons)
    rows = table.values
    first = set(rows.loc[rows["DATA"] <= "2022-09-30", "KODI"])
    assert 0 < len(first & set(rows.loc[rows["DATA"] > "2022-09-30", "KODI"])) < len(first) / 4


@pytest.mark.usefixtures("afresh")
def test_the_table_is_marked_protected_and_quickly_made() -> None:
    started = time.monotonic()
    tables = service_tables(SOURCES)
    assert time.monotonic() - started < 10
    counts = tables.counts
    assert {name: str(dtype) for name, dtype in counts.dtypes.items()} == COUNTS
    assert {name: str(dtype) for name, dtype in tables.coverage.dtypes.items()} == COVERAGE
    assert set(counts["kind"]) == {"demonstration"} and set(counts["source"]) == {"demonstration_services"}
    hidden = counts["status"].eq("suppressed")
    assert 5 <= hidden.sum() < len(counts) / 4
    assert counts["value"].dropna().mod(5).eq(0).all()
    assert set(counts["service"]) == {"all", *GROUPS}
    assert list(counts.iloc[0][["service", "area", "gender", "age", "cycle"]]) == ["all", "AL-4C", "all", "all", "1"]
    assert set(tables.coverage["verdict"]) == {"unknown"}
    pd.testing.assert_frame_equal(service_tables(SOURCES).counts, counts)


def test_its_source_is_in_the_table_of_sources() -> None:
    sources, problems = read_sources(SOURCES / "sources.csv")
    assert problems == [] and "askush" in sources["demonstration_services"].title


def test_sources_without_services_have_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("id,title,publisher,year,address\ns001,A,B,2020,\n", encoding="utf-8")
    tables = service_tables(tmp_path)
    pd.testing.assert_frame_equal(tables.counts, empty_tables().counts)
    assert tables.coverage.empty and tables.period == ""


def test_a_demonstration_whose_source_is_unknown_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text("id,title,publisher,year,address\ns001,A,B,2020,\n", encoding="utf-8")
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "demonstration").symlink_to(DEMONSTRATION)
    with pytest.raises(SourceError, match=r"source: expected an id in sources\.csv, found 'demonstration_services'"):
        service_tables(tmp_path)


def test_a_plan_with_a_part_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "design.toml").write_text("seed = 1\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"design\.toml, women: expected a value, found nothing"):
        read_records_plan(tmp_path)
