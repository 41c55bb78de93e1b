"""What an attacker knows besides the table: earlier releases, figures of others, counts that are parts of others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from data.disclosure.cube import ALL, CubeSpec
from data.disclosure.errors import DisclosureError
from data.disclosure.rules import OK, Threshold, behind, spread

Where = Mapping[str, tuple[str, ...]]  # the categories summed, a dimension; a dimension left out is summed whole


@dataclass(frozen=True)
class Fact:
    """low <= sum of the finest cells, each part with its coefficient <= high; None leaves a side open."""

    parts: tuple[tuple[int, Where], ...]
    low: int | None = None
    high: int | None = None


def known_total(where: Mapping[str, str], value: int, *, rounding: int = 0) -> Fact:
    """A figure that others have published of the same persons: exact, or up to so many from it."""
    place = {name: (category,) for name, category in where.items()}
    return Fact(((1, place),), value - rounding, value + rounding)


def part_of(spec: CubeSpec, dimension: str, smaller: str, larger: str) -> list[Fact]:
    """Counts of one category are some of another's (children of persons), in each finest cell of the rest."""
    others = {name: kinds for name, kinds in spec.dimensions.items() if name != dimension}
    return [
        Fact(
            (
                (1, {**dict(zip(others, ((each,) for each in cell), strict=True)), dimension: (larger,)}),
                (-1, {**dict(zip(others, ((each,) for each in cell), strict=True)), dimension: (smaller,)}),
            ),
            low=0,
        )
        for cell in product(*others.values())
    ]


def facts_of(
    spec: CubeSpec, table: pd.DataFrame, threshold: Threshold, *, at: Mapping[str, str] | None = None
) -> list[Fact]:
    """What an earlier protected table tells: each shown value's rounding interval, from its threshold on.

    `spec` and `threshold` are those of the earlier table; its `all` sums the categories of that time. `at` places the
    table in a wider cube that has further dimensions. A hidden cell tells nothing.
    """
    least = spread(spec, threshold)
    facts = []
    shown = table[table["status"] == OK]
    for *cell, value in shown[[*spec.dimensions, "value"]].itertuples(index=False):
        place = tuple(labels.index(each) for labels, each in zip(spec.labels, cell, strict=True))
        low, high = behind(np.array(value, dtype=np.int64), least[place])
        where = {
            name: kinds if each == ALL else (each,)
            for (name, kinds), each in zip(spec.dimensions.items(), cell, strict=True)
        }
        where |= {name: (each,) for name, each in (at or {}).items()}
        facts.append(Fact(((1, where),), int(low), int(high)))
    return facts


def fact_rows(spec: CubeSpec, facts: Sequence[Fact]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The facts as inequalities: one row of coefficients of the finest cells a fact, its low and its high side."""
    rows = np.zeros((len(facts), int(np.prod(spec.shape))))
    for row, fact in zip(rows, facts, strict=True):
        for coefficient, where in fact.parts:
            row += coefficient * _inside(spec, where).ravel()
    low = np.array([-np.inf if fact.low is None else fact.low for fact in facts], dtype=float)
    high = np.array([np.inf if fact.high is None else fact.high for fact in facts], dtype=float)
    return rows, low, high


def broken(spec: CubeSpec, counts: np.ndarray, facts: Sequence[Fact]) -> np.ndarray:
    """True for each fact that the counts of a cube do not meet; of several cubes (first axis) a row for each."""
    rows, low, high = fact_rows(spec, facts)
    several = np.asarray(counts).reshape(-1, int(np.prod(spec.shape)))
    sums = np.asarray(rows @ several.T).T
    unmet = (sums < low) | (sums > high)
    return np.asarray(unmet[0] if np.ndim(counts) == len(spec.shape) else unmet)


def _inside(spec: CubeSpec, where: Where) -> np.ndarray:
    """True for the finest cells that are summed."""
    unknown = set(where) - set(spec.dimensions)
    unknown |= {each for name, kinds in where.items() for each in _unknown(spec.dimensions.get(name, kinds), kinds)}
    if unknown:
        raise DisclosureError(f"a fact names what is not in the cube: {', '.join(sorted(unknown))}")
    chosen = np.ones((), dtype=bool)
    for name, kinds in spec.dimensions.items():
        chosen = np.logical_and.outer(chosen, np.isin(kinds, where.get(name, kinds)))
    return chosen


def _unknown(known: Iterable[str], named: Iterable[str]) -> set[str]:
    return set(named) - set(known)
