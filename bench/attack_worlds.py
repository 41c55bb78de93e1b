"""How many candidate counts survive somebody who runs the public protection program on each of them.

    python bench/attack_worlds.py

A table of 120 invented persons is published. The attacker takes other whole counts that give exactly what is shown
(an integer programme finds them) and runs the program on each: whichever gives another picture is excluded. Without
a private seed one run decides. With one any cell may be hidden without need, so a candidate survives if the program,
told to hide what is hidden, hides nothing else: some seed may have drawn just that. What it would have had to hide
without need makes it less likely, sixteen times a cell; the median is told.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

sys.path.insert(0, str(Path(__file__).parents[1]))

from report import Targets, machine

from data.disclosure.cube import lattice, published
from data.disclosure.errors import DisclosureError
from data.disclosure.facts import fact_rows, facts_of
from data.disclosure.protect import protect
from data.disclosure.rules import FEWEST
from data.services.cubes import persons_cube

CUBE = persons_cube("1")
PERSONS, CANDIDATES, DRAWS = 120, 15, (1, 3, 5)


def main() -> None:
    print(machine())
    excluded, tried = 0, 0
    for draw in DRAWS:
        true = people(draw)
        for way, seed in (("without", b""), ("with", b"private")):
            table = protect(CUBE, true, seed=seed).table
            candidates = others(table, true, draw)
            alive = [each for each in candidates if gives(each, table, any_seed=bool(seed))]
            hidden, needless = table["status"].eq("suppressed").sum(), [without_need(each, table) for each in alive]
            told = f"; {np.median(needless):g} cells (median) hidden that are large in a survivor" if alive else ""
            print(f"draw {draw}, {way:7} a private seed: {hidden} of {len(table)} cells hidden, "
                  f"{len(alive)} of {len(candidates)} candidates survive{told}", flush=True)  # fmt: skip
            if seed:
                excluded, tried = excluded + len(candidates) - len(alive), tried + len(candidates)
    targets = Targets()
    targets.hold("per cent of candidates excluded for certain, with a seed", 100 * excluded / tried, 10)
    targets.end()


def people(draw: int) -> np.ndarray:
    """Counts of so many persons, unevenly spread."""
    random = np.random.default_rng(draw)
    share = random.gamma(2.0, 1.0, size=CUBE.shape)
    return random.multinomial(PERSONS, (share / share.sum()).ravel()).reshape(CUBE.shape)


def others(table: pd.DataFrame, true: np.ndarray, draw: int) -> list[np.ndarray]:
    """Other counts that agree with every shown figure, found from random directions."""
    random = np.random.default_rng(draw)
    rows, low, high = fact_rows(CUBE, facts_of(CUBE, table, FEWEST))
    found: dict[bytes, np.ndarray] = {}
    for _ in range(CANDIDATES):
        size = rows.shape[1]
        answer = milp(random.normal(size=size), integrality=np.ones(size), bounds=Bounds(0, 40),
                      constraints=LinearConstraint(rows, low, high), options={"time_limit": 5})  # fmt: skip
        if answer.x is not None:
            counts = np.rint(answer.x).astype(np.int64).reshape(CUBE.shape)
            found[counts.tobytes()] = counts
    found.pop(true.astype(np.int64).tobytes(), None)
    return list(found.values())


def gives(counts: np.ndarray, table: pd.DataFrame, *, any_seed: bool) -> bool:
    """Whether the program makes this very table of these counts: without a seed, or under any that might be."""
    stays = np.zeros(CUBE.lattice_shape, dtype=np.int64)
    if any_seed:
        stays[published(CUBE)] = np.where(table["status"].eq("suppressed"), -1, 0)
    try:
        return protect(CUBE, counts, stays=stays, seconds=20).table.equals(table)
    except DisclosureError:
        return False


def without_need(counts: np.ndarray, table: pd.DataFrame) -> int:
    """How many hidden cells are large enough to be shown in these counts."""
    large = lattice(CUBE, counts)[published(CUBE)] >= FEWEST
    return int((large & table["status"].eq("suppressed")).sum())


if __name__ == "__main__":
    main()
