"""Everything that must hold inside a release, whoever wrote it."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from data.model import differences as difference_model
from data.model.catalogue import Indicator
from data.model.dimensions import AREAS, COUNTIES, COUNTRY, CYCLES, GENDERS, cycle_of
from data.model.observations import KEY, KINDS, METHODS, REASONS, SHOWN, STATUSES, source_ids
from data.reading.csv_rows import code_problems, row_problems
from data.releasing.datapackage import package_problems
from data.releasing.files import Contents, read_contents
from data.releasing.release import ends_known
from data.services.check import service_problems
from data.survey.check import survey_problems

_FILE = "observations.parquet"
_CODES = {
    "answer": ("all",),
    "area": AREAS,
    "gender": GENDERS,
    "population": ("all", "roma"),
    "cycle": tuple(CYCLES),
    "method": METHODS,
    "status": STATUSES,
    "reason": REASONS,
    "kind": KINDS,
}
_DIFFERENCE_CODES = {
    "dimension": difference_model.DIMENSIONS,
    "verdict": difference_model.VERDICTS,
}


def check_release(folder: Path) -> list[str]:
    """Every problem of a release folder, each naming the file and the row's key; none when it is good."""
    problems = package_problems(folder)
    return problems or list(content_problems(read_contents(folder)))


def content_problems(contents: Contents) -> Iterator[str]:
    """Every problem in what a release says."""
    observations, catalogue = contents.observations, contents.catalogue
    known = observations["indicator"].isin(list(catalogue))
    yield from row_problems(observations[~known], "indicator", "an indicator of the catalogue", _FILE)
    yield from code_problems(observations, _CODES, _FILE)
    yield from row_problems(observations[observations.duplicated(list(KEY))], "area", "one row a key", _FILE)
    yield from _figures(observations)
    yield from _percentages(observations[known], catalogue)
    yield from _periods(observations)
    cited = observations["source"].map(lambda cell: bool(cell) and set(cell.split()) <= set(contents.sources))
    sourced = cited | observations["status"].eq("no_data")
    yield from row_problems(observations[~sourced], "source", "an id in sources.json", _FILE)
    yield from _gaps(observations[known], catalogue)
    silent = sorted(set(catalogue) - set(observations.loc[observations["status"].ne("no_data"), "indicator"]))
    yield from (f"catalogue.json, {code}: expected at least one observation, found none" for code in silent)
    yield from _differences(contents.differences, observations)
    yield from _survey(contents)
    yield from service_problems(contents.services, contents.sources, contents.programme)


def _figures(observations: pd.DataFrame) -> Iterator[str]:
    shown = observations["status"].isin(SHOWN)
    yield from row_problems(observations[shown & observations["value"].isna()], "value", "a figure", _FILE)
    numbers = observations[["value", "value_low", "value_upp", "value_se"]].notna().any(axis=1)
    yield from row_problems(observations[~shown & numbers], "value", "nothing where the figure is not shown", _FILE)
    low, value, upp = (observations[column] for column in ("value_low", "value", "value_upp"))
    yield from row_problems(observations[low.gt(value)], "value_low", "at most the value", _FILE)
    yield from row_problems(observations[upp.lt(value)], "value_upp", "at least the value", _FILE)
    yield from row_problems(observations[low.isna() ^ upp.isna()], "value_low", "both bounds or none", _FILE)
    counted = observations["n"].isna() | observations["reason"].ne("too_few_people")
    yield from row_problems(observations[~counted], "n", "nothing where people are too few", _FILE)


def _percentages(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> Iterator[str]:
    bounded = [code for code, each in catalogue.items() if each.unit == "percent" and not each.allow_outside]
    percent = observations[observations["indicator"].isin(bounded)]
    for column in ("value", "value_low", "value_upp"):
        outside = percent[column].notna() & ~percent[column].between(0, 100)
        yield from row_problems(percent[outside], column, "a percentage from 0 to 100", _FILE)


def _periods(observations: pd.DataFrame) -> Iterator[str]:
    mapped = {}
    for period in observations["period"].unique():
        try:
            mapped[period] = cycle_of(period)
        except ValueError:
            yield f"observations.parquet, period: expected a period, found {period!r}"
    own = observations["period"].map(mapped)
    yield from row_problems(
        observations[own.notna() & own.ne(observations["cycle"])], "cycle", "the period's cycle", _FILE
    )


def _gaps(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> Iterator[str]:
    mapped = observations[observations["indicator"].map(lambda code: catalogue[code].level == "county")]
    for key, group in mapped.groupby(["indicator", "gender", "age", "period"], sort=False):
        missing = [area for area in (*COUNTIES, COUNTRY) if area not in set(group["area"])]
        if missing:
            place = " ".join(map(str, key))
            yield f"observations.parquet, {place}: expected a row for each county and AL, none for {missing}"


def _survey(contents: Contents) -> Iterator[str]:
    survey = contents.survey
    yield from survey_problems(survey)
    cited = {*source_ids(survey.observations["source"]), *(wave.source for wave in survey.waves)}
    unknown = sorted(cited - set(contents.sources))
    yield from (f"survey.parquet, source: expected an id in sources.json, found {each!r}" for each in unknown)
    again = sorted(set(survey.questions) & set(contents.catalogue))
    yield from (f"survey.json, {code}: expected a code that no indicator has, found one in both" for code in again)


def _differences(differences: pd.DataFrame, observations: pd.DataFrame) -> Iterator[str]:
    file = "differences.parquet"
    lost = differences[~ends_known(differences, observations[observations["status"].isin(SHOWN)])]
    yield from row_problems(lost, "area", "two figures that are shown", file)
    again = differences[differences.duplicated(list(difference_model.KEY))]
    yield from row_problems(again, "area", "one row a key", file)
    yield from code_problems(differences, _DIFFERENCE_CODES, file)
    low, value, upp = (differences[column] for column in ("value_low", "difference", "value_upp"))
    yield from row_problems(
        differences[low.gt(value) | upp.lt(value)], "difference", "a figure inside its interval", file
    )
