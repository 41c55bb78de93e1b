"""Dates of the records, and how old a person was on a date."""

from collections.abc import Mapping

import pandas as pd

from data.reading.cells import numbers

OLDEST = 110
_DAY = r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?"


def dates(cells: pd.Series) -> pd.Series:
    """The days that the cells name (YYYY-MM-DD, a time of day is left out); NaT where one names none."""
    days = cells.where(cells.str.fullmatch(_DAY)).str.slice(0, 10)
    return pd.to_datetime(days, format="%Y-%m-%d", errors="coerce")


def ages(rows: pd.DataFrame, roles: Mapping[str, str], days: pd.Series) -> pd.Series:
    """Age in whole years on each row's day; NaN where the cell tells none, or one that nobody can have.

    A year of birth alone tells the age that is reached in the year of the day.
    """
    if "birth_date" in roles:
        born = dates(rows[roles["birth_date"]])
        before_birthday = days.dt.month * 100 + days.dt.day < born.dt.month * 100 + born.dt.day
        years = days.dt.year - born.dt.year - before_birthday.astype("float64")
    elif "birth_year" in roles:
        years = days.dt.year - numbers(rows[roles["birth_year"]])
    else:
        years = numbers(rows[roles["age"]])
    return years.astype("float64").where(years.between(0, OLDEST) & years.mod(1).eq(0))


def age_groups(years: pd.Series) -> pd.Series:
    """The age group of each age, as AGES has them."""
    return pd.cut(years, [0, 18, 25, float("inf")], right=False, labels=["0-17", "18-24", "25+"]).astype("str")
