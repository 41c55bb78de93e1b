"""Who is counted in the next table: behind each shown figure nobody more or fewer, or as many as its threshold.

A figure that moves when one person comes tells whoever knows of that person the exact count. So what is counted changes
in batches: of the changes since the published table the largest part is taken over with which every cell that is shown
counts as many persons as before, or differs by its threshold at least. The rest waits for a later import. A hidden cell
may change by fewer, as long as it stays hidden.
"""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from data.disclosure.cube import CubeSpec, cells, count_cube, published, sum_matrix
from data.disclosure.errors import DisclosureError
from data.disclosure.facts import fact_rows
from data.model.service_counts import ALL
from data.services.cubes import PERSONS, cubes_of, fewest_shown, links, shown_values
from data.services.records.counting import TRUE_COUNTS, TrueCounts

SECONDS: Final = 60.0
GAP: Final = 0.01  # a batch may be so much smaller than the largest there is
WEIGHT: Final = 10.0  # a person more in the table is worth ten of a single service
SOLVED: Final = 0


def counted(cube: CubeSpec, true: TrueCounts) -> np.ndarray:
    """The true counts of a cube's finest cells."""
    own = true.cells[true.cells["cycle"].isin(cube.dimensions["cycle"])]
    if "service" in cube.dimensions:
        return count_cube(cube, own.assign(service=own["service"].replace({ALL: PERSONS})))
    return count_cube(cube, own[own["service"].eq(ALL)])


def next_counts(cycle: str, table: pd.DataFrame, before: TrueCounts, now: TrueCounts) -> pd.DataFrame:
    """The cells (columns of TRUE_COUNTS) of a cycle to be published next: those `before`, which stand behind the
    published `table`, with the largest batch of the changes up to `now`. DisclosureError: none found in the time."""
    _, cube = cubes_of(cycle)
    then = counted(cube, before)
    change = counted(cube, now) - then
    if change.any():
        change = _largest(cube, then, change, *_shown(cube, table, {*before.vulnerable, *now.vulnerable}))
    every = cells(cube, np.pad(np.ones(cube.shape, dtype=bool), [(0, len(each) - size) for each, size in
                  zip(cube.labels, cube.shape, strict=True)]))  # fmt: skip
    told = every.assign(service=every["service"].replace({PERSONS: ALL}), count=(then + change).ravel())
    own = now.cells[now.cells["cycle"].eq(cycle)]
    return own.drop(columns="count").merge(told, on=[name for name in TRUE_COUNTS if name != "count"], how="left")


def waiting(cycle: str, behind: TrueCounts, now: TrueCounts) -> int:
    """How many persons have come to or left the finest cells of a cycle and are not in the counts behind its table."""
    persons, _ = cubes_of(cycle)
    late = counted(persons, now) - counted(persons, behind)
    return int(max(late[late > 0].sum(), -late[late < 0].sum()))


def _largest(
    cube: CubeSpec, then: np.ndarray, change: np.ndarray, sums: sparse.csr_array, fewest: np.ndarray
) -> np.ndarray:
    """The part of a change that is taken over. Each shown cell has two choices: so many more, or so many fewer."""
    flat, size, several = change.ravel(), change.size, len(fewest)
    rise, fall = sums @ np.maximum(flat, 0), sums @ np.maximum(-flat, 0)
    least, most = sparse.diags_array(fewest), sparse.diags_array
    choices = sparse.csr_array((several, size))
    tied, low, high = fact_rows(cube, links(cube))
    known = tied @ then.ravel()
    weight = np.where(np.arange(cube.shape[0]) == cube.dimensions["service"].index(PERSONS), WEIGHT, 1.0)
    worth = np.sign(flat) * np.repeat(weight, size // len(weight))
    one = sparse.eye_array(several)
    answer = milp(
        -np.concatenate([worth, np.zeros(2 * several)]),
        integrality=np.ones(size + 2 * several),
        bounds=Bounds(
            np.append(np.minimum(flat, 0), np.zeros(2 * several)), np.append(np.maximum(flat, 0), np.ones(2 * several))
        ),
        constraints=[
            LinearConstraint(sparse.csr_array(sparse.hstack([sums, -least, most(fall)])), 0, np.inf),
            LinearConstraint(sparse.csr_array(sparse.hstack([sums, -most(rise), least])), -np.inf, 0),
            LinearConstraint(sparse.csr_array(sparse.hstack([choices, one, one])), 0, 1),
            LinearConstraint(
                sparse.csr_array(sparse.hstack([tied, sparse.csr_array((len(tied), 2 * several))])),
                low - known,
                high - known,
            ),
        ],
        options={"mip_rel_gap": GAP, "time_limit": SECONDS},
    )
    if answer.status != SOLVED:
        raise DisclosureError("no batch of changes was found in the time: nothing may be published")
    return np.rint(answer.x[:size]).astype(np.int64).reshape(cube.shape)


def _shown(cube: CubeSpec, table: pd.DataFrame, vulnerable: Collection[str]) -> tuple[sparse.csr_array, np.ndarray]:
    """The cells that a table of a cycle shows as sums over its second cube's finest cells, and their thresholds."""
    persons, _ = cubes_of(cube.dimensions["cycle"][0])
    kept = [np.flatnonzero(published(each) & ~np.isnan(shown_values(each, table))) for each in (persons, cube)]
    beside = sparse.csr_array((len(kept[0]), int(np.prod(cube.shape)) - int(np.prod(persons.shape))))
    sums = sparse.vstack([sparse.hstack([beside, sum_matrix(persons)[kept[0]]]), sum_matrix(cube)[kept[1]]])
    fewest = [fewest_shown(each, vulnerable).ravel()[own] for each, own in zip((persons, cube), kept, strict=True)]
    return sparse.csr_array(sums), np.concatenate(fewest).astype(float)
