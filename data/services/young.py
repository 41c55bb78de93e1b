"""How many young people live in a county: the census times the share of ages 10-29 in a survey, with its interval."""

from typing import Final

import numpy as np
import pandas as pd

from data.model.dimensions import FOCUS, FOUR_COUNTIES
from data.model.rounding import rounded
from data.statistics.intervals import logit_interval, summed_interval

COLUMNS: Final = (
    "area",
    "young_share",
    "young_n",
    "young_period",
    "young_source",
    "young",
    "young_low",
    "young_upp",
)
NUMBERS: Final = ("young", "young_low", "young_upp")


def young_people(population: pd.DataFrame, shares: pd.DataFrame) -> pd.DataFrame:
    """COLUMNS, one row a county that has both a population and a share, and one of the four where all have one.

    `population` has area and population; `shares` area, young_share (per cent), young_n, young_period, young_source.
    The sum has no share of its own; its interval follows from the four.
    """
    rows = population[["area", "population"]].merge(shares, on="area")
    rows[list(NUMBERS)] = [
        young_number(*row) for row in rows[["population", "young_share", "young_n"]].itertuples(index=False)
    ] or np.empty((0, 3))
    rows = rows[rows["area"].isin(FOCUS)]
    return pd.concat([rows, _sum(rows)], ignore_index=True)[list(COLUMNS)]


def young_number(population: float, share: float, households: float) -> tuple[float, float, float]:
    """Their number and its bounds, in whole persons; `share` in per cent.

    The base is households, not persons: members of one resemble each other in age, so a household counts once.
    """
    low, upp = logit_interval(share / 100, households)
    return rounded(population * share / 100), rounded(population * low), rounded(population * upp)


def young_sum(counties: pd.DataFrame) -> tuple[float, float, float]:
    """The number of young people of several counties and its bounds, in whole persons."""
    young, low, upp = (counties[name].to_numpy("float64") for name in NUMBERS)
    return young.sum(), *(rounded(bound) for bound in summed_interval(young, low, upp))


def _sum(counties: pd.DataFrame) -> pd.DataFrame:
    """The row of the four counties; none where they are not all known of one time."""
    if len(counties) < len(FOCUS) or counties["young_period"].nunique() != 1:
        return counties.iloc[:0]
    source = " ".join(dict.fromkeys(" ".join(counties["young_source"]).split()))
    told = {"area": FOUR_COUNTIES, "young_period": counties["young_period"].iloc[0], "young_source": source}
    return pd.DataFrame([told | dict(zip(NUMBERS, young_sum(counties), strict=True))])
