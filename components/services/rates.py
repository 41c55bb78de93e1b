"""People reached per 10,000 inhabitants, in the words that map, ruler and table print."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.services.words import too_few
from data import FOCUS
from data.model.frames import rows_of
from i18n import Text

NO_INTERVAL = dict.fromkeys(("value_low", "value_upp"), math.nan)  # counts are no sample


def worded_rates(t: Text, rows: pd.DataFrame) -> pd.DataFrame:
    """The four counties' rows with the words that map, ruler and table print."""
    worded = []
    for row in rows_of(rows[rows["area"].isin(FOCUS)].rename(columns={"per_10000": "value"})):
        told = {
            "status": "no_data" if row["status"] == "ok" and pd.isna(row["value"]) else row["status"],
            "name": t.area(row["area"]),
            "text": figure(t, row, "value", 1),
            "reached_text": figure(t, row, "reached", 0),
            "population_text": figure(t, row | {"status": "ok"}, "population", 0),
        }
        said = t("services.rate_spoken", area=told["name"], rate=told["text"], reached=told["reached_text"])
        worded.append(row | told | dict.fromkeys(("base_text", "interval_text"), "") | {"spoken": said} | NO_INTERVAL)
    return pd.DataFrame(worded)


def figure(t: Text, row: Mapping[str, Any], column: str, decimals: int) -> str:
    """The figure in words, or why there is none."""
    if row["status"] == "suppressed":
        return too_few(t)
    return t("state.no_data.mark") if pd.isna(row[column]) else t.number(row[column], decimals)
