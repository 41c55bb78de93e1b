"""All checks of a file of service records against its codebook; every problem at once."""

from collections.abc import Iterator

import pandas as pd

from data.model.errors import Problem
from data.reading.cells import cell, flags
from data.reading.csv_rows import nearest
from data.reading.findings import Finding, listed
from data.reading.raw_table import RawTable
from data.services.records.count_checks import count_findings
from data.services.records.form import CODES, SYNTHETIC, RecordsCodebook
from data.services.records.record_checks import record_findings


def table_problems(table: RawTable, codebook: RecordsCodebook) -> list[Problem]:
    """Everything wrong with the file: columns first, then rows kind by kind."""
    missing = [*_missing_columns(table, codebook)]
    if missing or table.values.empty:
        return missing or [Problem(table.place, 0, "", "at least one row", "none")]
    own = record_findings if codebook.form == "records" else count_findings
    coded = (_codes(table, role, codebook) for role in CODES[codebook.form])
    return listed(table, [*coded, *own(table, codebook), *_synthetic(table, codebook)])


def _missing_columns(table: RawTable, codebook: RecordsCodebook) -> Iterator[Problem]:
    columns = [str(column) for column in table.values]
    for role, column in codebook.roles.items():
        if column not in columns:
            found = f"no such column{nearest(column, columns)}"
            yield Problem(table.place, 0, column, f"the column of {role}", found)
    if codebook.synthetic and not _mark_column(table, codebook):
        yield Problem(table.place, 0, "SYNTHETIC", "1 in every row, as the codebook says synthetic = true", "no column")


def _codes(table: RawTable, role: str, codebook: RecordsCodebook) -> Finding:
    codes = codebook.codes[role]

    def say(text: str) -> str:
        return cell(text) + nearest(text, codes)

    cells = table.values[codebook.roles[role]]
    known = ", ".join(f"{value or 'nothing'} = {code}" for value, code in codes.items())
    kind = "a value listed in the codebook"
    return Finding(kind, codebook.roles[role], f"one of {known}", cells[~cells.isin(codes)], say)


def _synthetic(table: RawTable, codebook: RecordsCodebook) -> Iterator[Finding]:
    """Rows whose mark is no yes or no, or says otherwise than the codebook."""
    column = _mark_column(table, codebook)
    if column:
        cells: pd.Series = table.values[column]
        marks = flags(cells, table.value_labels.get(column, {}))
        yield Finding("1 or 0", column, "1 or 0", cells[marks.isna()])
        whose, other = ("synthetic", "real") if codebook.synthetic else ("real", "synthetic")
        expected = f"only {whose} rows, as the codebook says synthetic = {str(codebook.synthetic).lower()}"
        wrong = cells[marks.notna() & marks.ne(float(codebook.synthetic))]
        yield Finding(expected, column, expected, wrong, lambda text: f"{text!r}, a {other} row")


def _mark_column(table: RawTable, codebook: RecordsCodebook) -> str:
    """The column that marks synthetic rows, named by the codebook or by its own name; empty where there is none."""
    named = (str(column) for column in table.values if str(column).casefold() == SYNTHETIC)
    return codebook.roles.get(SYNTHETIC) or next(named, "")
