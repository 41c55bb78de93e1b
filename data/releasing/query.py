"""Questions a screen asks of the observations: one selection, one series, what is on offer."""

from collections.abc import Sequence

import pandas as pd

from data.model.dimensions import AREAS, Filters, area_order
from data.model.periods import sort_key
from data.releasing.offer import Offer, offer_of


def select(
    observations: pd.DataFrame, *, indicator: str, filters: Filters, areas: Sequence[str] | None = None
) -> pd.DataFrame:
    """The observations of one selection, one row an area, in canonical order.

    An empty period in the filters stands for the selection's default period. No rows where nothing exists.
    """
    period = filters.period or offers(observations, indicator).default_period(filters.gender, filters.age)
    chosen = observations[
        observations["indicator"].eq(indicator)
        & observations["gender"].eq(filters.gender)
        & observations["age"].eq(filters.age)
        & observations["period"].eq(period)
        & observations["area"].isin(AREAS if areas is None else areas)
    ]
    return chosen.sort_values("area", key=lambda column: column.map(area_order), ignore_index=True)


def series(
    observations: pd.DataFrame, *, indicator: str, gender: str = "all", age: str = "all", areas: Sequence[str]
) -> pd.DataFrame:
    """All periods of an indicator for one gender and age; by area in canonical order, oldest period first."""
    chosen = observations[
        observations["indicator"].eq(indicator)
        & observations["gender"].eq(gender)
        & observations["age"].eq(age)
        & observations["area"].isin(areas)
    ]
    order = sorted(
        range(len(chosen)),
        key=lambda place: (area_order(chosen["area"].iloc[place]), sort_key(chosen["period"].iloc[place])),
    )
    return chosen.iloc[order].reset_index(drop=True)


def offers(observations: pd.DataFrame, indicator: str) -> Offer:
    """The genders, ages, cycles and periods in which the indicator has a row that is not `no_data`."""
    return offer_of(observations[observations["indicator"].eq(indicator)])


def differences_for(
    differences: pd.DataFrame, *, indicator: str, filters: Filters, dimension: str = "area"
) -> pd.DataFrame:
    """The differences shown beside one selection.

    `area` and `period` keep the gender of the filters, `gender` compares the two; `period` gives the step
    that ends in the filters' period.
    """
    chosen = (
        differences["indicator"].eq(indicator)
        & differences["dimension"].eq(dimension)
        & differences["age"].eq(filters.age)
        & differences["period_to"].eq(filters.period)
    )
    if dimension != "gender":
        chosen &= differences["gender"].eq(filters.gender)
    return differences[chosen].reset_index(drop=True)
