"""Which figures may move between two tables, and which did without enough persons behind them."""

from collections.abc import Collection, Iterator

import numpy as np
import pandas as pd

from data.disclosure.cube import CubeSpec, lattice, published
from data.disclosure.facts import Fact
from data.services.batches import counted
from data.services.cubes import as_cube, cubes_of, fewest_shown, shown_values
from data.services.records.counting import TrueCounts
from data.services.vintages import Earlier, steps


def settled(
    cube: CubeSpec, earlier: Earlier, then: np.ndarray, now: np.ndarray, vulnerable: Collection[str]
) -> tuple[np.ndarray, list[Fact]]:
    """How cells have to look beside an earlier table, and what an attacker may be told of those that move.

    The first has the lattice's shape: 1 for a cell that stays shown as it is, as nobody came to it or left it; -1 for
    one that stays hidden, as too few did; 0 for one that may move. Attackers are granted the direction of each move.
    """
    fewest = np.maximum(fewest_shown(cube, earlier.vulnerable), fewest_shown(cube, vulnerable))
    net = lattice(cube, now) - lattice(cube, then)
    shown = ~np.isnan(shown_values(cube, earlier.table))
    stays = np.where(shown, (net == 0).astype(np.int64), np.where(np.abs(net) < fewest, -1, 0)) * published(cube)
    may_show = published(cube) & (shown | (stays == 0))
    return stays, steps(cube, np.where(may_show, net, np.nan), fewest)


def moved_by_few(earlier: Earlier, rows: pd.DataFrame, then: TrueCounts, now: TrueCounts) -> Iterator[str]:
    """Each figure of one cycle that differs between an earlier table and new rows although fewer persons than its
    threshold came or left, as `service area gender age`. A figure that the rules of now hide may go."""
    for cube in cubes_of(str(rows["cycle"].iloc[0])):
        before, after = as_cube(earlier.table, cube), as_cube(rows, cube)
        chosen = published(cube)
        net = np.abs(lattice(cube, counted(cube, now)) - lattice(cube, counted(cube, then)))[chosen]
        fewest = np.maximum(fewest_shown(cube, earlier.vulnerable), fewest_shown(cube, now.vulnerable))[chosen]
        then_shown, shown = (each["value"].to_numpy(dtype=float, na_value=np.nan) for each in (before, after))
        differ = np.nan_to_num(then_shown) != np.nan_to_num(shown)
        ruled = np.isnan(shown) & (then_shown < fewest_shown(cube, now.vulnerable)[chosen])
        for row in after[differ & (net < fewest) & ~ruled].to_dict("records"):
            yield " ".join(str(row[name]) for name in cube.dimensions if name != "cycle")
