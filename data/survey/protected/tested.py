"""Every pair of groups and waves tested, unrounded: what `judge` makes the differences table of."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from data.model.questionnaire import Question, Wave
from data.statistics.contrasts import Cells, contrast
from data.statistics.linearise import cells_of
from data.survey.protected.comparable import comparability_of
from data.survey.protected.pairs import Family, Pair, pairs_between, pairs_within
from data.survey.protected.rounds import Round

_BLOCK_CELLS: Final = 4_000_000  # PSUs x pairs worked on at a time


def tested_within(wave: Round) -> pd.DataFrame:
    """The tests between groups of one wave: a row per question, answer and pair.

    Columns: those of DIFFERENCES that name the pair, those of Family, `comparability`, `kind`, the columns of
    `contrast`, and the unrounded ends `exact`, `exact_to`.
    """
    pairs = pairs_within(wave.wave.age_groups)
    names, ends = _names(pairs), _ends(pairs, wave, wave)
    parts = []
    for question in wave.questions.values():
        codes = question.answer_codes
        tests = _tests(wave, cells_of(wave.sums(question)), *ends, len(codes))
        parts.append(_named(question, codes, names, wave.wave, wave.wave).join(tests))
    return _together(parts)


def tested_between(earlier: Round, later: Round, questions: dict[str, Question]) -> pd.DataFrame:
    """The tests between two waves in one stacked design, for what both asked; columns as `tested_within`.

    `questions` are the merged ones: they say what is comparable.
    """
    pairs = pairs_between(earlier.wave.age_groups, later.wave.age_groups)
    names, (first, last) = _names(pairs), _ends(pairs, earlier, later)
    parts = []
    for code in (code for code in later.questions if code in earlier.questions):
        codes = [answer for answer in later.questions[code].answer_codes if answer in _codes(earlier, code)]
        sides = [_of_codes(wave, code, codes) for wave in (earlier, later)]
        cells = Cells(
            np.concatenate([side.value for side in sides]),
            np.hstack([side.totals for side in sides]),
            np.hstack([side.present for side in sides]),
        )
        tests = _tests(later, cells, first, last + len(earlier.domains), len(codes))
        named = _named(questions[code], codes, names, earlier.wave, later.wave)
        words = {answer: comparability_of(questions[code], answer) for answer in codes}
        parts.append(named.assign(comparability=named["answer"].map(words)).join(tests))
    return _together(parts)


def _codes(wave: Round, question: str) -> tuple[str, ...]:
    return wave.questions[question].answer_codes


def _of_codes(wave: Round, question: str, codes: Sequence[str]) -> Cells:
    sums = wave.sums(wave.questions[question])
    own = _codes(wave, question)
    chosen = sums.scored[:, :, [own.index(code) for code in codes]]
    return cells_of(type(sums)(sums.weight, chosen, sums.n))


def _ends(pairs: list[Pair], first: Round, last: Round) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([first.number(pair.first) for pair in pairs], dtype=int),
        np.array([last.number(pair.last) for pair in pairs], dtype=int),
    )


def _tests(wave: Round, cells: Cells, first: np.ndarray, last: np.ndarray, answers: int) -> pd.DataFrame:
    """Rows answer by answer, pairs inside them."""
    numbers = np.arange(answers)[:, None]
    starts, ends = ((side[None, :] * answers + numbers).ravel() for side in (first, last))
    block = max(1, _BLOCK_CELLS // len(cells.totals))
    tests = contrast(wave.design, cells, starts, ends, block=block)
    return tests.assign(exact=cells.value[starts], exact_to=cells.value[ends])


def _names(pairs: list[Pair]) -> pd.DataFrame:
    columns = {
        f"{name}{suffix}": [getattr(getattr(pair, side), name) for pair in pairs]
        for name in ("area", "gender", "age")
        for suffix, side in (("", "first"), ("_to", "last"))
    }
    return pd.DataFrame(
        {
            "dimension": [pair.dimension for pair in pairs],
            **columns,
            "population": [pair.first.population for pair in pairs],
            **{name: [getattr(pair.family, name) for pair in pairs] for name in Family._fields},
        }
    )


def _named(question: Question, codes: Sequence[str], names: pd.DataFrame, first: Wave, last: Wave) -> pd.DataFrame:
    repeated = pd.concat([names] * len(codes), ignore_index=True)
    return repeated.assign(
        answer=np.repeat(codes, len(names)),
        indicator=question.code,
        period=first.period,
        period_to=last.period,
        comparability="comparable",
        kind=last.kind,
    )


def _together(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
