"""People reached by services: the protected table of counts, and the table that holds them against the population."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from data.model.dimensions import FOCUS
from data.model.frames import typed

GROUPS: Final = ("outreach", "support", "reintegration", "education")
AGES: Final = ("0-17", "18-24", "25+")
GENDERS: Final = ("f", "m")
CYCLES: Final = ("1", "2")
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

# Column -> dtype. Need and coverage are percentages, missing where no need is known; `base` is the population's period.
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
