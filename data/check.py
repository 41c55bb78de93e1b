"""Everything that must hold inside a release, whoever wrote it."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from data.datapackage import package_problems
from data.model import differences as difference_model
from data.model.catalogue import Indicator
from data.model.dimensions import AREAS, COUNTIES, COUNTRY, CYCLES, GENDERS, cycle_of
from data.model.frames import rows_of
from data.model.observations import KEY, KINDS, METHODS, REASONS, SHOWN, STATUSES
from data.release import ends_known
from data.release_files import Contents, read_contents

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
    yield from _rows(observations[~known], "indicator", "an indicator of the catalogue")
    yield from _outside(observations, _CODES)
    yield from _rows(observations[observations.duplicated(list(KEY))], "area", "one row a key")
    yield from _figures(observations)
    yield from _percentages(observations[known], catalogue)
    yield from _periods(observations)
    cited = observations["source"].map(lambda cell: bool(cell) and set(cell.split()) <= set(contents.sources))
    sourced = cited | observations["status"].eq("no_data")
    yield from _rows(observations[~sourced], "source", "an id in sources.json")
    yield from _gaps(observations[known], catalogue)
    silent = sorted(set(catalogue) - set(observations.loc[observations["status"].ne("no_data"), "indicator"]))
    yield from (f"catalogue.json, {code}: expected at least one observation, found none" for code in silent)
    yield from _differences(contents.differences, observations)


def _figures(observations: pd.DataFrame) -> Iterator[str]:
    shown = observations["status"].isin(SHOWN)
    yield from _rows(observations[shown & observations["value"].isna()], "value", "a figure")
    numbers = observations[["value", "value_low", "value_upp", "value_se"]].notna().any(axis=1)
    yield from _rows(observations[~shown & numbers], "value", "nothing where the figure is not shown")
    low, value, upp = (observations[column] for column in ("value_low", "value", "value_upp"))
    yield from _rows(observations[low.gt(value)], "value_low", "at most the value")
    yield from _rows(observations[upp.lt(value)], "value_upp", "at least the value")
    yield from _rows(observations[low.isna() ^ upp.isna()], "value_low", "both bounds or none")
    counted = observations["n"].isna() | observations["reason"].ne("too_few_people")
    yield from _rows(observations[~counted], "n", "nothing where people are too few")


def _percentages(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> Iterator[str]:
    bounded = [code for code, each in catalogue.items() if each.unit == "percent" and not each.allow_outside]
    percent = observations[observations["indicator"].isin(bounded)]
    for column in ("value", "value_low", "value_upp"):
        outside = percent[column].notna() & ~percent[column].between(0, 100)
        yield from _rows(percent[outside], column, "a percentage from 0 to 100")


def _periods(observations: pd.DataFrame) -> Iterator[str]:
    mapped = {}
    for period in observations["period"].unique():
        try:
            mapped[period] = cycle_of(period)
        except ValueError:
            yield f"observations.parquet, period: expected a period, found {period!r}"
    own = observations["period"].map(mapped)
    yield from _rows(observations[own.notna() & own.ne(observations["cycle"])], "cycle", "the period's cycle")


def _gaps(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> Iterator[str]:
    mapped = observations[observations["indicator"].map(lambda code: catalogue[code].level == "county")]
    for key, group in mapped.groupby(["indicator", "gender", "age", "period"], sort=False):
        missing = [area for area in (*COUNTIES, COUNTRY) if area not in set(group["area"])]
        if missing:
            place = " ".join(map(str, key))
            yield f"observations.parquet, {place}: expected a row for each county and AL, none for {missing}"


def _differences(differences: pd.DataFrame, observations: pd.DataFrame) -> Iterator[str]:
    file = "differences.parquet"
    lost = differences[~ends_known(differences, observations[observations["status"].isin(SHOWN)])]
    yield from _rows(lost, "area", "two figures that are shown", file)
    again = differences[differences.duplicated(list(difference_model.KEY))]
    yield from _rows(again, "area", "one row a key", file)
    yield from _outside(differences, _DIFFERENCE_CODES, file)
    low, value, upp = (differences[column] for column in ("value_low", "difference", "value_upp"))
    yield from _rows(differences[low.gt(value) | upp.lt(value)], "difference", "a figure inside its interval", file)


def _outside(
    frame: pd.DataFrame, codes: dict[str, tuple[str, ...]], file: str = "observations.parquet"
) -> Iterator[str]:
    for column, allowed in codes.items():
        yield from _rows(frame[~frame[column].isin(allowed)], column, f"one of {', '.join(allowed)}", file)


def _rows(frame: pd.DataFrame, column: str, expected: str, file: str = "observations.parquet") -> Iterator[str]:
    for row in rows_of(frame):
        place = " ".join(str(row[name]) for name in (*KEY, "area_to") if row.get(name, "all") != "all")
        yield f"{file}, {place}, {column}: expected {expected}, found {row[column]!r}"
