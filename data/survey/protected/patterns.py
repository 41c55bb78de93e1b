"""Whole answer patterns compared by Rao and Scott's test: do counties, genders, ages or waves answer differently?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.model.dimensions import FOCUS, FOUR_COUNTIES, GENDERS
from data.model.domains import SURVEY_AREAS, Domain
from data.model.frames import typed
from data.model.questionnaire import Question, Wave
from data.model.survey_tables import PATTERNS
from data.statistics.alpha import ALPHA
from data.statistics.rao_scott import rao_scott
from data.statistics.reliability import HIDDEN_BELOW
from data.survey.protected.comparable import BARRED, pattern_comparability
from data.survey.protected.pairs import Family, family_of, pairs_between
from data.survey.protected.rounds import Round

_PLACES = {"statistic": 3, "df1": 2, "df2": 2, "p": 4}
Row = tuple[Domain, list[Domain]]  # how the row is named, and the groups whose patterns are compared


def patterns_within(wave: Round) -> pd.DataFrame:
    """Tests between groups of one wave; one with a hidden group, or without a result, has no row.

    Columns: those of PATTERNS but `q` and `verdict`, unrounded, and those of Family.
    """
    parts, asked = [], []
    for dimension, rows in _groups(wave.wave.age_groups).items():
        numbers = np.array([[wave.number(group) for group in groups] for _, groups in rows], dtype=int)
        asked.append((numbers, _named(dimension, [row for row, _ in rows], wave.wave, wave.wave)))
    for question in _tested(wave.questions):
        sums = wave.sums(question)
        counts = sums.scored[:, :, : len(question.answers)]
        for numbers, named in asked:
            shown = (sums.n[numbers] >= HIDDEN_BELOW).all(axis=1)
            tests = rao_scott(wave.design, counts[:, numbers[shown]])
            parts.append(named[shown].reset_index(drop=True).join(tests).assign(indicator=question.code))
    return _together(parts)


def patterns_between(earlier: Round, later: Round, questions: dict[str, Question]) -> pd.DataFrame:
    """Tests between two waves in one stacked design, columns as `patterns_within`; none where not comparable."""
    parts = []
    pairs = pairs_between(earlier.wave.age_groups, later.wave.age_groups)
    rows = [pair.first for pair in pairs if "all" in (pair.first.gender, pair.first.age) and not _crossed(pair.first)]
    first, last = ([wave.number(row) for row in rows] for wave in (earlier, later))
    together = _named("period", rows, earlier.wave, later.wave)
    for question in _tested({code: questions[code] for code in questions if _asked_twice(code, earlier, later)}):
        sums = [wave.sums(wave.questions[question.code]) for wave in (earlier, later)]
        shown = (sums[0].n[first] >= HIDDEN_BELOW) & (sums[1].n[last] >= HIDDEN_BELOW)
        word = pattern_comparability(question)
        named = together[shown].reset_index(drop=True).assign(indicator=question.code, comparability=word)
        if word != BARRED:
            order = [_order(wave, question) for wave in (earlier, later)]
            sides = [
                side.scored[:, where][:, :, codes]
                for side, where, codes in zip(sums, (first, last), order, strict=True)
            ]
            named = named.join(rao_scott(later.design, np.stack(sides, axis=2)[:, shown]))
        parts.append(named)
    return _together(parts)


def _tested(questions: dict[str, Question]) -> list[Question]:
    """Those whose answers exclude each other."""
    return [question for question in questions.values() if question.kind != "multi"]


def _asked_twice(code: str, earlier: Round, later: Round) -> bool:
    return code in earlier.questions and code in later.questions


def _order(wave: Round, question: Question) -> list[int]:
    """Where the question's answers stand in the wave's own order."""
    own = [answer.code for answer in wave.questions[question.code].answers]
    return [own.index(answer.code) for answer in question.answers]


def _crossed(domain: Domain) -> bool:
    """A county's age group: too few a county to judge a whole pattern by."""
    return domain.age != "all" and domain.area != FOUR_COUNTIES


def _groups(age_groups: Sequence[str]) -> dict[str, list[Row]]:
    """The tests of one wave by dimension; the dimension's own column says `all`."""
    tests = {
        "area": [(Domain("all", gender), [Domain(area, gender) for area in FOCUS]) for gender in GENDERS],
        "gender": [(Domain(area), [Domain(area, gender) for gender in GENDERS[1:]]) for area in SURVEY_AREAS],
        "age": [(Domain(area), [Domain(area, age=age) for age in age_groups]) for area in SURVEY_AREAS],
    }
    return {dimension: rows for dimension, rows in tests.items() if len(rows[0][1]) > 1}


def _named(dimension: str, rows: Sequence[Domain], first: Wave, last: Wave) -> pd.DataFrame:
    """How the tests of a dimension are called, whatever the question."""
    families = pd.DataFrame([family_of(dimension, row) for row in rows], columns=list(Family._fields))
    return (
        pd.DataFrame(rows, columns=list(Domain._fields))
        .join(families)
        .assign(
            dimension=dimension,
            period=first.period,
            period_to=last.period,
            comparability="comparable",
            kind=last.kind,
        )
    )


def _together(parts: list[pd.DataFrame]) -> pd.DataFrame:
    columns = [name for name in PATTERNS if name not in ("q", "verdict")]
    table = pd.concat([pd.DataFrame(columns=[*columns, *Family._fields]), *parts], ignore_index=True)
    table = table.astype(dict.fromkeys(_PLACES, "float64") | {"leading": "bool"})
    return table[table["comparability"].eq(BARRED) | table["p"].notna()].reset_index(drop=True)


def printed_patterns(tests: pd.DataFrame, q: np.ndarray) -> pd.DataFrame:
    """The patterns table (columns of PATTERNS) of tests of `patterns_within` or `patterns_between`, and their q."""
    verdicts = np.select([tests["comparability"].eq(BARRED), q < ALPHA], [BARRED, "differs"], "not_distinguishable")
    return typed(tests.round(_PLACES).assign(q=q.round(_PLACES["p"]), verdict=verdicts), PATTERNS)


def joined_patterns(tables: Sequence[pd.DataFrame], questions: dict[str, Question]) -> pd.DataFrame:
    """Patterns tables put together, question by question as the questionnaire has them."""
    table = pd.concat(tables, ignore_index=True)
    place = table["indicator"].map({code: number for number, code in enumerate(questions)})
    return typed(table.assign(_place=place).sort_values("_place", kind="stable"), PATTERNS)
