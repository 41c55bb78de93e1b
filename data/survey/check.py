"""Everything that must hold inside a survey's tables, whoever wrote them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from data.model.dimensions import CYCLES, FOUR_COUNTIES, GENDERS, cycle_of
from data.model.domains import SURVEY_AREAS
from data.model.microdata import ROMA
from data.model.observations import (
    DEMONSTRATION_SOURCE,
    KEY,
    KINDS,
    METHODS,
    REASONS,
    SHOWN,
    STATUSES,
)
from data.model.questionnaire import MEAN
from data.model.survey import DEMONSTRATION, Survey
from data.reading.csv_rows import code_problems, row_problems
from data.statistics.reliability import HIDDEN_BELOW
from data.survey.check_bases import base_problems
from data.survey.check_comparisons import comparison_problems
from data.survey.check_digits import digit_problems
from data.survey.protected.complete import PUBLISHED, expected_keys


class Files(NamedTuple):
    """What the files are called in a message."""

    observations: str
    differences: str
    patterns: str
    document: str


RELEASE: Final = Files("survey.parquet", "survey_differences.parquet", "survey_patterns.parquet", "survey.json")
_CODES: Final = {
    "area": SURVEY_AREAS,
    "gender": GENDERS,
    "population": ("all", ROMA),
    "cycle": tuple(CYCLES),
    "method": METHODS,
    "status": STATUSES,
    "reason": REASONS,
    "kind": KINDS,
}
FIGURES: Final = ("value", "value_low", "value_upp", "value_se")


def survey_problems(survey: Survey, files: Files = RELEASE) -> Iterator[str]:
    """Every problem of a survey, each naming the file and the row's key; none when it is good."""
    file, rows = files.observations, survey.observations
    yield from _wave_problems(survey, files.document)
    yield from code_problems(rows, _CODES, file)
    yield from row_problems(rows[rows.duplicated(list(KEY))], "area", "one row a key", file)
    yield from _key_problems(survey, file)
    yield from _kind_problems(survey, file)
    yield from _protection_problems(rows, file)
    yield from _figure_problems(rows, file)
    known = rows[rows["indicator"].isin(list(survey.questions))]
    yield from digit_problems(known, survey, FIGURES, file)
    yield from _range_problems(known, survey, file)
    yield from comparison_problems(survey, files.differences, files.patterns)
    yield from base_problems(survey, files.observations, files.differences, files.patterns)


def _wave_problems(survey: Survey, file: str) -> Iterator[str]:
    codes = [wave.code for wave in survey.waves if wave.kind != PUBLISHED]
    mixed = sorted({code for code in codes if codes.count(code) > 1})
    yield from (f"{file}, {code}: expected real figures or demonstration, found both" for code in mixed)
    for code, question in survey.questions.items():
        known = {(wave.code, wave.kind) for wave in survey.waves}
        unknown = [f"{asked.wave} ({asked.kind})" for asked in question.asked if (asked.wave, asked.kind) not in known]
        yield from (f"{file}, {code}: expected a wave of the survey, found {each}" for each in unknown)


def _key_problems(survey: Survey, file: str) -> Iterator[str]:
    """Every combination that a reader can ask for has a row, and no other."""
    wanted = pd.MultiIndex.from_tuples(expected_keys(survey.questions.values(), survey.waves), names=KEY)
    found = pd.MultiIndex.from_frame(survey.observations[list(KEY)])
    for key in wanted[~wanted.isin(found)]:
        yield f"{file}, {_place(key)}: expected a row for each combination that is offered, found none"
    foreign = survey.observations[~found.isin(wanted)]
    yield from row_problems(foreign, "indicator", "a question, answer, group and wave of survey.json", file)


def _kind_problems(survey: Survey, file: str) -> Iterator[str]:
    rows = survey.observations
    waves = {(wave.period, wave.kind) for wave in survey.waves}
    own = [pair in waves for pair in zip(rows["period"], rows["kind"], strict=True)]
    yield from row_problems(rows[~np.array(own, dtype=bool)], "kind", "the kind of the wave of this period", file)
    generated, cites = rows["kind"].eq(DEMONSTRATION), rows["source"].eq(DEMONSTRATION_SOURCE)
    yield from row_problems(rows[generated & ~cites], "source", DEMONSTRATION_SOURCE, file)
    named = rows["source"].str.split().map(lambda ids: DEMONSTRATION_SOURCE in ids)
    yield from row_problems(rows[~generated & named], "source", "a source of real figures", file)
    sourced = rows["source"].ne("") | rows["status"].eq("no_data")
    yield from row_problems(rows[~sourced], "source", "a source", file)
    cycles = {wave.period: cycle_of(wave.period) for wave in survey.waves}
    yield from row_problems(rows[rows["cycle"].ne(rows["period"].map(cycles))], "cycle", "the period's cycle", file)


def _protection_problems(rows: pd.DataFrame, file: str) -> Iterator[str]:
    shown = rows["status"].isin(SHOWN)
    crossed = rows["area"].ne(FOUR_COUNTIES) | rows["gender"].ne("all") | rows["age"].ne("all")
    yield from row_problems(rows[rows["population"].eq(ROMA) & crossed], "population", "Roma as one group only", file)
    deep = rows["area"].ne(FOUR_COUNTIES) & rows["gender"].ne("all") & rows["age"].ne("all")
    yield from row_problems(rows[deep & shown], "status", "nothing shown by county, gender and age at once", file)
    small = shown & ~rows["n"].ge(HIDDEN_BELOW).fillna(False).astype(bool)
    yield from row_problems(rows[small], "n", f"at least {HIDDEN_BELOW} where a figure is shown", file)
    told = rows[[*FIGURES, "deff", "df"]].notna().any(axis=1)
    yield from row_problems(rows[~shown & told], "value", "nothing where the figure is not shown", file)


def _figure_problems(rows: pd.DataFrame, file: str) -> Iterator[str]:
    shown = rows["status"].isin(SHOWN)
    yield from row_problems(rows[shown & rows["value"].isna()], "value", "a figure", file)
    low, value, upp = (rows[column] for column in ("value_low", "value", "value_upp"))
    yield from row_problems(rows[low.gt(value)], "value_low", "at most the value", file)
    yield from row_problems(rows[upp.lt(value)], "value_upp", "at least the value", file)
    yield from row_problems(rows[low.isna() ^ upp.isna()], "value_low", "both bounds or none", file)


def _range_problems(rows: pd.DataFrame, survey: Survey, file: str) -> Iterator[str]:
    mean = rows["answer"].eq(MEAN)
    share = rows[~mean]
    for column in ("value", "value_low", "value_upp"):
        outside = share[column].notna() & ~share[column].between(0, 100)
        yield from row_problems(share[outside], column, "a percentage from 0 to 100", file)
    points = {code: len(question.answers) for code, question in survey.questions.items()}
    highest = rows["indicator"].map(points).astype("float64")
    beyond = mean & rows["value"].notna() & ~rows["value"].between(1, highest)
    yield from row_problems(rows[beyond], "value", "a score on the question's scale", file)


def _place(key: tuple[str, ...]) -> str:
    return " ".join(part for part in key if part != "all")
