"""Counts of people reached that move between two releases without enough persons behind them, as far as tables tell.

The import holds back what too few persons would move (data.services.batches). Its rule has consequences that everybody
can see: a figure that is shown in both releases stands still or moves by its threshold at least, and what is counted
in a part is counted in the whole. Where two tables cannot be so, one of them did not come from such an import. They can
be so although a single person moved them: that only the import finds, which has the counts.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from data.disclosure.cube import CubeSpec, cells, published, sum_matrix
from data.model.service_counts import COUNTS_KEY
from data.releasing.rehearsal.attack import IMPOSSIBLE, SECONDS
from data.releasing.rehearsal.model import Point
from data.services.cubes import as_published, cubes_of, fewest_shown, shown_values

FARTHEST: Final = 100_000  # persons by whom a cell may have changed


def batch_points(table: pd.DataFrame, before: pd.DataFrame, vulnerable: Sequence[str]) -> Iterator[Point]:
    """A point for each row of the `table` (columns of COUNTS) that has moved since the table `before` although nothing
    that both show allows its threshold of persons behind it."""
    if set(table["kind"]) != set(before["kind"]):
        return
    for cycle in sorted({*table["cycle"]} & {*before["cycle"]}):
        then, now = (each[each["cycle"].eq(cycle)] for each in (before, table))
        for cube in cubes_of(str(cycle)):
            yield from _cube_points(cube, then, now, vulnerable)


def _cube_points(
    cube: CubeSpec, before: pd.DataFrame, table: pd.DataFrame, vulnerable: Sequence[str]
) -> Iterator[Point]:
    chosen = published(cube)
    then, now = (shown_values(cube, each)[chosen] for each in (before, table))
    fewest = fewest_shown(cube, vulnerable)[chosen]
    hidden = np.isnan(now) & (then < fewest)  # by the rules of now: nobody need have come or left
    moved = (np.nan_to_num(then, nan=-1) != np.nan_to_num(now, nan=-1)) & ~hidden
    sums = sum_matrix(cube)[np.flatnonzero(chosen.ravel())]
    rows = as_published(cells(cube, chosen))[list(COUNTS_KEY)].to_numpy()
    wrong = [each for each in np.flatnonzero(moved) if not _may_move(sums, int(each), then, now, fewest)]
    for each in wrong:
        key = " ".join(["service_counts", *rows[each]])
        yield Point("few_changed", key, " -> ".join(_told(side[each]) for side in (then, now)))


def _may_move(sums: sparse.csr_array, cell: int, then: np.ndarray, now: np.ndarray, fewest: np.ndarray) -> bool:
    """Whether so many persons may have come to a cell, or left it, while every figure that stood still lost nobody."""
    still = then == now
    least, most = np.where(still, 0.0, -np.inf), np.where(still, 0.0, np.inf)
    rise = now[cell] - then[cell]
    if not np.isnan(rise) and abs(rise) < fewest[cell]:
        return False
    for sign in (1, -1) if np.isnan(rise) else (np.sign(rise),):
        low, high = least.copy(), most.copy()
        low[cell], high[cell] = (fewest[cell], np.inf) if sign > 0 else (-np.inf, -fewest[cell])
        answer = milp(
            np.zeros(sums.shape[1]),
            integrality=np.ones(sums.shape[1]),
            bounds=Bounds(-FARTHEST, FARTHEST),
            constraints=LinearConstraint(sums, low, high),
            options={"time_limit": SECONDS},
        )
        if answer.status != IMPOSSIBLE:
            return True
    return False


def _told(value: float) -> str:
    return "hidden" if np.isnan(value) else f"{value:g}"
