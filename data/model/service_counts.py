"""People reached by services: the protected table of counts, and the table that holds them against the population."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.model.dimensions import FOCUS
from data.model.frames import typed

PEOPLE = "people_reached"
GROUPS: Final = ("outreach", "support", "reintegration", "education")
AGES: Final = ("0-17", "18-24", "25+")
GENDERS: Final = ("f", "m")
SERVICE_CYCLES: Final = ("1", "2")
AREAS: Final = FOCUS
ALL: Final = "all"  # the total's word; of services: different persons, whatever the number of services they had
KINDS: Final = ("computed", "demonstration")
PART_OF_CYCLE: Final = "part_of_cycle"  # note: the records do not cover the whole cycle
NOTES: Final = ("", PART_OF_CYCLE)
# Column -> dtype. One row a published cell, shown (`value`, a multiple of 5) or hidden.
COUNTS: Final[dict[str, str]] = {
    "service": "str",
    "area": "str",
    "gender": "str",
    "age": "str",
    "cycle": "str",
    "value": "Int64",
    "status": "str",
    "reason": "str",
    "kind": "str",
    "source": "str",
    "note": "str",
}
COUNTS_KEY: Final = ("service", "area", "gender", "age", "cycle")
VERDICTS: Final = ("clear", "not_clear", "unknown")  # whether there is a gap
COVERAGE_REASONS: Final = ("", "no_denominator", "too_few_people")  # why a verdict is unknown
# Column -> dtype. Residents aged 10-29, the ages that the programme speaks to: their share (per cent) and its base in
# households, with the period and the source of both; their number with its 95 % interval; and reached per 10,000 of
# them, a ratio and no share, as persons of every age are reached. Missing where no share is known.
YOUNG: Final[dict[str, str]] = {
    "young_share": "float64",
    "young_n": "Int64",
    "young_period": "str",
    "young_source": "str",
    "young": "Int64",
    "young_low": "Int64",
    "young_upp": "Int64",
    "per_10000_young": "float64",
    "per_10000_young_low": "float64",
    "per_10000_young_upp": "float64",
}
# Ratio -> the number of people it is held against; the lower bound of a ratio is held against the upper of the number.
RATES: Final = {
    "per_10000": "population",
    "per_10000_young": "young",
    "per_10000_young_low": "young_upp",
    "per_10000_young_upp": "young_low",
}
# Column -> dtype. Need and coverage are percentages, missing where no need is known; `base` is the population's period.
# `source` is of everything but the young, who have a source of their own.
COVERAGE: Final[dict[str, str]] = {
    "service": "str",
    "area": "str",
    "cycle": "str",
    "reached": "Int64",
    "status": "str",
    "reason": "str",
    "population": "Int64",
    "base": "str",
    "per_10000": "float64",
    **YOUNG,
    "need_year": "str",
    "need": "float64",
    "need_low": "float64",
    "need_upp": "float64",
    "coverage": "float64",
    "coverage_low": "float64",
    "coverage_upp": "float64",
    "verdict": "str",
    "verdict_reason": "str",
    "kind": "str",
    "source": "str",
    "note": "str",
}


@dataclass(frozen=True)
class ServiceTables:
    """People reached: `counts` with the columns of COUNTS, `coverage` with those of COVERAGE.

    `period` is the time that the records cover; '' where there are none.
    """

    counts: pd.DataFrame
    coverage: pd.DataFrame
    period: str

    def without_demonstration(self) -> "ServiceTables":
        """The same tables where they are of real records, else empty ones: the two never stand together."""
        return empty_tables() if self.counts["kind"].eq("demonstration").any() else self


def empty_tables() -> ServiceTables:
    """The tables where nobody has handed in records."""
    counts, coverage = (typed(pd.DataFrame(columns=list(dtypes)), dtypes) for dtypes in (COUNTS, COVERAGE))
    return ServiceTables(counts, coverage, "")
