"""What the table of presence says cell by cell: the state of a service in a county, its change, the gaps."""

import pandas as pd

from data.model.dimensions import CYCLES, FOCUS
from data.model.frames import rows_of
from data.model.periods import parse_period
from data.model.services import PROGRAMME_CYCLES, SHELTER, STATES
from data.services.presence.table import NATIONWIDE, OPENED

CELL = ["service", "area", "cycle"]
SECOND = CYCLES["2"]


def cell_states(table: pd.DataFrame) -> pd.DataFrame:
    """One row a service, county and programme cycle: `service, area, cycle, state, facts` (rows that name a source).

    One source that found the service is enough for `present`, whatever another did not find; a denial outweighs only
    silence. The order is the table's.
    """
    counties = table[table["area"].isin(FOCUS) & table["cycle"].isin(PROGRAMME_CYCLES)]
    ranked = counties.assign(rank=counties["state"].map(STATES.index), facts=counties["source"].ne(""))
    cells = ranked.groupby(CELL, sort=False, as_index=False).agg({"rank": "min", "facts": "sum"})
    return cells.assign(state=cells["rank"].map(STATES.__getitem__))[[*CELL, "state", "facts"]]


def changes_between_cycles(table: pd.DataFrame) -> pd.DataFrame:
    """One row a service and county: `service, area, state_1, state_2, change` (one of `CHANGES`).

    `appeared` needs a source that says it began in cycle 2; `closed` a source that denies it for cycle 2. A service of
    which cycle 2 says nothing has only ceased to be attested.
    """
    cells = cell_states(table)
    states = {(row["service"], row["area"], row["cycle"]): row["state"] for row in rows_of(cells)}
    began = {(row["service"], row["area"]) for row in rows_of(table) if _began_in_second(row)}
    rows = []
    for service, area in dict.fromkeys((row["service"], row["area"]) for row in rows_of(cells)):
        first, second = (states[service, area, cycle] for cycle in PROGRAMME_CYCLES)
        rows.append((service, area, first, second, _change(first, second, (service, area) in began)))
    return pd.DataFrame(rows, columns=["service", "area", "state_1", "state_2", "change"])


def gaps(table: pd.DataFrame, cycle: str) -> pd.DataFrame:
    """What a county lacks in a cycle: `area, state, services` (tuple of codes in the table's order).

    `not_known` and `not_present` stand in rows of their own; a county without such a service has no such row. Shelters
    are left out, as no source may say in which county one stands, and so is what is told for the whole country only.
    """
    nationwide = table.loc[table["note"].str.split().map(lambda codes: NATIONWIDE in codes), "service"]
    cells = cell_states(table[~table["service"].isin([SHELTER, *nationwide])])
    cells = cells[cells["cycle"].eq(cycle)]
    rows = [
        (area, state, tuple(cells.loc[cells["area"].eq(area) & cells["state"].eq(state), "service"]))
        for area in FOCUS
        for state in ("not_present", "not_known")
    ]
    return pd.DataFrame([row for row in rows if row[2]], columns=["area", "state", "services"])


def _began_in_second(row: dict[str, str]) -> bool:
    if row["state"] != "present" or row["cycle"] != SECOND.code or OPENED not in row["note"].split():
        return False
    return SECOND.start is not None and parse_period(row["period"]).start >= SECOND.start


def _change(first: str, second: str, began: bool) -> str:
    known = {
        ("present", "present"): "attested_in_both",
        ("present", "not_known"): "ceased_to_be_attested",
        ("present", "not_present"): "closed",
        ("not_present", "not_present"): "absent_in_both",
        ("not_present", "present"): "appeared",
        ("not_known", "not_known"): "not_known",
    }
    if (first, second) == ("not_known", "present") and began:
        return "appeared"
    return known.get((first, second), "not_known_in_one")
