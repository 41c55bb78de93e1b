"""The survey as a reader gets it: waves, questions and their protected tables; never an answer of one person."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import pandas as pd

from data.model.frames import typed
from data.model.observations import DTYPES
from data.model.questionnaire import Asked, Question, Wave
from data.model.survey_tables import DIFFERENCES, PATTERNS

DEMONSTRATION: Final = "demonstration"


@dataclass(frozen=True)
class Survey:
    """Everything the survey says; empty where there is none.

    `waves` oldest first, a wave of kind `published` (what a source prints of it; its `persons` as printed, `psus` and
    `strata` 0 because not stated) before the one of the same code with microdata; `questions` by code, published ones
    first, then as the questionnaire has them; tables with the columns of DTYPES, DIFFERENCES and PATTERNS.
    """

    waves: tuple[Wave, ...]
    questions: dict[str, Question]
    observations: pd.DataFrame
    differences: pd.DataFrame
    patterns: pd.DataFrame

    def rows_of(self, question: str) -> pd.DataFrame:
        """The observations of a question; KeyError for a code that the survey does not have."""
        return self._split["observations"][question]

    def differences_of(self, question: str) -> pd.DataFrame:
        """The differences of a question; no rows where nothing could be compared."""
        return self._split["differences"].get(question, self.differences.iloc[:0])

    def patterns_of(self, question: str) -> pd.DataFrame:
        """The compared answer patterns of a question; no rows where nothing could be compared."""
        return self._split["patterns"].get(question, self.patterns.iloc[:0])

    def wave_of(self, asked: Asked) -> Wave:
        """The wave that asked so; KeyError where the survey does not have it."""
        return self._waves_by_code[asked.wave, asked.kind]

    def without_demonstration(self) -> "Survey":
        """The survey of published figures and real waves only."""
        real = {code: _real_part(question) for code, question in self.questions.items()}
        questions = {code: question for code, question in real.items() if question.asked}
        return Survey(
            waves=tuple(wave for wave in self.waves if wave.kind != DEMONSTRATION),
            questions=questions,
            observations=_still_asked(self.observations, questions),
            differences=_of_questions(self.differences, questions),
            patterns=_of_questions(self.patterns, questions),
        )

    @cached_property
    def _split(self) -> dict[str, dict[str, pd.DataFrame]]:
        tables = {"observations": self.observations, "differences": self.differences, "patterns": self.patterns}
        return {
            name: {str(code): rows for code, rows in table.groupby("indicator", sort=False)}
            for name, table in tables.items()
        }

    @cached_property
    def _waves_by_code(self) -> dict[tuple[str, str], Wave]:
        return {(wave.code, wave.kind): wave for wave in self.waves}


def _real_part(question: Question) -> Question:
    return replace(question, asked=tuple(asked for asked in question.asked if asked.kind != DEMONSTRATION))


def _of_questions(table: pd.DataFrame, questions: dict[str, Question]) -> pd.DataFrame:
    kept = table["kind"].ne(DEMONSTRATION) & table["indicator"].isin(list(questions))
    return table[kept].reset_index(drop=True)


def _still_asked(observations: pd.DataFrame, questions: dict[str, Question]) -> pd.DataFrame:
    """Without the rows of answers that only a demonstration wave offered."""
    rows = _of_questions(observations, questions)
    pairs = pd.MultiIndex.from_frame(rows[["indicator", "answer"]])
    offered = {(code, answer) for code, question in questions.items() for answer in question.answer_codes}
    return rows[pairs.isin(offered)].reset_index(drop=True)


def empty_survey() -> Survey:
    """The survey of a release that has none."""
    tables = (typed(pd.DataFrame(columns=list(dtypes)), dtypes) for dtypes in (DTYPES, DIFFERENCES, PATTERNS))
    return Survey((), {}, *tables)
