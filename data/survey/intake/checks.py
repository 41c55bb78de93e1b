"""All checks of a microdata file against its codebook; every problem at once."""

from collections.abc import Iterator

import pandas as pd

from data.model.errors import Problem
from data.reading.csv_rows import nearest
from data.reading.findings import listed
from data.reading.raw_table import RawTable
from data.survey.intake.answer_checks import answer_findings, mark_column, synthetic_findings
from data.survey.intake.choice_checks import joined_findings
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.design_checks import design_findings
from data.survey.intake.role_checks import role_findings


def wave_rows(table: RawTable, codebook: Codebook) -> pd.DataFrame:
    """The rows of the codebook's wave (all, where no column says the wave); the index is the position in the table."""
    column = codebook.roles.get("wave", "")
    if column not in table.values:
        return table.values
    own = [value for value, code in codebook.codes["wave"].items() if code == codebook.wave.code]
    return table.values[table.values[column].isin(own)]


def table_problems(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> list[Problem]:
    """Everything wrong with the file: columns first, then rows kind by kind."""
    missing = [*_missing_columns(table, codebook), *_missing_mark(table, codebook)]
    if rows.empty:
        return [*missing, _no_rows(table, codebook)]
    findings = [
        *role_findings(table, rows, codebook),
        *design_findings(rows, codebook),
        *synthetic_findings(table, rows, codebook),
        *answer_findings(table, rows, codebook),
        *joined_findings(table, rows, codebook),
    ]
    return [*missing, *listed(table, findings)]


def _missing_columns(table: RawTable, codebook: Codebook) -> Iterator[Problem]:
    columns = [str(column) for column in table.values]
    named = {column: f"the column of {role}" for role, column in codebook.roles.items()}
    for item in codebook.items:
        for column in filter(None, (item.column, *item.columns.values())):
            named.setdefault(column, f"the column of {item.question.code}")
    for column, expected in named.items():
        if column not in columns:
            yield Problem(table.place, 0, column, expected, f"no such column{nearest(column, columns)}")


def _missing_mark(table: RawTable, codebook: Codebook) -> Iterator[Problem]:
    if codebook.synthetic and not mark_column(table, codebook):
        yield Problem(table.place, 0, "SYNTHETIC", "1 in every row, as the codebook says synthetic = true", "no column")


def _no_rows(table: RawTable, codebook: Codebook) -> Problem:
    if table.values.empty:
        return Problem(table.place, 0, "", "at least one row", "none")
    column, codes = codebook.roles["wave"], codebook.codes["wave"]
    own = [value for value, code in codes.items() if code == codebook.wave.code]
    values = [str(value) for value in table.values[column].unique()[:5]]
    near = next(filter(None, (nearest(value, own) for value in values)), "")
    expected = f"rows of {codebook.wave.code}: {' or '.join(own)}"
    return Problem(table.place, 0, column, expected, f"only {', '.join(map(repr, values))}{near}")
