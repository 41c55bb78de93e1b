"""From the demonstration's codebook and invented parameters to a raw table of records."""

from pathlib import Path

import numpy as np
import pandas as pd

from data.model.dimensions import CYCLES
from data.model.errors import SourceError
from data.model.service_counts import AGES, GROUPS, SERVICE_CYCLES
from data.reading.raw_table import RawTable
from data.services.records.demonstration_plan import RecordsPlan, read_records_plan
from data.services.records.form import RecordsCodebook
from data.services.records.reading import read_records_codebook

_YOUNGEST = {"0-17": (8, 18), "18-24": (18, 25), "25+": (25, 46)}  # first age, and the age that is no longer drawn


def demonstration_records(folder: Path) -> tuple[RawTable, RecordsCodebook]:
    """The raw table as a real file would hold it, and its codebook; ids SYN-00001…, SYNTHETIC 1 in every row.

    `folder` holds `records.toml` and `design.toml`; SourceError where one cannot be used.
    """
    codebook, problems = read_records_codebook(folder / "records.toml")
    if problems:
        raise SourceError(problems)
    plan = read_records_plan(folder)
    rng = np.random.Generator(np.random.PCG64(plan.seed))
    records = _records(_persons(plan, rng), plan, codebook, rng)
    raw = {role: {code: value for value, code in codes.items()} for role, codes in codebook.codes.items()}
    by_role = {
        "person": records["number"].map("SYN-{:05d}".format),
        "synthetic": pd.Series("1", index=records.index),
        "date": records["day"].dt.strftime("%Y-%m-%d"),
        "service": records["service"].map(raw["service"]),
        "county": records["area"].map(raw["county"]),
        "gender": records["gender"].map(raw["gender"]),
        "age": records["age"].astype("str"),
    }
    cells = {codebook.roles[role]: column.astype("str") for role, column in by_role.items()}
    return RawTable("records_SYNTHETIC.csv", "", 2, pd.DataFrame(cells), {}, {}, {}), codebook


def _persons(plan: RecordsPlan, rng: np.random.Generator) -> pd.DataFrame:
    """One row a person and cycle: `number`, `cycle`, `area`, `gender`, `age` in the cycle."""
    cycles: list[pd.DataFrame] = []
    for cycle in SERVICE_CYCLES:
        places = np.repeat(list(plan.persons[cycle]), list(plan.persons[cycle].values()))
        persons = pd.DataFrame({"cycle": cycle, "area": places})
        persons["gender"] = np.where(rng.random(len(persons)) < persons["area"].map(plan.women), "f", "m")
        persons["age"] = [_age(plan.ages[area], rng) for area in places]
        persons["number"] = np.arange(1, len(persons) + 1) + sum(map(len, cycles))
        cycles.append(persons)
    first, second = cycles
    # Some of the first cycle's persons come again, three years older, in the place of as many new ones.
    coming = first[rng.random(len(first)) < plan.again]
    for area, those in coming.groupby("area"):
        replaced = second.index[second["area"].eq(area)][: len(those)]
        those = those.iloc[: len(replaced)]
        second.loc[replaced, ["gender", "number"]] = those[["gender", "number"]].to_numpy()
        second.loc[replaced, "age"] = those["age"].to_numpy() + 3
    return pd.concat(cycles, ignore_index=True)


def _age(shares: dict[str, float], rng: np.random.Generator) -> int:
    group = AGES[int(np.searchsorted(np.cumsum([shares[age] for age in AGES]), rng.random()))]
    return int(rng.integers(*_YOUNGEST[group]))


def _records(
    persons: pd.DataFrame, plan: RecordsPlan, codebook: RecordsCodebook, rng: np.random.Generator
) -> pd.DataFrame:
    """One row a service given, in the order of the days: persons' columns, `service`, `day`."""
    chances = np.array([[plan.services[area][group] for group in GROUPS] for area in persons["area"]])
    given = rng.random(chances.shape) < chances
    given[~given.any(axis=1), 0] = True
    rows, services = np.nonzero(given)
    twice = rng.random(len(rows)) < plan.repeated
    rows, services = np.concatenate([rows, rows[twice]]), np.concatenate([services, services[twice]])
    records = persons.iloc[rows].reset_index(drop=True).assign(service=np.array(GROUPS)[services])
    records["day"] = [_day(codebook, cycle, rng) for cycle in records["cycle"]]
    return records.sort_values(["day", "number"], kind="stable", ignore_index=True)


def _day(codebook: RecordsCodebook, cycle: str, rng: np.random.Generator) -> pd.Timestamp:
    start = max(filter(None, (CYCLES[cycle].start, codebook.period.start)))
    end = min(filter(None, (CYCLES[cycle].end, codebook.period.end)))
    return pd.Timestamp(start) + pd.Timedelta(days=int(rng.integers(0, (end - start).days + 1)))
