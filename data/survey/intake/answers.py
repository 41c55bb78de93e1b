"""From the cells of a question to its answers, and who was asked it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.model.errors import Problem
from data.model.microdata import answer_columns
from data.reading.raw_table import RawTable
from data.survey.intake.choices import choice_flags
from data.survey.intake.codebook_form import Codebook, Item

ANSWERED = "an answer of somebody who was asked (or leave the question out of the codebook)"


def read_answers(
    table: RawTable, rows: pd.DataFrame, codebook: Codebook
) -> tuple[pd.DataFrame, dict[str, pd.Series], dict[str, pd.Series]]:
    """The answer columns of Microdata, and by question who gave an answer and who was asked.

    An answer given although the question was not asked is not in the columns, but the person counts as having given
    one. In a multiple choice that is whoever chose something: many programs write 0 for those not asked.
    """
    columns: dict[str, pd.Series] = {}
    given: dict[str, pd.Series] = {}
    asked: dict[str, pd.Series] = {}
    for item in codebook.items:
        code = item.question.code
        asked[code] = _asked(rows, item, columns)
        own = _chosen(table, rows, item) if item.columns else _single(rows, item)
        given[code] = _has_answer(own) & (asked[code] | _chose(own))
        columns |= {name: cells.where(asked[code], np.nan if item.columns else "") for name, cells in own.items()}
    return pd.DataFrame(columns, index=rows.index), given, asked


def unanswered_problems(table: RawTable, answers: pd.DataFrame, codebook: Codebook) -> list[Problem]:
    """Questions to which nobody who was asked gave an answer: refused, blank, or 0 in every column of several choices.

    `answers` as `read_answers` returns them.
    """
    return [
        Problem(table.place, 0, item.column or next(iter(item.columns.values())), ANSWERED, f"none ({code})")
        for item in codebook.items
        for code in [item.question.code]
        if not _chose({name: answers[name] for name in answer_columns(item.question)}).any()
    ]


def _single(rows: pd.DataFrame, item: Item) -> dict[str, pd.Series]:
    cells = rows[item.column]
    answers = {text: item.values.get(text, "") for text in cells.unique()}
    return {item.question.code: cells.map(answers).astype("str")}


def _chosen(table: RawTable, rows: pd.DataFrame, item: Item) -> dict[str, pd.Series]:
    own = {
        f"{item.question.code}/{answer}": marks.mask(rows[item.columns[answer]].isin(item.missing))
        for answer, marks in choice_flags(table, rows, item).items()
    }
    # A blank beside a 1 or a 0 is something the person did not choose.
    answered = _chose(own) if item.nothing_chosen == "no_answer" else _has_answer(own)
    return {name: cells.fillna(0.0).where(answered) for name, cells in own.items()}


def _asked(rows: pd.DataFrame, item: Item, columns: Mapping[str, pd.Series]) -> pd.Series:
    """Who fulfils every condition of the routing, by answers that themselves were asked for."""
    asked = pd.Series(True, rows.index)
    for question, answers in item.asked_if.items():
        if question in columns:
            asked &= columns[question].isin(answers)
        else:
            asked &= pd.concat([columns[f"{question}/{answer}"].eq(1) for answer in answers], axis=1).any(axis=1)
    return asked


def _has_answer(own: Mapping[str, pd.Series]) -> pd.Series:
    """Who has an answer: a code, or a 1 or 0 in any column."""
    return pd.concat([cells.notna() & cells.ne("") for cells in own.values()], axis=1).any(axis=1)


def _chose(own: Mapping[str, pd.Series]) -> pd.Series:
    """Who has an answer other than a 0."""
    return pd.concat([cells.notna() & cells.ne("") & cells.ne(0) for cells in own.values()], axis=1).any(axis=1)
