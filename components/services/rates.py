"""People reached per 10,000 inhabitants, in the words that map, ruler and table print."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from components import store
from components.services.words import too_few
from data import FOCUS
from data.model.frames import rows_of
from data.model.service_counts import ALL
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


def rate_bases(t: Text, frame: pd.DataFrame) -> list[str]:
    """Of which census the inhabitants are that the people reached are held against."""
    return [t("services.rate_base", period=t.period(base)) for base in frame["base"].unique() if base]


def rate_sentence(t: Text, frame: pd.DataFrame, cycle: str) -> str:
    """The rates of a cycle in one sentence: `Për 10 000 banorë, cikli 2: Tiranë 5,3; …`."""
    return t("services.rate_parts", cycle=cycle, figures="; ".join(frame["name"] + " " + frame["text"]))


def with_rates(t: Text, people: pd.DataFrame) -> pd.DataFrame:
    """Counts of people reached by county with two more columns: `per_10000` as a number and `per_10000_text`."""
    coverage = store.release().services.coverage
    rates = coverage.loc[coverage["service"].eq(ALL), ["area", "cycle", "per_10000"]]
    told = people.merge(rates, on=["area", "cycle"], how="left", validate="one_to_one")
    texts = [figure(t, row, "per_10000", 1) for row in rows_of(told)]
    return told.assign(per_10000_text=texts)
