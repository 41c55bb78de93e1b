"""One wave's clean answers, person by person: what estimates are made of, and what never leaves the importer."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.model.questionnaire import Question, Wave

# Column -> dtype, before the questions' own columns.
ROLES: Final[dict[str, str]] = {
    "weight": "float64",
    "stratum": "str",
    "psu": "str",
    "area": "str",
    "gender": "str",
    "age": "str",
    "roma": "bool",
    "population_psus": "float64",
}
ROMA = "roma"


@dataclass(frozen=True)
class Microdata:
    """One wave and its respondents, one row a person, without any id.

    `respondents` has the columns of ROLES (`gender` is f or m, `age` the age group; `population_psus` the PSUs in the
    stratum's population, NaN = no finite population correction), then for every question its `answer_columns`: of a
    single choice or a scale one text column holding the answer's code, empty for no answer or not asked; of a multiple
    choice one float column an answer, 1 or 0, all of a person's NaN for no answer or not asked. Each question carries
    exactly one `asked`. `single_psu` says what becomes of a stratum with one PSU: `refuse` or `adjust`.
    """

    wave: Wave
    questions: tuple[Question, ...]
    respondents: pd.DataFrame
    single_psu: str = "refuse"


def answer_columns(question: Question) -> dict[str, str]:
    """The respondents' columns of a question and their dtypes."""
    if question.kind == "multi":
        return {f"{question.code}/{answer.code}": "float64" for answer in question.answers}
    return {question.code: "str"}


def respondent_dtypes(questions: tuple[Question, ...]) -> dict[str, str]:
    """Column -> dtype of the respondents of a wave with these questions, in the frame's order."""
    return ROLES | {column: dtype for question in questions for column, dtype in answer_columns(question).items()}
