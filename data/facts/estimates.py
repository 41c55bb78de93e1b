"""From checked facts to observations: interval, reliability, suppression, rows for the unpublished."""

from collections.abc import Iterator
from itertools import product
from typing import Any, Final

import pandas as pd

from data.model.catalogue import Indicator
from data.model.dimensions import COUNTIES, COUNTRY, area_order, cycle_of
from data.model.frames import rows_of, typed
from data.model.observations import DTYPES, KEY, SHOWN
from data.statistics.intervals import ASSUMED_DEFF, logit_interval
from data.statistics.reliability import base_state, share_state

SENSITIVE_BELOW: Final = 5
_PLACES = 6


def observe(facts: pd.DataFrame, catalogue: dict[str, Indicator]) -> pd.DataFrame:
    """Observations of all facts, completed and in canonical order; a figure of low confidence never shows.

    A low figure that the base rule hides anyway keeps its row: "hidden, too few answers" is truer than "no data".
    """
    figures = [
        figure
        for row in rows_of(facts)
        for figure in [_figure(row, catalogue[row["indicator"]])]
        if row["confidence"] != "low" or figure["status"] not in SHOWN
    ]
    return _in_order(pd.DataFrame([*figures, *_unpublished(figures, catalogue)]), catalogue)


def _figure(row: dict[str, Any], indicator: Indicator) -> dict[str, Any]:
    n = int(row["n"]) if row["n"] else None
    masked = row["value"].startswith("<")
    value = float("nan") if masked else float(row["value"])
    status, reason = ("suppressed", "too_few_people") if masked else _state(value, n, indicator)
    shown = status in SHOWN
    computed = shown and n is not None and indicator.interval == "assumed_deff"
    low, upp = logit_interval(value / 100, n) if computed and n else (float("nan"), float("nan"))
    return {
        **_blank(row),
        "value": value if shown else float("nan"),
        "value_low": round(low * 100, _PLACES),
        "value_upp": round(upp * 100, _PLACES),
        "n": pd.NA if n is None or reason == "too_few_people" else n,
        "deff": ASSUMED_DEFF if computed else float("nan"),
        "method": "assumed_deff" if computed else "none",
        "status": status,
        "reason": reason,
        "kind": "published",
        "source": row["source"],
        "note": row["note"],
    }


def _state(value: float, n: int | None, indicator: Indicator) -> tuple[str, str]:
    if indicator.sensitive_count and 0 < value < SENSITIVE_BELOW:
        return "suppressed", "too_few_people"
    if indicator.interval == "assumed_deff" and n is not None:
        return share_state(value, n)
    return base_state(n)


def _unpublished(figures: list[dict[str, Any]], catalogue: dict[str, Indicator]) -> Iterator[dict[str, Any]]:
    """Rows for each county and the country wherever a county-level indicator has a figure for any area."""
    present = {tuple(figure[column] for column in KEY) for figure in figures}
    combinations = {
        tuple(figure[column] for column in ("indicator", "gender", "age", "period"))
        for figure in figures
        if catalogue[figure["indicator"]].level == "county"
    }
    for (indicator, gender, age, period), area in product(sorted(combinations), (*COUNTIES, COUNTRY)):
        row = _blank({"indicator": indicator, "area": area, "gender": gender, "age": age, "period": period})
        if tuple(row[column] for column in KEY) not in present:
            yield row


def _blank(key: dict[str, Any]) -> dict[str, Any]:
    """The observation of a key before anything is known about it: not published."""
    return {
        "indicator": key["indicator"],
        "answer": "all",
        "area": key["area"],
        "gender": key["gender"],
        "age": key["age"],
        "population": "all",
        "cycle": cycle_of(key["period"]),
        "period": key["period"],
        "value": float("nan"),
        "value_low": float("nan"),
        "value_upp": float("nan"),
        "value_se": float("nan"),
        "n": pd.NA,
        "deff": float("nan"),
        "df": pd.NA,
        "method": "none",
        "status": "no_data",
        "reason": "not_published",
        "kind": "published",
        "source": "",
        "note": "",
    }


def _in_order(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> pd.DataFrame:
    places = {code: place for place, code in enumerate(catalogue)}
    ordered = observations.assign(
        _indicator=observations["indicator"].map(places), _area=observations["area"].map(area_order)
    ).sort_values(["_indicator", "gender", "age", "period", "_area"])
    return typed(ordered, DTYPES)
