"""Checks of the answers, and of the mark that says whether a row is a real person's."""

from collections.abc import Iterator

import pandas as pd

from data.reading.cells import cell, flags
from data.reading.csv_rows import nearest
from data.reading.findings import Finding
from data.reading.raw_table import RawTable
from data.survey.intake.choices import choice_flags
from data.survey.intake.codebook_form import Codebook, Item

SYNTHETIC = "synthetic"  # a column of this name marks rows even where the codebook gives it no role


def answer_findings(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Finding]:
    """Every cell of a question that is neither an answer nor one of its missing values nor empty."""
    for item in codebook.items:
        if item.column in rows:
            yield _unknown(item, rows[item.column])
        for code, marks in choice_flags(table, rows, item).items():
            yield _not_flag(item, item.columns[code], rows[item.columns[code]], marks)


def synthetic_findings(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Finding]:
    """Rows whose mark is no yes or no, or says otherwise than the codebook."""
    column = mark_column(table, codebook)
    if column in rows:
        marks = flags(rows[column], table.value_labels.get(column, {}))
        yield Finding("1 or 0", column, "1 or 0", rows.loc[marks.isna(), column])
        whose = "synthetic" if codebook.synthetic else "real"
        other = "real" if codebook.synthetic else "synthetic"
        expected = f"only {whose} rows, as the codebook says synthetic = {str(codebook.synthetic).lower()}"
        wrong = rows.loc[marks.notna() & marks.ne(float(codebook.synthetic)), column]
        yield Finding(expected, column, expected, wrong, lambda text: f"{text!r}, a {other} row")


def mark_column(table: RawTable, codebook: Codebook) -> str:
    """The column that marks synthetic rows; empty where none does."""
    named = (str(column) for column in table.values if str(column).casefold() == SYNTHETIC)
    return codebook.roles.get(SYNTHETIC) or next(named, "")


def _unknown(item: Item, cells: pd.Series) -> Finding:
    known = {*item.values, *item.missing, ""}

    def say(text: str) -> str:
        return cell(text) + nearest(text, known - {""})

    expected = f"one of {', '.join(item.values)}" + (f" (missing: {', '.join(item.missing)})" if item.missing else "")
    return Finding(
        "an answer or a missing value of the codebook", item.column, expected, cells[~cells.isin(known)], say
    )


def _not_flag(item: Item, column: str, cells: pd.Series, marks: pd.Series) -> Finding:
    neither = marks.isna() & ~cells.isin([*item.missing, ""])
    expected = "1 or 0" + (f" (missing: {', '.join(item.missing)})" if item.missing else "")
    return Finding("1 or 0 in a column of a multiple choice", column, expected, cells[neither])
