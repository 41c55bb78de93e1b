"""A scale question's shares by group, checked, and how far its two axes reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import pandas as pd

from components.charts.answers.told import Row, shown
from components.charts.plots.theme import records

STEP = 20.0
MOST_TOGETHER = 102.0  # rounded shares may add up to a little more than 100
APART = 0.05  # of the width: between the bars and the neutral answer's own axis

Shares = Mapping[str, Row]  # by answer


@dataclass(frozen=True)
class Scale:
    """A scale's answers from lowest to highest, and the reach of its axes in points: left, right, the neutral's own."""

    negative: tuple[str, ...]
    neutral: str | None
    positive: tuple[str, ...]
    left: float
    right: float
    apart: float

    @property
    def answers(self) -> tuple[str, ...]:
        """All answers from lowest to highest."""
        return (*self.negative, *self.middle, *self.positive)

    @property
    def middle(self) -> tuple[str, ...]:
        """The neutral answer, if there is one."""
        return (self.neutral,) if self.neutral else ()

    @property
    def end(self) -> float:
        """Where the bars' axis ends, as a part of the width: a point is as wide on both axes."""
        points = self.left + self.right
        return (1 - APART) * points / (points + self.apart) if self.neutral else 1.0


def shares_by_group(frame: pd.DataFrame, answers: Sequence[str]) -> dict[str, Shares]:
    """Group to its shares by answer. ValueError: a group without just these answers, or with more than 102 points."""
    groups: dict[str, Shares] = {
        str(code): {row["answer"]: row for row in records(rows)} for code, rows in frame.groupby("row", sort=False)
    }
    for code, shares in groups.items():
        together = sum(row["value"] for row in shares.values() if shown(row))
        if set(shares) != set(answers) or together > MOST_TOGETHER:
            raise ValueError(f"{code} has the answers {', '.join(shares)} with {together:.1f} points together")
    return groups


def whole(groups: Mapping[str, Shares]) -> dict[str, Shares]:
    """The groups all of whose shares are shown: only they have a bar."""
    return {code: shares for code, shares in groups.items() if all(shown(row) for row in shares.values())}


def scale_of(
    groups: Mapping[str, Shares],
    negative: tuple[str, ...],
    neutral: str | None,
    positive: tuple[str, ...],
    ends: tuple[float, float] | None,
) -> Scale:
    """The scale with axes of `ends`, or of the next multiples of 20 that hold every bar; ValueError for one that
    reaches beyond `ends`."""
    reach = [_longest(groups, answers) for answers in (negative, positive, (neutral,) if neutral else ())]
    if ends and (ends[0] < reach[0] or ends[1] < reach[1]):
        raise ValueError(f"bars of {reach[0]:.1f} and {reach[1]:.1f} points reach beyond {ends}")
    left, right, apart = (max(STEP, STEP * ceil(points / STEP)) for points in reach)
    return Scale(negative, neutral, positive, *(ends or (left, right)), apart)


def _longest(groups: Mapping[str, Shares], answers: Sequence[str]) -> float:
    together = [sum(shares[code]["value"] for code in answers) for shares in whole(groups).values()]
    return max(together, default=0.0)
