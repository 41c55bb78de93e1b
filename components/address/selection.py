"""Everything chosen for one card, as one frozen value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from data import CYCLES, Filters, Indicator, Offer, comparable, cycle_of

Compare = Literal["none", "gender", "age", "period"]
VIEWS = ("four", "twelve")
COMPARISONS: tuple[Compare, ...] = ("none", "gender", "period")
SURVEY_COMPARISONS: tuple[Compare, ...] = ("none", "gender", "age", "period")
POPULATIONS = ("all", "roma")
LAYERS = ("value", "sure")
KINDS = ("all", "published")
TAB_CODES = ("map", "chart", "table", "download", "about")
ORDERS = ("programme", "value")
STEPS = ("1", "2", "3", "4", "5", "6")  # the cards of a meeting
DESKS = ("table", "check")
SETS = ("indicators", "survey", "services")
SHAPES = ("long", "wide")
SECTION_CODES = ("prose", "indicators", "sources", "release", "glossary", "licences")


@dataclass(frozen=True)
class Selection:
    """One indicator, its filters, and how it is looked at. `county` is the chosen county or ''.

    A survey question is an indicator too: then `answer` says which of its answers is meant, and `population` of whom.
    """

    indicator: Indicator
    filters: Filters
    cycle: str
    view: str = "four"
    compare: Compare = "none"
    county: str = ""
    answer: str = "all"
    population: str = "all"
    layer: str = LAYERS[0]

    def of_gender(self, gender: str) -> "Selection":
        """The same for one gender."""
        return replace(self, filters=replace(self.filters, gender=gender))

    def at_period(self, period: str) -> "Selection":
        """The same at another reference period, and the cycle that it falls in."""
        return replace(self, filters=replace(self.filters, period=period), cycle=cycle_of(period))


def comparisons_for(offer: Offer, indicator: Indicator, filters: Filters) -> Sequence[Compare]:
    """The comparisons this selection allows."""
    possible: list[Compare] = ["none"]
    if {"f", "m"} <= set(offer.genders) and all(
        filters.period in offer.periods_for(gender, filters.age) for gender in ("f", "m")
    ):
        possible.append("gender")
    if earlier_period(offer, indicator, filters):
        possible.append("period")
    return possible


def earlier_period(offer: Offer, indicator: Indicator, filters: Filters) -> str:
    """The comparable period to set beside the chosen one: the newest of an earlier cycle, else the newest before it."""
    periods = offer.periods_for(filters.gender, filters.age)
    older = periods[periods.index(filters.period) + 1 :] if filters.period in periods else ()
    earlier = [period for period in older if comparable(indicator, period, filters.period)]
    cycles = list(CYCLES)
    before = [p for p in earlier if cycles.index(cycle_of(p)) < cycles.index(cycle_of(filters.period))]
    return next(iter([*before, *earlier]), "")
