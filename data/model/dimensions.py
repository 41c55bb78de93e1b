"""The closed lists every figure is filed under: areas, genders, programme cycles."""

from dataclasses import dataclass
from datetime import date

from data.model.periods import parse_period

FOCUS = ("AL-11", "AL-10", "AL-09", "AL-07")
COUNTIES = tuple(f"AL-{number:02d}" for number in range(1, 13))
COUNTRY = "AL"
FOUR_COUNTIES = "AL-4C"
PROGRAMME_AREA = "AL-PA"
AREAS = (
    *FOCUS,
    *(code for code in COUNTIES if code not in FOCUS),
    COUNTRY,
    FOUR_COUNTIES,
    PROGRAMME_AREA,
)
# ISO 3166-2 names: only so that an error can say which code was probably meant.
AREA_NAMES = {
    "AL-01": "Berat",
    "AL-02": "Durrës",
    "AL-03": "Elbasan",
    "AL-04": "Fier",
    "AL-05": "Gjirokastër",
    "AL-06": "Korçë",
    "AL-07": "Kukës",
    "AL-08": "Lezhë",
    "AL-09": "Dibër",
    "AL-10": "Shkodër",
    "AL-11": "Tiranë",
    "AL-12": "Vlorë",
    "AL": "Albania",
}
GENDERS = ("all", "f", "m")


@dataclass(frozen=True)
class Filters:
    """One selection of the common dimensions; an empty `period` stands for the selection's default period."""

    gender: str = "all"
    age: str = "all"
    period: str = ""


@dataclass(frozen=True)
class Cycle:
    """A programme cycle: its first and last day; None where it is open."""

    code: str
    start: date | None
    end: date | None


# Cycle 0 is the time before the programme. No source reports by cycle: the mapping is ours.
CYCLES = {
    "0": Cycle("0", None, date(2019, 11, 30)),
    "1": Cycle("1", date(2019, 12, 1), date(2022, 9, 30)),
    "2": Cycle("2", date(2022, 10, 1), None),
}


def cycle_of(period: str) -> str:
    """Code of the cycle that a period's midpoint falls in."""
    midpoint = parse_period(period).midpoint
    return next(code for code, cycle in CYCLES.items() if cycle.end is None or midpoint <= cycle.end)


def area_order(area: str) -> int:
    """Place of an area in the canonical order: the focus counties, the others, the country, the sums."""
    return AREAS.index(area)


def age_order(age: str) -> tuple[int, int, int]:
    """Orders age groups: `all` first, then by lower bound, then by upper."""
    if age == "all":
        return 0, 0, 0
    lower, _, upper = age.removesuffix("+").partition("-")
    return 1, int(lower), int(upper) if upper else 999
