"""The plan of a series: which periods in which order, between which ends, and who is drawn how."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pandas as pd

from components.charts.plots.theme import SMALL, Style, rough_width
from data.model.periods import parse_period, sort_key

MOST_LABELLED = 2  # joined groups whose every value can be printed
NARROW_PLOT = 250  # pixels that a 360-pixel screen leaves for the plot: labels must fit there


@dataclass(frozen=True)
class Group:
    """One series: its label, its style, its rows, and how far it is moved sideways (in periods)."""

    label: str
    style: Style
    rows: pd.DataFrame
    shift: float

    def last_shown(self) -> pd.Series:
        """The row of the latest period that has a figure; the latest of all if none has."""
        shown = self.rows[self.rows["value"].notna()]
        ranked = shown if not shown.empty else self.rows
        periods = ranked["period"].tolist()
        return ranked.iloc[max(range(len(periods)), key=lambda place: sort_key(periods[place]))]


@dataclass(frozen=True)
class Plan:
    """Where things go: periods from left to right, ends of the value axis, heights in pixels."""

    periods: tuple[str, ...]
    span: tuple[float, float]
    height: int
    joined: bool
    several: bool
    upright: bool  # values stand upright because side by side they would not fit a narrow screen
    bottom: int = 44

    @property
    def top(self) -> int:
        """Pixels above the plot: the title's line and room for values at the upper end."""
        return 84 if self.upright else 52

    def place(self, period: str) -> int:
        """The place of a period on the x axis."""
        return self._places[period]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {period: index for index, period in enumerate(self.periods)}

    def pixels_per_unit(self) -> float:
        """Height in pixels of one unit of the value axis."""
        return (self.height - self.top - self.bottom) / (self.span[1] - self.span[0])

    def only_last(self, groups: Sequence[Group]) -> bool:
        """Whether values are printed for the last period only: three lines would run through them."""
        return self.joined and len(groups) > MOST_LABELLED

    def end_words(self, groups: Sequence[Group]) -> list[str]:
        """What stands at the right end of each group."""
        if not self.several:
            return []
        last = self.only_last(groups)
        return [f"{group.label} {group.last_shown()['text']}" if last else group.label for group in groups]


def moments(frame: pd.DataFrame) -> list[str]:
    """The frame's periods, oldest first."""
    return sorted(set(frame["period"]), key=sort_key)


def needs_upright(groups: Sequence[Group], periods: Sequence[str], *, joined: bool) -> bool:
    """Whether the printed figures, side by side, would be wider than a narrow screen's plot."""
    if joined and len(groups) > MOST_LABELLED:
        return False
    figures = [text for group in groups for text in group.rows.loc[group.rows["value"].notna(), "text"]]
    widest = max((rough_width(text, SMALL) for text in figures), default=0)
    columns = len(periods) * (1 if joined else len(groups))
    return columns * (widest + 5) > NARROW_PLOT


def breaks_after(periods: Sequence[str], breaks: Sequence[str]) -> list[int]:
    """Places after which a break of the series falls: figures on its two sides are not comparable."""
    starts = [parse_period(text).start for text in breaks]
    middles = [parse_period(period).midpoint for period in periods]
    return [
        index
        for index, (before, after) in enumerate(pairwise(middles))
        if any(before < start <= after for start in starts)
    ]


def value_range(frame: pd.DataFrame, span: tuple[float, float] | None) -> tuple[float, float]:
    """The ends of the value axis: `span`, or 0 to a little over the largest figure or upper bound.

    ValueError: a figure outside `span`; a negative figure without a `span`.
    """
    values = frame["value"].dropna()
    largest = float(frame[["value", "value_upp"]].max().max()) if len(values) else 0.0
    low, high = span or (0.0, 1.08 * max(largest, 0.0))
    outside = values[(values < low) | (values > high)]
    if not outside.empty:
        raise ValueError(f"{outside.iloc[0]} lies outside the scale {(low, high)}")
    return (low, high) if high > low else (low, low + 1.0)
