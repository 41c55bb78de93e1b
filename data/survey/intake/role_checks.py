"""Checks of single cells in the columns that say who a person is and how he was chosen."""

from collections.abc import Iterator

import pandas as pd

from data.reading.cell_checks import errors, unclear_numbers
from data.reading.cells import cell, numbers
from data.reading.csv_rows import nearest
from data.reading.findings import Finding
from data.reading.raw_table import RawTable
from data.survey.intake.codebook_form import Codebook

NOTHING = "something in every row"
CODED = ("county", "gender", "ethnicity")
COUNTED = ("weight", "population_psus")
NAMED = ("id", "stratum", "psu")  # any text names somebody or something


def role_findings(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Finding]:
    """Every wrong cell of id, weight, stratum, PSU, age and the coded roles; columns that are not there are skipped."""
    columns = {role: column for role, column in codebook.roles.items() if column in rows}
    if "id" in columns:
        yield from _ids(table, columns["id"], rows[columns["id"]])
    if "weight" in columns:
        yield _weights(columns["weight"], rows[columns["weight"]])
    for role in COUNTED:
        if role in columns:
            yield unclear_numbers(table, columns[role], rows.index)
    for role in NAMED:
        if role in columns:
            yield errors(columns[role], rows[columns[role]])
    for role in ("stratum", "psu"):
        if role in columns:
            cells = rows[columns[role]]
            yield Finding(NOTHING, columns[role], f"the {role} of the person", cells[cells.eq("")])
    if "age" in columns:
        yield from _ages(columns["age"], rows[columns["age"]], codebook.wave.ages)
    for role in CODED:
        if role in columns:
            yield _codes(columns[role], rows[columns[role]], codebook.codes[role])


def _ids(table: RawTable, column: str, cells: pd.Series) -> Iterator[Finding]:
    yield Finding(NOTHING, column, "an id", cells[cells.eq("")])
    twice = cells[cells.duplicated() & cells.ne("")]
    first = cells[~cells.duplicated()]
    first = first[first.isin(twice)]
    rows = {text: table.row_of(position) for text, position in zip(first, first.index.tolist(), strict=True)}
    # The id itself may say who the person is; the rows say enough.
    yield Finding("an id of its own", column, "an id of its own", twice, lambda text: f"the id of row {rows[text]}")


def _weights(column: str, cells: pd.Series) -> Finding:
    expected = "a number above 0"
    return Finding(expected, column, expected, cells[~(numbers(cells) > 0)])


def _ages(column: str, cells: pd.Series, universe: tuple[int, int]) -> Iterator[Finding]:
    years = numbers(cells)
    whole = years.mod(1).eq(0)
    within = f"an age from {universe[0]} to {universe[1]}"
    yield Finding("an age in whole years", column, "an age in whole years", cells[~whole])
    yield Finding(within, column, within, cells[whole & ~years.between(*universe)])


def _codes(column: str, cells: pd.Series, codes: dict[str, str]) -> Finding:
    def say(text: str) -> str:
        return cell(text) + nearest(text, codes)

    kind = "a value listed in the codebook"
    known = ", ".join(f"{value or 'nothing'} = {code}" for value, code in codes.items())
    return Finding(kind, column, f"one of {known}", cells[~cells.isin(codes)], say)
