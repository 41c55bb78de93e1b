"""What must hold in a survey's differences and compared patterns."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from data.model.catalogue import COMPARABILITIES
from data.model.differences import VERDICTS
from data.model.dimensions import FOUR_COUNTIES, GENDERS
from data.model.domains import SURVEY_AREAS
from data.model.microdata import ROMA
from data.model.observations import KEY, KINDS, METHODS, SHOWN
from data.model.survey import Survey
from data.model.survey_tables import DIFFERENCE_KEY, DIMENSIONS, PATTERN_KEY, PATTERN_VERDICTS
from data.reading.csv_rows import code_problems, row_problems
from data.statistics.alpha import ALPHA
from data.survey.check_digits import digit_problems
from data.survey.protected.comparable import BARRED

_SHARED: Final = {
    "dimension": DIMENSIONS,
    "gender": GENDERS,
    "population": ("all", ROMA),
    "comparability": COMPARABILITIES,
    "kind": KINDS,
}
_DIFFERENCE_CODES: Final = {
    **_SHARED,
    "area": SURVEY_AREAS,
    "area_to": SURVEY_AREAS,
    "gender_to": GENDERS,
    "verdict": VERDICTS,
    "method": METHODS,
}
_PATTERN_CODES: Final = {**_SHARED, "area": (*SURVEY_AREAS, "all"), "verdict": PATTERN_VERDICTS}
_FIGURES: Final = ["difference", "value_se", "value_low", "value_upp"]
_TESTED: Final = [*_FIGURES, "p", "q"]
_ROUNDING: Final = 5e-5  # of q, which is printed with four decimals


def comparison_problems(survey: Survey, differences: str, patterns: str) -> Iterator[str]:
    """Every problem of the two tables, which messages call by the names given."""
    yield from _difference_problems(survey, differences)
    yield from _pattern_problems(survey, patterns)


def _difference_problems(survey: Survey, file: str) -> Iterator[str]:
    rows, key = survey.differences, DIFFERENCE_KEY
    yield from code_problems(rows, _DIFFERENCE_CODES, file, key)
    yield from row_problems(rows[rows.duplicated(list(key))], "area", "one row a key", file, key)
    shown = survey.observations[survey.observations["status"].isin(SHOWN)]
    for suffix in ("", "_to"):
        there = _end_shown(rows, shown, suffix)
        expected = "a figure of this kind that is shown"
        yield from row_problems(rows[~there], f"area{suffix}", expected, file, key)
    barred = rows["comparability"].eq(BARRED)
    yield from row_problems(
        rows[barred ^ rows["verdict"].eq(BARRED)], "verdict", "that of the comparability", file, key
    )
    yield from row_problems(rows[barred & rows[_TESTED].notna().any(axis=1)], "difference", "nothing", file, key)
    yield from row_problems(
        rows[~barred & rows[_TESTED].isna().any(axis=1)], "difference", "a tested figure", file, key
    )
    yield from _pair_problems(rows, file)
    yield from digit_problems(rows, survey, _FIGURES, file, key)
    low, value, upp = (rows[column] for column in ("value_low", "difference", "value_upp"))
    yield from row_problems(rows[low.gt(value) | upp.lt(value)], "difference", "a figure in its interval", file, key)
    found = rows["verdict"].isin(["higher", "lower"])
    yield from row_problems(rows[_against_q(rows, found)], "verdict", "the word for its q", file, key)
    seen = rows["detectable"].notna() & rows["verdict"].ne("not_distinguishable")
    yield from row_problems(rows[seen], "detectable", "nothing beside a difference that was found", file, key)
    against = (rows["verdict"].eq("higher") & value.lt(0)) | (rows["verdict"].eq("lower") & value.gt(0))
    yield from row_problems(rows[against], "verdict", "the word for its direction", file, key)


def _pair_problems(rows: pd.DataFrame, file: str) -> Iterator[str]:
    """Two ends differ in their dimension and in nothing else; a county is never set beside the sum of all."""
    for name in DIMENSIONS:
        varies, differ = rows["dimension"].eq(name), rows[name].ne(rows[f"{name}_to"])
        yield from row_problems(rows[varies & ~differ], f"{name}_to", "another one", file, DIFFERENCE_KEY)
        yield from row_problems(rows[~varies & differ], f"{name}_to", "the same one", file, DIFFERENCE_KEY)
    whole = rows[["area", "area_to"]].isin([FOUR_COUNTIES]).any(axis=1)
    yield from row_problems(rows[rows["dimension"].eq("area") & whole], "area", "two counties", file, DIFFERENCE_KEY)


def _end_shown(rows: pd.DataFrame, shown: pd.DataFrame, suffix: str) -> pd.Series:
    """Whether the pair's first (or `_to`: last) figure is shown, and of the pair's own kind."""
    varying = {column: f"{column}{suffix}" for column in ("area", "gender", "age", "period")}
    columns = [*KEY, "kind"]
    end = pd.MultiIndex.from_frame(rows[[varying.get(column, column) for column in columns]], names=columns)
    return pd.Series(end.isin(pd.MultiIndex.from_frame(shown[columns])), index=rows.index)


def _pattern_problems(survey: Survey, file: str) -> Iterator[str]:
    rows, key = survey.patterns, PATTERN_KEY
    yield from code_problems(rows, _PATTERN_CODES, file, key)
    yield from row_problems(rows[rows.duplicated(list(key))], "area", "one row a key", file, key)
    tested = [code for code, question in survey.questions.items() if question.kind != "multi"]
    foreign = rows[~rows["indicator"].isin(tested)]
    yield from row_problems(foreign, "indicator", "a question whose answers exclude each other", file, key)
    kinds = {(wave.period, wave.kind) for wave in survey.waves}
    for column in ("period", "period_to"):
        known = [pair in kinds for pair in zip(rows[column], rows["kind"], strict=True)]
        yield from row_problems(rows[~pd.Series(known, index=rows.index, dtype=bool)], column, "a wave's", file, key)
    barred = rows["comparability"].eq(BARRED)
    yield from row_problems(
        rows[barred ^ rows["verdict"].eq(BARRED)], "verdict", "that of the comparability", file, key
    )
    for name in ("p", "q"):
        held = rows[name].between(0, 1) | (barred & rows[name].isna())
        yield from row_problems(rows[~held], name, "from 0 to 1", file, key)
    wrong = _against_q(rows, rows["verdict"].eq("differs"))
    yield from row_problems(rows[wrong], "verdict", "the word for its q", file, key)


def _against_q(rows: pd.DataFrame, found: pd.Series) -> pd.Series:
    return (found & rows["q"].gt(ALPHA + _ROUNDING)) | (~found & rows["q"].lt(ALPHA - _ROUNDING))
