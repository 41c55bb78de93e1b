"""Invented service records: a codebook, and rows as a file would hold them."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from data.model.service_counts import AGES, ALL, GENDERS, GROUPS
from data.reading.raw_table import RawTable
from data.services.records.counting import TrueCounts, count_table
from data.services.records.form import RecordsCodebook
from data.services.records.reading import read_records_codebook

SEED = 20261124
RECORDS = """
records = "services"
form = "records"
period = "2019-12/2025-03"
source = "s001"
synthetic = false
vulnerable = ["reintegration"]

[roles]
person = "id"
service = "service"
county = "county"
gender = "sex"
age = "age"
date = "date"

[codes.service]
"field" = "outreach"
"help" = "support"
"job" = "reintegration"
"school" = "education"
[codes.county]
1 = "AL-11"
2 = "AL-10"
3 = "AL-09"
4 = "AL-07"
[codes.gender]
"F" = "f"
"M" = "m"
"""
COUNTS = """
records = "services"
form = "counts"
period = "2019-12/2025-03"
source = "s001"
synthetic = false
vulnerable = ["reintegration"]

[roles]
county = "county"
gender = "sex"
age = "age"
service = "service"
cycle = "cycle"
count = "persons"

[codes.service]
"field" = "outreach"
"help" = "support"
"job" = "reintegration"
"school" = "education"
"any" = "all"
[codes.county]
1 = "AL-11"
2 = "AL-10"
3 = "AL-09"
4 = "AL-07"
[codes.gender]
"F" = "f"
"M" = "m"
[codes.age]
"child" = "0-17"
"young" = "18-24"
"adult" = "25+"
[codes.cycle]
1 = "1"
2 = "2"
"""
RAW_SERVICES = {"outreach": "field", "support": "help", "reintegration": "job", "education": "school", ALL: "any"}
RAW_COUNTIES = {"AL-11": "1", "AL-10": "2", "AL-09": "3", "AL-07": "4"}
RAW_AGES = dict(zip(AGES, ("child", "young", "adult"), strict=True))
_MONTHS = {"1": ("2020-01", "2022-08"), "2": ("2022-10", "2025-02")}
COLUMNS = ("id", "service", "county", "sex", "age", "date")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each place, which must stand there exactly once, put otherwise."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def codebook_file(folder: Path, *changes: tuple[str, str], text: str = RECORDS) -> Path:
    path = folder / "records.toml"
    path.write_text(changed(text, *changes), encoding="utf-8")
    return path


def codebook(folder: Path, *changes: tuple[str, str], text: str = RECORDS) -> RecordsCodebook:
    read, problems = read_records_codebook(codebook_file(folder, *changes, text=text))
    assert problems == []
    return read


def rows(*cells: tuple[str, str, str, str, str, str]) -> pd.DataFrame:
    """Records as written here: id, service, county, sex, age, date."""
    return pd.DataFrame(list(cells), columns=list(COLUMNS), dtype="str")


def records(
    persons: int = 450, seed: int = SEED, cycles: tuple[str, ...] = ("1", "2"), prefix: str = "p"
) -> pd.DataFrame:
    """So many persons a cycle, unevenly spread, each with one to three services; all cells as text."""
    return _drawn(persons, seed, cycles, prefix).copy()


@cache
def _drawn(persons: int, seed: int, cycles: tuple[str, ...], prefix: str) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    made = []
    for cycle in cycles:
        for number in range(persons):
            county = random.choice(["1", "2", "3", "4"], p=[0.5, 0.27, 0.15, 0.08])
            sex = random.choice(["F", "M"], p=[0.6, 0.4])
            age = str(random.integers(8, 40))
            chosen = random.choice(
                ["field", "help", "job", "school"], random.integers(1, 4), replace=False, p=[0.5, 0.2, 0.05, 0.25]
            )
            for service in chosen:
                first, last = (pd.Timestamp(month) for month in _MONTHS[cycle])
                day = first + pd.Timedelta(days=int(random.integers(0, (last - first).days)))
                made.append((f"{prefix}{cycle}-{number}", service, county, sex, age, day.strftime("%Y-%m-%d")))
    return rows(*made)


def ready_counts(true: TrueCounts) -> pd.DataFrame:
    """The same counts as a file of ready counts would hold them, without the empty cells."""
    cells = true.cells[true.cells["count"].gt(0)]
    return pd.DataFrame(
        {
            "county": cells["area"].map(RAW_COUNTIES),
            "sex": cells["gender"].str.upper(),
            "age": cells["age"].map(RAW_AGES),
            "service": cells["service"].map(RAW_SERVICES),
            "cycle": cells["cycle"],
            "persons": cells["count"].astype("str"),
        }
    ).reset_index(drop=True)


def raw_table(frame: pd.DataFrame, labels: dict[str, dict[str, str]] | None = None) -> RawTable:
    return RawTable("records.xlsx", "Data", 2, frame.reset_index(drop=True), {}, labels or {}, {})


def true_counts(folder: Path, frame: pd.DataFrame, *changes: tuple[str, str]) -> TrueCounts:
    return count_table(raw_table(frame), codebook(folder, *changes))


def total(true: TrueCounts, **cell: str) -> int:
    """Sum of the finest cells that have these codes."""
    chosen = true.cells
    for name, code in cell.items():
        chosen = chosen[chosen[name].eq(code)]
    return int(chosen["count"].sum())


CELLS = [(service, gender, age) for service in (*GROUPS, ALL) for gender in GENDERS for age in AGES]
