"""Where services are attested, cycle by cycle: from the facts as published to the release's table of presence."""

from datetime import date
from typing import Any

import pandas as pd

from data.model.dimensions import COUNTRY, CYCLES, FOCUS, area_order, cycle_of
from data.model.frames import rows_of, typed
from data.model.periods import parse_period
from data.model.services import PRESENCE, PROGRAMME_CYCLES, Service

OPENED = "opened"  # note of a fact whose source says that the service began at the fact's start
YEAR_ONLY = "year_only"
NATIONWIDE = "nationwide"
BEFORE = "0"

Row = dict[str, Any]


def presence_table(facts: pd.DataFrame, services: dict[str, Service]) -> pd.DataFrame:
    """The table of presence, with the columns of `PRESENCE`, ordered by service, area, cycle and period.

    One row for each fact and cycle that it speaks of (see `cycles_of`); cycle 0 only for what does not reach the
    programme. Where no fact speaks of a cycle, a row `not_known`: with its source and the note `year_only` where a fact
    may reach into the cycle, else empty. A national fact stays at the country; only that of a service of level
    `country` stands at each county too, with the note `nationwide`.
    """
    placed = [row for fact in rows_of(facts) for row in _places(fact, services)]
    sure = [row for fact in placed for row in _sure_rows(fact)]
    known = {_cell(row) for row in sure}
    possible = [row for fact in placed for row in _possible_rows(fact) if _cell(row) not in known]
    spoken_of = known | {_cell(row) for row in possible}
    silent = [
        {**dict.fromkeys(PRESENCE, ""), "service": service, "area": area, "cycle": cycle, "state": "not_known"}
        for service in services
        for area in FOCUS
        for cycle in PROGRAMME_CYCLES
        if (service, area, cycle) not in spoken_of
    ]
    rank = {code: number for number, code in enumerate(services)}
    rows = sorted(
        [*sure, *possible, *silent], key=lambda row: (rank[row["service"]], area_order(row["area"]), *_when(row))
    )
    return typed(pd.DataFrame(rows, columns=list(PRESENCE)), PRESENCE)


def cycles_of(start: str, end: str) -> tuple[list[str], list[str]]:
    """The cycles that a span speaks of, and those into which it only may reach.

    A bound known only to the year is taken at its cautious side: 2020 to 2022 speaks for sure of the last day of 2020
    to the first day of 2022. A single unit (a year, a month) goes to the cycle of its middle, as every figure does.
    """
    first, last = parse_period(start), parse_period(end)
    touched = _cycles_between(first.start, last.end)
    if start == end:
        sure = [cycle_of(start)]
    else:
        sure = _cycles_between(*sorted((min(first.end, last.end), max(first.start, last.start))))
    return sure, [cycle for cycle in touched if cycle not in sure]


def _cycles_between(first: date, last: date) -> list[str]:
    return [
        code
        for code, cycle in CYCLES.items()
        if (cycle.end is None or first <= cycle.end) and (cycle.start is None or cycle.start <= last)
    ]


def _places(fact: Row, services: dict[str, Service]) -> list[Row]:
    """The fact where it stands; a national fact of a national service at every county as well."""
    if fact["area"] != COUNTRY or services[fact["service"]].level != "country":
        return [fact]
    return [fact, *({**fact, "area": area, "note": _with(fact["note"], NATIONWIDE)} for area in FOCUS)]


def _sure_rows(fact: Row) -> list[Row]:
    sure, possible = cycles_of(fact["start"], fact["end"])
    of_programme = [cycle for cycle in sure if cycle != BEFORE]
    # A year on its own that two cycles share: the reader must know that the month is not told.
    shared = fact["start"] == fact["end"] and possible
    note = _with(fact["note"], YEAR_ONLY) if shared else fact["note"]
    return [_row(fact, cycle, fact["state"], note) for cycle in of_programme or sure]


def _possible_rows(fact: Row) -> list[Row]:
    possible = cycles_of(fact["start"], fact["end"])[1]
    note = _with(fact["note"], YEAR_ONLY)
    return [_row(fact, cycle, "not_known", note) for cycle in possible if cycle != BEFORE]


def _row(fact: Row, cycle: str, state: str, note: str) -> Row:
    same = {column: fact[column] for column in ("service", "area", "provider", "place", "source")}
    period = fact["start"] if fact["start"] == fact["end"] else f"{fact['start']}/{fact['end']}"
    return {**same, "cycle": cycle, "state": state, "period": period, "note": note}


def _when(row: Row) -> tuple[str, str, str]:
    return row["cycle"], row["period"], row["place"]


def _cell(row: Row) -> tuple[str, str, str]:
    return row["service"], row["area"], row["cycle"]


def _with(note: str, code: str) -> str:
    return f"{note} {code}".strip()
