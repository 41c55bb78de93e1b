"""The codebook of service records: what the file holds, in which column, and what its values stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.model.dimensions import CYCLES
from data.model.periods import Period, parse_period
from data.model.service_counts import AGES, ALL, AREAS, GENDERS, GROUPS, SERVICE_CYCLES

RECORDS: Final = "services"  # the value of `records` by which such a codebook is known
FORMS: Final = ("records", "counts")
AGE_ROLES: Final = ("age", "birth_year", "birth_date")
FLAG_ROLES: Final = ("victim", "child", "roma")
SYNTHETIC: Final = "synthetic"
ROLES: Final = {
    "records": ("person", "service", "county", "gender", "date"),
    "counts": ("county", "gender", "age", "service", "cycle", "count"),
}
OPTIONAL_ROLES: Final = {"records": (*AGE_ROLES, *FLAG_ROLES, SYNTHETIC), "counts": (SYNTHETIC,)}
# Role -> the codes that its values may stand for. Ready counts also tell the different persons over all services.
CODES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "records": {"service": GROUPS, "county": AREAS, "gender": GENDERS},
    "counts": {"service": (*GROUPS, ALL), "county": AREAS, "gender": GENDERS, "age": AGES, "cycle": SERVICE_CYCLES},
}
FACT_KEY: Final = ("indicator", "area", "gender", "age", "period")  # what names a row of the facts
RELATIONS: Final = ("equal", "at_most", "at_least")


@dataclass(frozen=True)
class Known:
    """A figure that is public already and bears on one cell: the cell's count is equal to it, or a bound.

    `cell` has service, area, gender, age and cycle (`all` for a total); `fact` names the row of the facts by
    indicator, area, gender, age and period.
    """

    cell: Mapping[str, str]
    relation: str
    fact: Mapping[str, str]


@dataclass(frozen=True)
class RecordsCodebook:
    """`roles` names each role's column, `codes` says per coded role what each raw value stands for.

    `vulnerable` are the service groups that are for victims or Roma: fewer than 10 of them are never shown.
    """

    file: str
    form: str
    period: Period
    source: str
    synthetic: bool
    vulnerable: tuple[str, ...]
    roles: dict[str, str]
    codes: dict[str, dict[str, str]]
    known: tuple[Known, ...]

    @property
    def cycles(self) -> tuple[str, ...]:
        """The programme cycles that the records' period reaches into."""
        return tuple(cycle for cycle in SERVICE_CYCLES if self._reaches(cycle))

    def covers(self, cycle: str) -> bool:
        """Whether the period holds the whole cycle, as far as the cycle's end is known."""
        start, end = CYCLES[cycle].start, CYCLES[cycle].end
        begun, ended = start is None or self.period.start <= start, end is None or end <= self.period.end
        return cycle in self.cycles and begun and ended

    def _reaches(self, cycle: str) -> bool:
        start, end = CYCLES[cycle].start, CYCLES[cycle].end
        return (start is None or start <= self.period.end) and (end is None or self.period.start <= end)


NOTHING: Final = RecordsCodebook("", "", parse_period("2020"), "", False, (), {}, {}, ())
