"""A small dense cube of counts: its finest cells, its lattice of totals, and which of them are published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd
from scipy import sparse

from data.disclosure.errors import DisclosureError

ALL: Final = "all"


@dataclass(frozen=True)
class CubeSpec:
    """Names of the dimensions with their categories, and the fixed list of breakdowns that is published.

    A breakdown is the set of the dimensions it tells apart; it is summed over the others. Dimensions `apart` are never
    summed (a measure: persons, of whom children): every breakdown tells them apart. Categories `unpublished`
    (dimension, category) are in the cube because others have published figures of them; they get no row of ours.
    """

    dimensions: Mapping[str, tuple[str, ...]]
    breakdowns: Sequence[frozenset[str]]
    apart: frozenset[str] = field(default_factory=frozenset)
    unpublished: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        named = {name for breakdown in self.breakdowns for name in breakdown} | self.apart
        if unknown := named - set(self.dimensions):
            raise DisclosureError(f"the breakdowns name unknown dimensions: {', '.join(sorted(unknown))}")
        if wrong := self.unpublished - {(name, each) for name, kinds in self.dimensions.items() for each in kinds}:
            raise DisclosureError(f"unpublished names unknown categories: {sorted(wrong)}")
        for name, categories in self.dimensions.items():
            if not categories or ALL in categories or len(set(categories)) < len(categories):
                raise DisclosureError(f"categories of {name}: at least one, each once, none called {ALL!r}")

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(categories) for categories in self.dimensions.values())

    @property
    def labels(self) -> list[tuple[str, ...]]:
        """Labels along each axis of the lattice: the categories, then `all` where the dimension may be summed."""
        return [kinds if name in self.apart else (*kinds, ALL) for name, kinds in self.dimensions.items()]

    @property
    def lattice_shape(self) -> tuple[int, ...]:
        return tuple(map(len, self.labels))


def at_most(most: int, crossed: Sequence[str], along: str) -> list[frozenset[str]]:
    """Every breakdown by at most so many of the crossed dimensions, each along a further one and summed over it."""
    chosen = [frozenset(names) for size in range(most + 1) for names in combinations(crossed, size)]
    return [breakdown | extra for breakdown in chosen for extra in (frozenset({along}), frozenset[str]())]


def count_cube(spec: CubeSpec, rows: pd.DataFrame) -> np.ndarray:
    """Counts of the finest cells (integers, one axis a dimension) of rows that name a category in each dimension.

    A column `count` says how many a row stands for; without it each row is one. The order of the rows means nothing.
    DisclosureError: a row outside the cube's categories, or a count that is not a whole number from 0.
    """
    positions = []
    for name, categories in spec.dimensions.items():
        places = pd.Index(categories).get_indexer(pd.Index(rows[name].astype(object)))
        if (places < 0).any():
            raise DisclosureError(f"{int((places < 0).sum())} rows are outside the cube's categories of {name}")
        positions.append(places)
    many = rows["count"].to_numpy(dtype=float) if "count" in rows else np.ones(len(rows))
    if not np.all((many >= 0) & (many == np.floor(many))):
        raise DisclosureError("counts are whole numbers from 0")
    counts = np.zeros(spec.shape, dtype=np.int64)
    np.add.at(counts, tuple(positions), many.astype(np.int64))
    return counts


def lattice(spec: CubeSpec, counts: np.ndarray) -> np.ndarray:
    """Every cell of the lattice: the counts with their sums along each axis appended, but for dimensions apart.

    Further axes in front (one cube a witness) are kept.
    """
    sums = np.asarray(counts)
    for place, name in enumerate(spec.dimensions):
        axis = sums.ndim - len(spec.dimensions) + place
        if name not in spec.apart:
            sums = np.concatenate([sums, sums.sum(axis=axis, keepdims=True)], axis=axis)
    return sums


def sum_matrix(spec: CubeSpec) -> sparse.csr_array:
    """Zeros and ones: row = a lattice cell, column = a finest cell that it sums (both in C order)."""
    steps = []
    for name, categories in spec.dimensions.items():
        each = sparse.eye_array(len(categories))
        steps.append(each if name in spec.apart else sparse.vstack([each, np.ones((1, len(categories)))]))
    return sparse.csr_array(reduce(sparse.kron, steps))


def published(spec: CubeSpec) -> np.ndarray:
    """True for the cells of the lattice that the breakdowns publish, hidden or shown."""
    told_apart = {breakdown | spec.apart for breakdown in spec.breakdowns}
    chosen = np.zeros(spec.lattice_shape, dtype=bool)
    for breakdown in told_apart:
        chosen[tuple(slice(0, len(kinds)) if name in breakdown else -1 for name, kinds in spec.dimensions.items())] = (
            True
        )
    for name, category in spec.unpublished:
        axis = list(spec.dimensions).index(name)
        np.moveaxis(chosen, axis, 0)[spec.dimensions[name].index(category)] = False
    return chosen


def cells(spec: CubeSpec, chosen: np.ndarray) -> pd.DataFrame:
    """Labels of the chosen lattice cells, one row a cell in the lattice's order, one column a dimension."""
    places = np.nonzero(chosen)
    return pd.DataFrame(
        {
            name: np.array(labels, dtype=object)[place].astype(object)
            for name, labels, place in zip(spec.dimensions, spec.labels, places, strict=True)
        }
    )
