"""People reached per 10,000 young people or inhabitants, in the words that map, ruler and table print."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from components import store
from components.address.known import PER
from components.exhibits.services_words import too_few
from data import FOCUS
from data.model.frames import rows_of
from data.model.service_counts import ALL
from i18n import Text


@dataclass(frozen=True)
class Rate:
    """What the map may hold people reached against: columns of COVERAGE, and the fixed breaks of its colours."""

    rate: str
    people: str
    bounds: tuple[str, ...]
    sources: tuple[str, ...]
    breaks: tuple[float, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The numbers that stand in a file. The young are no census figure, so their number stands there too."""
        return (self.people, self.rate, *self.bounds) if self.bounds else (self.rate,)


RATES: Final = dict(
    zip(
        PER,
        (
            Rate(
                "per_10000_young",
                "young",
                ("per_10000_young_low", "per_10000_young_upp"),
                ("source", "young_source"),
                (0.0, 15.0, 30.0, 60.0, 120.0),
            ),
            Rate("per_10000", "population", (), ("source",), (0.0, 5.0, 10.0, 20.0, 40.0)),
        ),
        strict=True,
    )
)
RATE_DECIMALS: Final = 1
WORDED: Final = "{}_text"  # a rate's column in words
IN_FILES: Final = tuple(name for each in RATES.values() for name in (*each.columns, WORDED.format(each.rate)))


def possible_rates(coverage: pd.DataFrame) -> tuple[str, ...]:
    """Those whose people the release knows; a release from before the young knows inhabitants only."""
    return tuple(per for per, each in RATES.items() if coverage[each.people].notna().any()) or PER[-1:]


def rate_in_force(per: str) -> str:
    """The rate asked for where the release has it, else the first that it has."""
    possible = possible_rates(store.release().services.coverage)
    return per if per in possible else possible[0]


def worded_rates(t: Text, rows: pd.DataFrame, per: str) -> pd.DataFrame:
    """The four counties' rows with the words that map, ruler and table print; `source` is of all that is shown."""
    chosen = RATES[per]
    rows = rows[rows["area"].isin(FOCUS)]
    low, upp = chosen.bounds or (None, None)
    rows = rows.assign(
        value=rows[chosen.rate],
        value_low=rows[low] if low else math.nan,  # a census and counts are no sample
        value_upp=rows[upp] if upp else math.nan,
        source=rows[list(chosen.sources)].agg(" ".join, axis=1),
    )
    return pd.DataFrame([{**row, **rate_words(t, row, per)} for row in rows_of(rows)])


def rate_words(t: Text, row: Mapping[str, Any], per: str) -> dict[str, str]:
    """One county's rate in words, with the numbers behind it."""
    people = RATES[per].people
    told = {
        "status": "no_data" if row["status"] == "ok" and pd.isna(row["value"]) else row["status"],
        "name": t.area(row["area"]),
        "text": figure(t, row, "value", RATE_DECIMALS),
        "reached_text": figure(t, row, "reached", 0),
        "people_text": figure(t, {**row, "status": "ok"}, people, 0),
        "people_interval_text": interval(t, row.get(f"{people}_low"), row.get(f"{people}_upp"), 0),
        "base_text": "",
        "interval_text": interval(t, row["value_low"], row["value_upp"], RATE_DECIMALS),
    }
    if told["status"] != "ok":
        return told | {"spoken": t("rate.none", area=told["name"], reason=told["text"])}
    values = {"area": told["name"], "rate": told["text"], "reached": told["reached_text"]}
    return told | {"spoken": t(f"rate.{per}.spoken", **values, interval=told["interval_text"])}


def figure(t: Text, row: Mapping[str, Any], column: str, decimals: int) -> str:
    """The figure in words, or why there is none."""
    if row["status"] == "suppressed":
        return too_few(t)
    return t("state.no_data.mark") if pd.isna(row[column]) else t.number(row[column], decimals)


def interval(t: Text, low: float | None, upp: float | None, decimals: int) -> str:
    """The bounds in words, '' where there are none."""
    return "" if pd.isna(low) or pd.isna(upp) else f"{t.number(low, decimals)}–{t.number(upp, decimals)}"


def rate_rules(t: Text, frame: pd.DataFrame, per: str) -> list[str]:
    """What the people reached are held against, of which census and survey, and how the rate is to be read."""
    told = frame[frame[RATES[per].people].notna()].drop_duplicates(["base", "young_period"])
    times = told[["base", "young_period"]].map(lambda period: period and t.period(period))
    bases = [t(f"rate.{per}.base", census=row["base"], survey=row["young_period"]) for row in rows_of(times)]
    return [*bases, t("rate.ratio"), t("rate.interval")] if bases and RATES[per].bounds else bases


def rate_sentence(t: Text, frame: pd.DataFrame, cycle: str, per: str) -> str:
    """The rates of a cycle in one sentence: `Për 10 000 banorë, cikli 2: Tiranë 5,3; …`."""
    intervals = frame["interval_text"].map(lambda words: f" ({words})" if words else "")
    return t(f"rate.{per}.parts", cycle=cycle, figures="; ".join(frame["name"] + " " + frame["text"] + intervals))


def rate_method(t: Text, per: str) -> str:
    """How the interval was made, or why there is none."""
    return t("rate.method") if RATES[per].bounds else t("method.count.short")


def with_rates(t: Text, people: pd.DataFrame, per: str) -> pd.DataFrame:
    """Counts of people reached by county with the columns of the rate beside them, and the rate in words."""
    chosen, coverage = RATES[per], store.release().services.coverage
    rates = coverage.loc[coverage["service"].eq(ALL), ["area", "cycle", *chosen.columns]]
    told = people.merge(rates, on=["area", "cycle"], how="left", validate="one_to_one")
    texts = [figure(t, row, chosen.rate, RATE_DECIMALS) for row in rows_of(told)]
    return told.assign(**{WORDED.format(chosen.rate): texts})
