"""From sound rows to true counts: who is counted once, and where. True counts never leave the steward's machine."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import pandas as pd

from data.model.dimensions import CYCLES as CYCLE_DAYS
from data.model.errors import SourceError
from data.model.service_counts import AGES, ALL, AREAS, GENDERS, GROUPS
from data.reading.cells import flags, numbers
from data.reading.raw_table import RawTable
from data.services.records.checks import table_problems
from data.services.records.form import CODES, RecordsCodebook
from data.services.records.times import age_groups, ages, dates

TRUE_COUNTS: Final = ("service", "area", "gender", "age", "cycle", "count")
_ROLE_OF: Final = {"service": "service", "area": "county", "gender": "gender", "age": "age", "cycle": "cycle"}


@dataclass(frozen=True)
class TrueCounts:
    """PRIVATE. `cells` has the columns of TRUE_COUNTS and one row for every finest cell of the cycles covered,
    also where nobody was reached; service `all` counts different persons. `vulnerable` are the service groups of
    victims or Roma, as the codebook or a flag in the records says."""

    cells: pd.DataFrame
    vulnerable: tuple[str, ...]

    def of(self, cycles: Collection[str]) -> "TrueCounts":
        """The counts of some cycles only."""
        return replace(self, cells=self.cells[self.cells["cycle"].isin(list(cycles))].reset_index(drop=True))


def count_table(table: RawTable, codebook: RecordsCodebook) -> TrueCounts:
    """The true counts of a file; SourceError with every problem of its rows."""
    problems = table_problems(table, codebook)
    if problems:
        raise SourceError(problems)
    if codebook.form == "counts":
        return TrueCounts(_whole(_ready(table, codebook), codebook), codebook.vulnerable)
    reached = _reached(table, codebook)
    flagged = set(reached.loc[reached["vulnerable"], "service"]) | set(codebook.vulnerable)
    cells = pd.concat([_persons(reached), _persons(reached.assign(service=ALL))])
    return TrueCounts(_whole(cells, codebook), tuple(group for group in GROUPS if group in flagged))


def _ready(table: RawTable, codebook: RecordsCodebook) -> pd.DataFrame:
    rows = table.values
    coded = {name: rows[codebook.roles[role]].map(codebook.codes[role]) for name, role in _ROLE_OF.items()}
    return pd.DataFrame({**coded, "count": numbers(rows[codebook.roles["count"]])})


def _reached(table: RawTable, codebook: RecordsCodebook) -> pd.DataFrame:
    """One row a record: person, service, cycle, and where the person is counted in that cycle.

    That is the county and the age group of the person's first record in the cycle (by date, then as the file has
    them): so a person who moves or has a birthday is still one person of one cell.
    """
    rows, roles, codes = table.values, codebook.roles, codebook.codes
    days = dates(rows[roles["date"]])
    second = days > pd.Timestamp(str(CYCLE_DAYS["1"].end))
    records = pd.DataFrame(
        {
            "person": rows[roles["person"]],
            "day": days,
            "cycle": second.map({False: "1", True: "2"}),
            **{role: rows[roles[role]].map(codes[role]) for role in CODES["records"]},
            "age": age_groups(ages(rows, roles, days)),
            "vulnerable": False,
        }
    ).rename(columns={"county": "area"})
    for role in ("victim", "roma"):
        if role in roles:
            records["vulnerable"] |= flags(rows[roles[role]], table.value_labels.get(roles[role], {})).eq(1)
    records = records.sort_values("day", kind="stable")
    one_each = records.groupby(["person", "cycle"], sort=False)
    return records.assign(**{name: one_each[name].transform("first") for name in ("area", "gender", "age")})


def _persons(reached: pd.DataFrame) -> pd.DataFrame:
    """Every person once in each service and cycle."""
    once = reached.drop_duplicates(["person", "service", "cycle"])
    return once.groupby([*_ROLE_OF]).size().rename("count").reset_index()


def _whole(counts: pd.DataFrame, codebook: RecordsCodebook) -> pd.DataFrame:
    """Every finest cell of the cycles covered, 0 where the counts have none."""
    places = product((*GROUPS, ALL), AREAS, GENDERS, AGES, codebook.cycles)
    cells = pd.MultiIndex.from_tuples(places, names=list(_ROLE_OF))
    told = counts.set_index(list(_ROLE_OF))["count"]
    return told.reindex(cells, fill_value=0).astype("int64").rename("count").reset_index()
