"""What must hold in the table of people reached."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from data.disclosure.cube import cells, published
from data.disclosure.rules import BASE, FEWEST, FEWEST_VULNERABLE, OK, SUPPRESSED, TOO_FEW
from data.model.dimensions import FOUR_COUNTIES
from data.model.periods import FORMS, parse_period
from data.model.service_counts import AGES, ALL, AREAS, COUNTS_KEY, GENDERS, GROUPS, KINDS, NOTES, SERVICE_CYCLES
from data.reading.csv_rows import code_problems, row_problems
from data.services.cubes import CHILDREN, as_published, cubes_of

COUNTS_FILE: Final = "service_counts.parquet"
DEMONSTRATION_SOURCE: Final = "demonstration_services"  # what an invented person's record cites
CODES: Final = {
    "service": (ALL, *GROUPS),
    "area": (FOUR_COUNTIES, *AREAS),
    "cycle": SERVICE_CYCLES,
    "status": (OK, SUPPRESSED),
    "reason": ("", TOO_FEW),
    "kind": KINDS,
    "note": NOTES,
}
_MOST_TOLD_APART: Final = 2


def count_problems(counts: pd.DataFrame, period: str) -> Iterator[str]:
    """Every problem of the counts, which have the columns of COUNTS; `period` is what their records cover."""
    own = {"gender": (ALL, *GENDERS), "age": (ALL, *AGES)}
    yield from code_problems(counts, {**CODES, **own}, COUNTS_FILE, COUNTS_KEY)
    yield from _period_problems(counts, period)
    yield from _key_problems(counts)
    yield from _mark_problems(counts)
    yield from _value_problems(counts)
    yield from _person_problems(counts)


def _period_problems(counts: pd.DataFrame, period: str) -> Iterator[str]:
    if counts.empty:
        if period:
            yield f"services.json, period: expected none where there are no counts, found {period!r}"
        return
    try:
        parse_period(period)
    except ValueError:
        yield f"services.json, period: expected {FORMS}, found {period!r}"


def _key_problems(counts: pd.DataFrame) -> Iterator[str]:
    """Each published combination of a cycle has one row, and no other combination has any."""
    key = list(COUNTS_KEY)
    yield from _rows(counts[counts.duplicated(key)], "cycle", "one row a key")
    told_apart = counts[["area", "gender", "age", "service"]].ne([FOUR_COUNTIES, ALL, ALL, ALL]).sum(axis=1)
    deep = counts[told_apart.gt(_MOST_TOLD_APART)]
    yield from _rows(deep, "area", f"at most {_MOST_TOLD_APART} of area, gender, age, service")
    found = pd.MultiIndex.from_frame(counts[key])
    for cycle in sorted({*counts["cycle"]} & {*SERVICE_CYCLES}):
        tables = [as_published(cells(cube, published(cube))) for cube in cubes_of(cycle)]
        wanted = pd.MultiIndex.from_frame(pd.concat(tables)[key])
        for missing in wanted[~wanted.isin(found)]:
            place = " ".join(part for part in missing if part != ALL)
            yield f"{COUNTS_FILE}, {place}: expected a row for each combination that is published, found none"


def _mark_problems(counts: pd.DataFrame) -> Iterator[str]:
    """A hidden count has one mark, whatever it was hidden for, and a shown one has none."""
    hidden = counts["status"].eq(SUPPRESSED)
    silent = counts[hidden & counts["reason"].ne(TOO_FEW)]
    yield from _rows(silent, "reason", f"{TOO_FEW} where a count is hidden")
    excused = counts[~hidden & counts["reason"].ne("")]
    yield from _rows(excused, "reason", "nothing where a count is shown")
    told = counts[hidden & counts["value"].notna()]
    yield from _rows(told, "value", "nothing where a count is hidden")
    empty = counts[~hidden & counts["value"].isna()]
    yield from _rows(empty, "value", "a count")


def _value_problems(counts: pd.DataFrame) -> Iterator[str]:
    told = counts[counts["value"].notna()]
    exact = told[told["value"].mod(BASE).ne(0)]
    yield from _rows(exact, "value", f"a multiple of {BASE}")
    for children, fewest in ((True, FEWEST_VULNERABLE), (False, FEWEST)):
        own = told[told["age"].eq(CHILDREN).eq(children)]
        few = own[own["value"].lt(fewest)]
        yield from _rows(few, "value", f"at least {fewest} where a count is shown")


def _person_problems(counts: pd.DataFrame) -> Iterator[str]:
    """Different persons are never fewer than those of one of their services; rounding keeps that order."""
    shared = ["area", "gender", "age", "cycle"]
    persons = counts[counts["service"].eq(ALL)].drop_duplicates(shared)
    beside = counts[shared].merge(persons[[*shared, "value"]], on=shared, how="left")["value"].set_axis(counts.index)
    more = counts[counts["value"].gt(beside).fillna(False).astype(bool)]
    yield from _rows(more, "value", "at most the persons of all services")


def _rows(wrong: pd.DataFrame, column: str, expected: str) -> Iterator[str]:
    return row_problems(wrong, column, expected, COUNTS_FILE, COUNTS_KEY)
