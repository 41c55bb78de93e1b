"""Pairs of observations compared: between counties, between genders, between periods.

difference = value(area_to, gender_to, period_to) - value(area, gender, period), in percentage points.
Wald interval and z test with SE^2 = sum of p (1 - p) / (n / DEFF); q by Benjamini-Hochberg over all comparisons of the
indicator, as a reader of its page can come by all of them. `q_cautious` is q were the design effects CAUTIOUS_DEFF.
"""

from typing import Any, Final

import numpy as np
import pandas as pd
from scipy.stats import norm

from data.facts.families import Figure, Pair, families
from data.model.catalogue import Indicator, comparability
from data.model.differences import COLUMNS, DTYPES
from data.model.frames import typed
from data.model.observations import SHOWN
from data.statistics.alpha import ALPHA
from data.statistics.contrasts import q_values
from data.statistics.intervals import CAUTIOUS_DEFF

_PLACES = 6
_BARRED: Final = "not_comparable"


def compare(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> pd.DataFrame:
    """The differences table: every pair of figures that a screen may set side by side.

    Only survey percentages with an assumed design effect take part; a share of 0 or 100 % does not, because
    its Wald standard error is 0 and the test would be sure of anything.
    """
    testable = _testable(observations)
    rows: list[dict[str, Any]] = []
    for code, figures in testable.groupby("indicator", sort=False):
        indicator = catalogue[str(code)]
        for dimension, family in families(figures):
            rows += [_compared(dimension, pair, indicator) for pair in family]
    return typed(_judged(pd.DataFrame(rows, columns=[*COLUMNS, "p_cautious"])), DTYPES)


def _testable(observations: pd.DataFrame) -> pd.DataFrame:
    return observations[
        observations["method"].eq("assumed_deff")
        & observations["status"].isin(SHOWN)
        & observations["value"].between(0, 100, inclusive="neither")
    ]


def _compared(dimension: str, pair: Pair, indicator: Indicator) -> dict[str, Any]:
    word = _comparability(dimension, pair, indicator)
    test = {} if word == _BARRED else _test(*pair)
    return {**_names(dimension, pair), **test, "comparability": word}


def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with q and verdict; those without a test keep neither figure."""
    page = rows["indicator"].to_numpy()
    q, cautious = (q_values(rows[name].astype("float64"), page).round(_PLACES) for name in ("p", "p_cautious"))
    found, rising = q < ALPHA, rows["difference"].gt(0)
    words = np.select([np.isnan(q), found & rising, found], [_BARRED, "higher", "lower"], "not_distinguishable")
    return rows.assign(p=rows["p"].astype("float64").round(_PLACES), q=q, q_cautious=cautious, verdict=words)


def _comparability(dimension: str, pair: Pair, indicator: Indicator) -> str:
    if dimension != "period":
        return "comparable"
    earlier, later = pair
    return comparability(indicator, earlier["period"], later["period"])


def _test(first: Figure, second: Figure) -> dict[str, float]:
    difference = float(second["value"] - first["value"])
    error, cautious = (
        sum(_variance(figure, deff) for figure, deff in zip((first, second), deffs, strict=True)) ** 0.5
        for deffs in ((first["deff"], second["deff"]), (CAUTIOUS_DEFF, CAUTIOUS_DEFF))
    )
    reach = float(norm.isf(ALPHA / 2)) * error
    return {
        "difference": round(difference, _PLACES),
        "value_low": round(difference - reach, _PLACES),
        "value_upp": round(difference + reach, _PLACES),
        "p": float(2 * norm.sf(abs(difference) / error)),
        "p_cautious": float(2 * norm.sf(abs(difference) / cautious)),
    }


def _variance(figure: Figure, deff: float) -> float:
    percent = float(figure["value"])
    return percent * (100 - percent) / (float(figure["n"]) / float(deff))


def _names(dimension: str, pair: Pair) -> dict[str, Any]:
    first, second = pair
    return {
        **{column: first[column] for column in ("indicator", "answer", "age", "population", "method")},
        "dimension": dimension,
        **{column: first[column] for column in ("area", "gender", "period")},
        **{f"{column}_to": second[column] for column in ("area", "gender", "period")},
    }
