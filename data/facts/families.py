"""Which figures are compared with which: the families of pairs that stand together on a screen."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pandas as pd

from data.model.dimensions import COUNTRY, FOCUS
from data.model.frames import rows_of
from data.model.periods import parse_period, sort_key

Figure = dict[str, Any]
Pair = tuple[Figure, Figure]  # (from, to)


def families(figures: pd.DataFrame) -> Iterator[tuple[str, list[Pair]]]:
    """Each dimension with the pairs of one indicator's figures that are shown together."""
    for _, group in figures.groupby(["gender", "age", "period"], sort=True):
        yield "area", list(combinations(_figures(group, sorted(FOCUS)), 2))
    chosen = figures[figures["area"].isin([*FOCUS, COUNTRY])]
    for _, group in chosen.groupby(["age", "period"], sort=True):
        yield "gender", list(_gender_pairs(group))
    for _, group in chosen.groupby(["gender", "age"], sort=True):
        yield from (("period", family) for family in _period_families(group))


def _figures(group: pd.DataFrame, areas: list[str]) -> list[Figure]:
    by_area = {row["area"]: row for row in rows_of(group)}
    return [by_area[area] for area in areas if area in by_area]


def _gender_pairs(group: pd.DataFrame) -> Iterator[Pair]:
    areas = [*FOCUS, COUNTRY]
    women = {figure["area"]: figure for figure in _figures(group[group["gender"] == "f"], areas)}
    for man in _figures(group[group["gender"] == "m"], areas):
        if man["area"] in women:
            yield man, women[man["area"]]


def _period_families(group: pd.DataFrame) -> Iterator[list[Pair]]:
    """One family for each step from a period to the next that does not overlap it."""
    steps: dict[tuple[str, str], list[Pair]] = {}
    for area in (*FOCUS, COUNTRY):
        ordered = sorted(rows_of(group[group["area"] == area]), key=_by_period)
        for earlier, later in pairwise(ordered):
            step = earlier["period"], later["period"]
            if parse_period(step[0]).end < parse_period(step[1]).start:
                steps.setdefault(step, []).append((earlier, later))
    yield from steps.values()


def _by_period(figure: Figure) -> tuple[object, ...]:
    return sort_key(figure["period"])
