"""Checks of records, one row a person and service. A message tells the row and the faulty cell, never the person."""

from collections.abc import Iterator

import pandas as pd

from data.reading.cell_checks import errors
from data.reading.cells import flags
from data.reading.findings import Finding
from data.reading.raw_table import RawTable
from data.services.records.form import AGE_ROLES, FLAG_ROLES, RecordsCodebook
from data.services.records.times import OLDEST, ages, dates

ADULT = 18
_ONE_EACH = ("gender", "birth_year", "birth_date")


def record_findings(table: RawTable, codebook: RecordsCodebook) -> Iterator[Finding]:
    """Every wrong cell of person, date, age and flags; every person told in two ways."""
    rows, roles = table.values, codebook.roles
    person, day = rows[roles["person"]], rows[roles["date"]]
    yield Finding("the person's id", roles["person"], "the person's id", person[person.eq("")])
    yield errors(roles["person"], person)
    days = dates(day)
    yield Finding("a date", roles["date"], "a date, YYYY-MM-DD", day[days.isna()])
    yield _out_of_period(codebook, day, days)
    years = ages(rows, roles, days)
    yield from _ages(rows, roles, days, years)
    yield from _flags(table, codebook, years)
    for role in _ONE_EACH:
        if role in roles:
            yield _told_twice(role, roles[role], person, rows[roles[role]])


def _out_of_period(codebook: RecordsCodebook, day: pd.Series, days: pd.Series) -> Finding:
    start, end = (pd.Timestamp(bound) for bound in (codebook.period.start, codebook.period.end))
    expected = f"a date from {codebook.period.start} to {codebook.period.end}, as the codebook's period says"
    return Finding(expected, codebook.roles["date"], expected, day[days.notna() & ~days.between(start, end)])


def _ages(rows: pd.DataFrame, roles: dict[str, str], days: pd.Series, years: pd.Series) -> Iterator[Finding]:
    role = next(role for role in AGE_ROLES if role in roles)
    cells = rows[roles[role]]
    yield Finding("the person's age", roles[role], f"the person's {role.replace('_', ' ')}", cells[cells.eq("")])
    expected = {
        "age": f"an age in whole years, 0 to {OLDEST}",
        "birth_year": f"a year of birth that makes 0 to {OLDEST} years on the row's date",
        "birth_date": f"a date of birth, YYYY-MM-DD, that makes 0 to {OLDEST} years on the row's date",
    }[role]
    # Without a date nothing can be said of an age that is told by birth.
    judged = cells.ne("") & (days.notna() | (role == "age"))
    yield Finding(expected, roles[role], expected, cells[judged & years.isna()], lambda text: "another value")


def _flags(table: RawTable, codebook: RecordsCodebook, years: pd.Series) -> Iterator[Finding]:
    for role in FLAG_ROLES:
        if role not in codebook.roles:
            continue
        column = codebook.roles[role]
        cells = table.values[column]
        marks = flags(cells, table.value_labels.get(column, {}))
        yield Finding("1, 0 or nothing", column, "1, 0 or nothing", cells[marks.isna() & cells.ne("")])
        if role == "child":
            expected = f"1 below {ADULT} years and 0 from {ADULT} on"
            against = marks.notna() & years.notna() & marks.ne((years < ADULT).astype("float64"))
            yield Finding(expected, column, expected, cells[against])


def _told_twice(role: str, column: str, person: pd.Series, cells: pd.Series) -> Finding:
    """Rows that say otherwise than the person's first row."""
    first = cells.groupby(person).transform("first")
    expected = f"one {role.replace('_', ' ')} for all rows of a person"
    against = person.ne("") & cells.ne("") & first.ne("") & cells.ne(first)
    return Finding(expected, column, expected, cells[against], lambda text: "another one than in an earlier row")
