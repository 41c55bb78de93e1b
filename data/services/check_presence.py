"""What must hold in the table that says where services are attested."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from data.model.dimensions import COUNTRY, CYCLES, FOCUS
from data.model.frames import rows_of
from data.model.periods import FORMS
from data.model.services import (
    MUNICIPALITIES,
    PRESENCE_AREAS,
    PROGRAMME_CYCLES,
    SHELTER,
    STATES,
    Provider,
    Service,
)
from data.reading.csv_rows import code_problems, row_problems
from data.services.presence.table import BEFORE, YEAR_ONLY, cycles_of

PRESENCE_FILE: Final = "service_presence.parquet"
PRESENCE_KEY: Final = ("service", "area", "cycle", "place", "period", "provider")
NEVER_PLACED: Final = (SHELTER, "emergency_reception")  # telling where they stand would be a danger
_CELL: Final = ["service", "area", "cycle"]
_TOLD: Final = ["provider", "place", "period", "note"]


def presence_problems(
    presence: pd.DataFrame, catalogue: Mapping[str, Service], providers: Mapping[str, Provider]
) -> Iterator[str]:
    """Every problem of a table with the columns of PRESENCE."""
    codes = {"service": tuple(catalogue), "area": PRESENCE_AREAS, "cycle": tuple(CYCLES), "state": STATES}
    yield from code_problems(presence, codes, PRESENCE_FILE, PRESENCE_KEY)
    twice = presence[presence.duplicated(list(PRESENCE_KEY))]
    yield from _rows(twice, "area", "one row a fact and cycle")
    found = {tuple(cell) for cell in presence[_CELL].to_numpy()}
    for cell in product(catalogue, FOCUS, PROGRAMME_CYCLES):
        if cell not in found:
            yield f"{PRESENCE_FILE}, {' '.join(cell)}: expected a row for each service, county and cycle, found none"
    yield from _silence_problems(presence)
    yield from _place_problems(presence, catalogue)
    yield from _provider_problems(presence, providers)
    yield from _period_problems(presence)


def _silence_problems(presence: pd.DataFrame) -> Iterator[str]:
    """A state is a source's; where no source speaks, one row says so and nothing else."""
    silent, unknown = presence["source"].eq(""), presence["state"].eq("not_known")
    yield from _rows(presence[silent & ~unknown], "source", "a source of the state")
    for column in _TOLD:
        yield from _rows(presence[silent & presence[column].ne("")], column, "nothing where no source speaks")
    beside = presence.duplicated(_CELL, keep=False)
    yield from _rows(presence[silent & beside], "state", "no silence beside a source that speaks")
    unexplained = ~silent & presence["state"].ne("present") & presence["note"].eq("")
    yield from _rows(presence[unexplained], "note", "a code that says why a source does not find it")


def _place_problems(presence: pd.DataFrame, catalogue: Mapping[str, Service]) -> Iterator[str]:
    placed = presence[presence["place"].ne("")]
    kept_safe = placed["service"].isin(NEVER_PLACED)
    yield from _rows(placed[kept_safe], "place", "never a place, for people's safety")
    municipal = [code for code, each in catalogue.items() if each.level == "municipal"]
    coarse = placed[~kept_safe & ~placed["service"].isin(municipal)]
    yield from _rows(coarse, "place", "a place of services of level municipal only")
    foreign = placed[placed["place"].map(MUNICIPALITIES).ne(placed["area"])]
    yield from _rows(foreign, "place", "a municipality of the county")


def _provider_problems(presence: pd.DataFrame, providers: Mapping[str, Provider]) -> Iterator[str]:
    known = presence["provider"].map(lambda cell: set(cell.split()) <= set(providers)).astype(bool)
    yield from _rows(presence[~known], "provider", "providers of services.json")
    telling = presence["service"].eq(SHELTER) & presence["area"].ne(COUNTRY) & presence["provider"].ne("")
    yield from _rows(presence[telling], "provider", "none beside a county: it would say where a shelter stands")


def _period_problems(presence: pd.DataFrame) -> Iterator[str]:
    """The cycle of a row is one that its period speaks of; where it only may reach, nothing is claimed."""
    told = presence[presence["source"].ne("")]
    spoken = [_spoken_of(row["period"]) for row in rows_of(told)]
    readable = np.array([each is not None for each in spoken], dtype=bool)
    yield from _rows(told[~readable], "period", FORMS)
    fits = [each is None or _fits(row, *each) for row, each in zip(rows_of(told), spoken, strict=True)]
    yield from _rows(told[~np.array(fits, dtype=bool)], "cycle", "a cycle that the period speaks of")


def _spoken_of(period: str) -> tuple[list[str], list[str]] | None:
    start, _, end = period.partition("/")
    try:
        return cycles_of(start, end or start)
    except ValueError:
        return None


def _fits(row: dict[str, Any], sure: list[str], possible: list[str]) -> bool:
    if row["cycle"] in ([cycle for cycle in sure if cycle != BEFORE] or sure):
        return True
    claims_nothing = row["state"] == "not_known" and YEAR_ONLY in row["note"].split()
    return row["cycle"] in possible and claims_nothing


def _rows(wrong: pd.DataFrame, column: str, expected: str) -> Iterator[str]:
    return row_problems(wrong, column, expected, PRESENCE_FILE, PRESENCE_KEY)
