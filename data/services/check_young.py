"""What must hold in the columns that say how many young people live where people are reached."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from data.model.dimensions import FOCUS, FOUR_COUNTIES
from data.model.frames import rows_of
from data.model.periods import FORMS, is_period
from data.services.young import NUMBERS, young_number, young_sum

_SHARE: Final = ["young_share", "young_n"]
_DESCRIBED: Final = ["young_period", "young_source"]
_NOBODY: Final = (pd.NA, pd.NA, pd.NA)
Wrong = tuple[pd.DataFrame, str, str]  # rows, a column, what was expected in it


def young_problems(coverage: pd.DataFrame) -> Iterator[Wrong]:
    """What is wrong with the number of young people, which follows from population, share and base in households.

    One share a county, whatever the service and cycle; the four together have the sum of theirs, and no share.
    """
    given, known = coverage[_SHARE].notna(), coverage["young"].notna()
    yield coverage[given.any(axis=1) & ~given.all(axis=1)], "young_share", "a share with its base, or neither"
    shares = coverage["young_share"].le(0) | coverage["young_share"].ge(100) | _true(coverage["young_n"].le(0))
    yield coverage[shares], "young_share", "a percentage above 0 and below 100, of some households"
    yield coverage[known & ~coverage["young_period"].map(is_period).astype(bool)], "young_period", FORMS
    yield coverage[known & coverage["young_source"].eq("")], "young_source", "the source of the share"
    for column in _DESCRIBED:
        yield coverage[~known & coverage[column].ne("")], column, "nothing where no number is known"
    own = coverage.groupby("area")[[*_SHARE, *_DESCRIBED]].transform("nunique", dropna=False).gt(1).any(axis=1)
    yield coverage[own], "young_share", "one share a county"
    if not shares.any():
        yield from _number_problems(coverage)


def _number_problems(coverage: pd.DataFrame) -> Iterator[Wrong]:
    areas = coverage.drop_duplicates("area")
    numbers = {row["area"]: _of_county(row) for row in rows_of(areas[areas["area"].isin(FOCUS)])}
    counties = pd.DataFrame([numbers.get(area, _NOBODY) for area in FOCUS], columns=list(NUMBERS)).dropna()
    if len(counties) == len(FOCUS):
        numbers[FOUR_COUNTIES] = young_sum(counties)
    follows = [numbers.get(area, _NOBODY) for area in coverage["area"]]
    for column, right in zip(NUMBERS, zip(*follows, strict=True), strict=False):
        expected = pd.Series(right, index=coverage.index, dtype="Int64")
        same = _true(coverage[column].eq(expected)) | (coverage[column].isna() & expected.isna())
        yield coverage[~same], column, "what follows from population, share and households"


def _of_county(row: dict[str, Any]) -> tuple[Any, Any, Any]:
    given = [row["population"], row["young_share"], row["young_n"]]
    return _NOBODY if any(pd.isna(each) for each in given) else young_number(*given)


def _true(answers: pd.Series) -> pd.Series:
    return answers.fillna(False).astype(bool)
