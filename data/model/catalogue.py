"""The indicator: what a figure measures, as data."""

from dataclasses import dataclass, field
from typing import Any, Final

from data.model.dimensions import COUNTRY, FOUR_COUNTIES
from data.model.periods import parse_period

THEMES = (
    "education",
    "family",
    "livelihood",
    "development",
    "migration",
    "population",
    "violence",
    "identification",
    "services",
    "programme",
)
SURVEY: Final = "survey"  # the theme of what the survey measures; its questions are no catalogue blocks
UNITS = (
    "percent",
    "percent_change",
    "per_1000",
    "persons",
    "years",
    "index_1",
    "index_100",
    "lek",
    "lek_month",
    "births_per_woman",
    "ratio",
    "families",
    "cases",
    "offences",
    "schools",
    "municipalities",
    "teams",
    "sessions",
    "regions",
    "centres",
    "committees",
    "units",
    "persons_per_household",
    "mean_score",
)
COUNTS = (
    "persons",
    "families",
    "cases",
    "offences",
    "schools",
    "municipalities",
    "centres",
    "committees",
    "units",
    "teams",
    "sessions",
    "regions",
)
DIRECTIONS = ("better", "worse", "neutral")
LEVELS = ("county", "country", "programme")
INTERVALS = ("assumed_deff", "none")
LINEARISED: Final = "linearised"  # the interval of a survey estimate, from its microdata
COMPARABILITIES = ("comparable", "with_care", "not_comparable")


@dataclass(frozen=True)
class Indicator:
    """One block of the catalogue; the last four fields are filled when a release is built."""

    code: str
    theme: str
    unit: str
    decimals: int
    higher_is: str
    level: str
    interval: str
    sensitive_count: bool
    outcomes: tuple[int, ...]
    notes: tuple[str, ...]
    breaks: tuple[str, ...]
    comparability: str
    scale: tuple[float, ...] = ()
    allow_outside: bool = False
    change_of: str = ""
    sources: tuple[str, ...] = field(default=(), kw_only=True)
    periods: tuple[str, ...] = field(default=(), kw_only=True)
    genders: tuple[str, ...] = field(default=(), kw_only=True)
    ages: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def is_count(self) -> bool:
        """Whether the figure is itself a number of things counted, so that it has no base."""
        return self.unit in COUNTS

    @property
    def whole(self) -> str:
        """The area that counties are set beside: the country, or the four counties that the survey covers."""
        return FOUR_COUNTIES if self.theme == SURVEY else COUNTRY

    @classmethod
    def from_block(cls, code: str, block: dict[str, object]) -> "Indicator":
        """The indicator a checked block describes; lists become tuples."""
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in block.items()
        }
        return cls(code=code, **values)


def comparability(indicator: Indicator, earlier: str, later: str) -> str:
    """The catalogue's word for the indicator; `not_comparable` where a break lies between the periods."""
    first, second = parse_period(earlier).midpoint, parse_period(later).midpoint
    broken = any(first < parse_period(each).start <= second for each in indicator.breaks)
    return "not_comparable" if broken else indicator.comparability


def comparable(indicator: Indicator, earlier: str, later: str) -> bool:
    """Whether a difference between the two periods may be shown at all."""
    return comparability(indicator, earlier, later) != "not_comparable"
