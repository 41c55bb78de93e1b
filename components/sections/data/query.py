"""A query to several measures at once: what it may choose, what is chosen at first, and the rows it finds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from components.address.known import SERVICE_GROUPS
from data import COUNTIES, CYCLES, FOCUS, GENDERS, Release
from data.model.dimensions import AREAS, age_order, area_order
from data.model.periods import sort_key
from data.model.service_counts import PEOPLE

TOTAL = "all"
COLUMNS = {"areas": "area", "genders": "gender", "ages": "age", "cycles": "cycle"}  # choice -> column of an observation


@dataclass(frozen=True)
class Query:
    """What the reader asked for, as codes of the address."""

    of_set: str
    measures: tuple[str, ...]
    areas: tuple[str, ...]
    genders: tuple[str, ...]
    ages: tuple[str, ...]
    cycles: tuple[str, ...]
    shape: str

    @property
    def codes(self) -> dict[str, str]:
        """The query as the address says it."""
        several = {key: ",".join(getattr(self, key)) for key in ("measures", "areas", "genders", "ages", "cycles")}
        return {"set": self.of_set, **several, "shape": self.shape}

    def held_by(self, rows: pd.DataFrame) -> "Query":
        """The query without what no row is about: a measure that is not given for the chosen areas, for example."""
        measure = "answer" if self.of_set == "services" else "indicator"
        kept: dict[str, Any] = {
            key: tuple(code for code in getattr(self, key) if code in set(rows[column]))
            for key, column in {"measures": measure, **COLUMNS}.items()
        }
        return replace(self, **kept)


def options_in(rows: pd.DataFrame) -> dict[str, list[str]]:
    """The areas, genders, ages and cycles that the rows say anything about, each in its order."""
    told = rows[rows["status"].ne("no_data")]
    areas, genders, cycles = (set(told[column]) for column in ("area", "gender", "cycle"))
    return {
        "areas": [code for code in AREAS if code in areas],
        "genders": [code for code in GENDERS if code in genders],
        "ages": sorted(told["age"].unique(), key=age_order),
        "cycles": [code for code in CYCLES if code in cycles],
    }


def first_choices(rows: pd.DataFrame) -> dict[str, list[str]]:
    """What is chosen at first: the four counties and whatever is wider; each measure's total where it has one, else
    all its groups; every cycle."""
    options = options_in(rows)
    counties = [code for code in options["areas"] if code in FOCUS or code not in COUNTIES]
    return {
        "areas": counties or options["areas"],
        "genders": totals(rows, "gender", options["genders"]),
        "ages": totals(rows, "age", options["ages"]),
        "cycles": options["cycles"],
    }


def totals(rows: pd.DataFrame, column: str, options: Sequence[str]) -> list[str]:
    """Of each measure the total, or every group where it has none."""
    told = rows[rows["status"].ne("no_data")].groupby("indicator", sort=False)[column].unique()
    wanted = {code for codes in told for code in ([TOTAL] if TOTAL in codes else codes)}
    return [code for code in options if code in wanted]


def chosen_rows(release: Release, rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    """The rows of the measures that the query keeps, hidden ones included: by measure, answer, group, newest period
    first, area."""
    kept = rows[
        rows["area"].isin(query.areas)
        & rows["gender"].isin(query.genders)
        & rows["age"].isin(query.ages)
        & rows["cycle"].isin(query.cycles)
    ]
    answers = {PEOPLE: SERVICE_GROUPS} | {code: each.answer_codes for code, each in release.survey.questions.items()}
    periods = sorted(kept["period"].unique(), key=sort_key, reverse=True)
    measures = list(rows["indicator"].unique())
    order = pd.DataFrame(
        {
            "measure": kept["indicator"].map(measures.index),
            "answer": [
                answers[code].index(answer) if answer in answers.get(code, ()) else 0
                for code, answer in zip(kept["indicator"], kept["answer"], strict=True)
            ],
            "population": kept["population"].ne(TOTAL),
            "gender": kept["gender"].map(GENDERS.index),
            "age": kept["age"].map(age_order),
            "period": kept["period"].map(periods.index),
            "area": kept["area"].map(area_order),
        },
        index=kept.index,
    )
    places = order.reset_index(drop=True).sort_values(list(order.columns), kind="stable").index
    return kept.iloc[places].reset_index(drop=True)
