"""Percentage changes that no source prints, worked out from two published figures that it would rest on."""

from typing import Any

import pandas as pd

from data.model.catalogue import Indicator
from data.model.frames import rows_of, typed
from data.model.observations import DTYPES
from data.model.periods import parse_period
from data.model.rounding import rounded

NOTE = "computed_change"


def fill_changes(observations: pd.DataFrame, catalogue: dict[str, Indicator]) -> pd.DataFrame:
    """The observations with every unpublished change filled whose two figures are there, marked `computed`.

    An indicator with `change_of` is the percentage change of that indicator over its own period: from the figure of the
    year in which the period starts to the figure of the year in which it ends. Both sources are named.
    """
    filled = [computed(row, observations, catalogue[row["indicator"]]) for row in rows_of(observations)]
    return typed(pd.DataFrame(filled), DTYPES)


def computed(row: dict[str, Any], observations: pd.DataFrame, indicator: Indicator) -> dict[str, Any]:
    """The row as it is, or filled where it is an unpublished change that can be computed."""
    if not indicator.change_of or row["status"] != "no_data":
        return row
    period = parse_period(str(row["period"]))
    first = figure_in(period.start.year, row, observations, indicator)
    last = figure_in(period.end.year, row, observations, indicator)
    if first is None or last is None:
        return row
    return {
        **row,
        "value": rounded((float(last["value"]) / float(first["value"]) - 1) * 100, indicator.decimals),
        "status": "ok",
        "reason": "",
        "kind": "computed",
        "source": f"{first['source']} {last['source']}",
        "note": NOTE,
    }


def figure_in(
    year: int, row: dict[str, Any], observations: pd.DataFrame, indicator: Indicator
) -> dict[str, Any] | None:
    """The published figure that a change starts or ends with; None if there is none in that year."""
    same = observations[
        observations["indicator"].eq(indicator.change_of)
        & observations["status"].eq("ok")
        & observations["area"].eq(str(row["area"]))
        & observations["gender"].eq(str(row["gender"]))
        & observations["age"].eq(str(row["age"]))
    ]
    return next((each for each in rows_of(same) if parse_period(each["period"]).start.year == year), None)
