"""Bases that say how many gave a sensitive answer, told in bands: under 25, else rounded to 5."""

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from data.model.questionnaire import Question, Wave
from data.statistics.reliability import HIDDEN_BELOW

ROUNDED: Final = "base_rounded"
UNDER: Final = "base_under_25"
STEP: Final = 5
EXACT_BY: Final = ("deff", "df")  # beside a standard error they lead back to the base


def band_bases(observations: pd.DataFrame, questions: Mapping[str, Question], waves: Iterable[Wave]) -> pd.DataFrame:
    """The observations with those bases in bands that `is_banded` names, said by the row's `note`.

    `base_rounded`: `n` is a multiple of 5; `base_under_25`: `n` is empty, fewer than 25 answered. Such rows lose deff
    and df, with which the base could be computed again.
    """
    banded = is_banded(observations, questions, waves) & observations["n"].notna()
    under = banded & observations["n"].lt(HIDDEN_BELOW).fillna(False).astype(bool)
    rounded = (observations["n"] + STEP // 2) // STEP * STEP
    table = observations.assign(n=observations["n"].mask(banded, rounded).mask(under))
    table.loc[banded, list(EXACT_BY)] = pd.NA
    return table.assign(note=table["note"].mask(banded, ROUNDED).mask(under, UNDER))


def is_banded(observations: pd.DataFrame, questions: Mapping[str, Question], waves: Iterable[Wave]) -> pd.Series:
    """Rows of questions that are put by sensitive answers, and hidden rows of sensitive questions."""
    routed = pd.MultiIndex.from_tuples(routed_by_sensitive(questions, waves), names=["indicator", "period", "kind"])
    own = pd.MultiIndex.from_frame(observations[["indicator", "period", "kind"]])
    sensitive = observations["indicator"].isin([code for code, question in questions.items() if question.sensitive])
    return (sensitive & observations["status"].eq("suppressed")) | own.isin(routed)


def routed_by_sensitive(questions: Mapping[str, Question], waves: Iterable[Wave]) -> list[tuple[str, str, str]]:
    """Question, period and kind of whatever a wave put only to some, where question or filter is sensitive.

    A filter that was itself put by a sensitive answer counts as sensitive.
    """
    periods = {(wave.code, wave.kind): wave.period for wave in waves}
    return [
        (code, periods[asked.wave, asked.kind], asked.kind)
        for code, question in questions.items()
        for asked in question.asked
        if asked.asked_if and (asked.wave, asked.kind) in periods and _tells(questions, code, asked.wave)
    ]


def _tells(questions: Mapping[str, Question], code: str, wave: str) -> bool:
    """Whether the question, or one that leads to it in the wave, is sensitive."""
    question = questions.get(code)
    asked = question.asked_in(wave) if question else None
    if question is None or asked is None:
        return False
    return question.sensitive or any(_tells(questions, each, wave) for each in asked.asked_if)
