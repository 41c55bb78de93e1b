"""The facts of a national series: where it starts, where it ends, by how much it moved."""

from dataclasses import dataclass

import pandas as pd

from data.model.observations import SHOWN
from data.model.periods import sort_key


@dataclass(frozen=True)
class CountrySeries:
    """First and last figure of a series and their plain difference; None where there is no such figure.

    The difference is arithmetic, not a test: nothing here says that a change was detected.
    """

    periods: int
    first_period: str
    first_value: float | None
    last_period: str
    last_value: float | None
    change: float | None


def country_series(frame: pd.DataFrame) -> CountrySeries:
    """Facts of one area's observations over all periods; ValueError where the frame holds several areas."""
    if frame["area"].nunique() > 1:
        raise ValueError(f"expected one area, found {', '.join(sorted(frame['area'].unique()))}")
    shown = frame[frame["status"].isin(SHOWN)]
    values = dict(zip(shown["period"], shown["value"].astype(float), strict=True))
    if not values:
        return CountrySeries(0, "", None, "", None, None)
    first, last = min(values, key=sort_key), max(values, key=sort_key)
    change = values[last] - values[first] if len(values) > 1 else None
    return CountrySeries(len(values), first, values[first], last, values[last], change)
