"""Pairs of observations compared: between counties, between genders, between periods.

difference = value(area_to, gender_to, period_to) - value(area, gender, period), in percentage points.
Wald interval and z test with SE^2 = sum of p (1 - p) / (n / DEFF); q by Benjamini-Hochberg inside the family
of comparisons that are shown together.
"""

from typing import Any, Final

import pandas as pd
from scipy.stats import false_discovery_control, norm

from data.model.catalogue import Indicator
from data.model.comparability import comparability
from data.model.differences import COLUMNS, DTYPES
from data.model.frames import typed
from data.model.observations import SHOWN
from data.statistics.families import Figure, Pair, families

DISTINGUISHABLE_BELOW: Final = 0.05
_PLACES = 6


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
            rows += _tested(dimension, family, indicator)
    return typed(pd.DataFrame(rows, columns=list(COLUMNS)), DTYPES)


def _testable(observations: pd.DataFrame) -> pd.DataFrame:
    return observations[
        observations["method"].eq("assumed_deff")
        & observations["status"].isin(SHOWN)
        & observations["value"].between(0, 100, inclusive="neither")
    ]


def _tested(dimension: str, family: list[Pair], indicator: Indicator) -> list[dict[str, Any]]:
    if not family:
        return []
    word = _comparability(dimension, family[0], indicator)
    if word == "not_comparable":
        return [{**_names(dimension, pair), **_UNTESTED} for pair in family]
    tests = [_test(*pair) for pair in family]
    corrected = false_discovery_control([test["p"] for test in tests])
    return [
        {
            **_names(dimension, pair),
            **test,
            "q": round(float(q), _PLACES),
            "verdict": _verdict(test["difference"], float(q)),
            "comparability": word,
        }
        for pair, test, q in zip(family, tests, corrected, strict=True)
    ]


def _comparability(dimension: str, pair: Pair, indicator: Indicator) -> str:
    if dimension != "period":
        return "comparable"
    earlier, later = pair
    return comparability(indicator, earlier["period"], later["period"])


def _test(first: Figure, second: Figure) -> dict[str, float]:
    difference = float(second["value"] - first["value"])
    error = sum(_variance(figure) for figure in (first, second)) ** 0.5
    reach = float(norm.ppf(0.975)) * error
    return {
        "difference": round(difference, _PLACES),
        "value_low": round(difference - reach, _PLACES),
        "value_upp": round(difference + reach, _PLACES),
        "p": round(float(2 * norm.sf(abs(difference) / error)), _PLACES),
    }


def _variance(figure: Figure) -> float:
    percent = float(figure["value"])
    return percent * (100 - percent) / (float(figure["n"]) / float(figure["deff"]))


def _verdict(difference: float, q: float) -> str:
    if q >= DISTINGUISHABLE_BELOW:
        return "not_distinguishable"
    return "higher" if difference > 0 else "lower"


def _names(dimension: str, pair: Pair) -> dict[str, Any]:
    first, second = pair
    return {
        **{column: first[column] for column in ("indicator", "answer", "age", "population", "method")},
        "dimension": dimension,
        **{column: first[column] for column in ("area", "gender", "period")},
        **{f"{column}_to": second[column] for column in ("area", "gender", "period")},
    }


_UNTESTED: dict[str, Any] = {
    "difference": float("nan"),
    "value_low": float("nan"),
    "value_upp": float("nan"),
    "p": float("nan"),
    "q": float("nan"),
    "verdict": "not_comparable",
    "comparability": "not_comparable",
}
