"""What a table published before still tells once the counts have changed: two vintages in one cube.

An earlier table is never taken back. Where its figures still hold, they are facts about the counts of now. Where they
do not, both vintages stand in one cube, and what is shown now is proven beside what was shown then; where nowhere
anybody was taken away, everybody may know that the earlier persons are some of those of now.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from data.disclosure.cube import ALL, CubeSpec, cells
from data.disclosure.facts import Fact, part_of

EARLIER: Final = "earlier"
NOW: Final = "now"
VINTAGE: Final = "vintage"
SAME: Final = "same"
GROWN: Final = "grown"
CHANGED: Final = "changed"


@dataclass(frozen=True)
class Earlier:
    """A cycle's rows as they stand published, the services that were for vulnerable people then, and how the counts
    of now relate to those behind the rows: SAME (the rows hold), GROWN or CHANGED."""

    table: pd.DataFrame
    vulnerable: tuple[str, ...]
    relation: str


def both_vintages(cube: CubeSpec) -> CubeSpec:
    """The cube twice, once as it was then; only what is now gets rows."""
    return replace(
        cube,
        dimensions={VINTAGE: (EARLIER, NOW), **cube.dimensions},
        apart=cube.apart | {VINTAGE},
        unpublished=cube.unpublished | {(VINTAGE, EARLIER)},
    )


def placed(facts: Sequence[Fact], vintage: str) -> list[Fact]:
    """The same facts about one vintage of the cube."""
    return [
        replace(fact, parts=tuple((times, {**where, VINTAGE: (vintage,)}) for times, where in fact.parts))
        for fact in facts
    ]


def growth(cube: CubeSpec, relation: str) -> list[Fact]:
    """In each finest cell the earlier persons are some of those of now, where they are; `cube` has both vintages."""
    return part_of(cube, VINTAGE, EARLIER, NOW) if relation == GROWN else []


def steps(cube: CubeSpec, net: np.ndarray, fewest: np.ndarray) -> list[Fact]:
    """What is known of some cells once two vintages are compared: nobody more or fewer, or at least the threshold.

    `net` has the lattice's shape: by how much each cell rose (a sign is enough), and NaN for those of which nothing is
    known. `cube` has one vintage; the facts are of both.
    """
    known = ~np.isnan(net)
    facts = []
    for codes, change, least in zip(cells(cube, known).to_numpy(), net[known], fewest[known], strict=True):
        where = {name: (code,) for name, code in zip(cube.dimensions, codes, strict=True) if code != ALL}
        parts = ((1, {**where, VINTAGE: (NOW,)}), (-1, {**where, VINTAGE: (EARLIER,)}))
        low, high = {0: (0, 0), 1: (int(least), None), -1: (None, -int(least))}[int(np.sign(change))]
        facts.append(Fact(parts, low, high))
    return facts


def relation_of(before: np.ndarray, now: np.ndarray) -> str:
    """How counts whose earlier table no longer holds have changed."""
    return GROWN if bool((now >= before).all()) else CHANGED
