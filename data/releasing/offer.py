"""What an indicator can be asked for: the selections that lead to at least one figure or state."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from data.model.dimensions import COUNTRY, FOCUS, GENDERS, Filters, age_order, cycle_of
from data.model.observations import SHOWN
from data.model.periods import sort_key

Selection = tuple[str, str, str]  # gender, age, period


@dataclass(frozen=True)
class Offer:
    """The selections on offer; for each, how many focus counties have a figure, and if the country has."""

    figures: dict[Selection, tuple[int, bool]]

    @property
    def genders(self) -> tuple[str, ...]:
        """Genders on offer, the total first."""
        return tuple(gender for gender in GENDERS if any(gender == each[0] for each in self.figures))

    @property
    def ages(self) -> tuple[str, ...]:
        """Ages on offer for any gender, the total first."""
        return _ages(each[1] for each in self.figures)

    @property
    def periods(self) -> tuple[str, ...]:
        """Periods on offer for any selection, newest first."""
        return _newest_first(each[2] for each in self.figures)

    @property
    def cycles(self) -> tuple[str, ...]:
        """Cycles that a period on offer falls in."""
        return _cycles(self.periods)

    def genders_for(self) -> tuple[str, ...]:
        """Genders to choose from: the first choice, so all of them."""
        return self.genders

    def ages_for(self, gender: str) -> tuple[str, ...]:
        """Ages on offer for a gender."""
        return _ages(each[1] for each in self.figures if each[0] == gender)

    def cycles_for(self, gender: str, age: str) -> tuple[str, ...]:
        """Cycles on offer for a gender and age."""
        return _cycles(self.periods_for(gender, age))

    def periods_for(self, gender: str, age: str, cycle: str | None = None) -> tuple[str, ...]:
        """Periods on offer for a gender and age (in one cycle, if named), newest first."""
        own = _newest_first(each[2] for each in self.figures if each[:2] == (gender, age))
        return tuple(period for period in own if cycle is None or cycle_of(period) == cycle)

    def default_period(self, gender: str, age: str, cycle: str | None = None) -> str:
        """The newest of the periods in which most focus counties have a figure.

        With none in any county, the newest with a figure for the country; empty where nothing is on offer.
        """
        periods = self.periods_for(gender, age, cycle)
        # max keeps the first of equals, and the periods come newest first
        return max(periods, key=lambda period: self._coverage((gender, age, period)), default="")

    def settle(self, filters: Filters, cycle: str | None = None) -> Filters:
        """The filters with every choice that is not on offer replaced by the first one that is; a cycle that no period
        falls in, by that of the default period."""
        gender = _kept(filters.gender, self.genders)
        age = _kept(filters.age, self.ages_for(gender))
        if cycle and cycle not in self.cycles_for(gender, age):
            cycle = cycle_of(self.default_period(gender, age))
        offered = self.periods_for(gender, age, cycle)
        period = filters.period if filters.period in offered else self.default_period(gender, age, cycle)
        return replace(filters, gender=gender, age=age, period=period)

    def _coverage(self, selection: Selection) -> tuple[int, bool]:
        counties, country = self.figures[selection]
        return counties, counties > 0 or country


def offer_of(rows: pd.DataFrame) -> Offer:
    """The offer of one indicator's observations."""
    figures: dict[Selection, tuple[int, bool]] = {}
    columns = [rows[column] for column in ("gender", "age", "period", "area", "status")]
    for gender, age, period, area, status in zip(*columns, strict=True):
        if status != "no_data":
            counties, country = figures.get((gender, age, period), (0, False))
            shown = status in SHOWN
            figures[gender, age, period] = (
                counties + (shown and area in FOCUS),
                country or (shown and area == COUNTRY),
            )
    return Offer(figures)


def _kept(choice: str, offered: tuple[str, ...]) -> str:
    return choice if choice in offered or not offered else offered[0]


def _ages(ages: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ages), key=age_order))


def _newest_first(periods: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(periods), key=sort_key, reverse=True))


def _cycles(periods: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({cycle_of(period) for period in periods}))
