"""How many candidate counts survive somebody who runs the public protection program on each of them.

    python bench/attack_worlds.py [--runs 8]

A table of 120 invented persons is published. The attacker takes other whole counts that give exactly what is shown
(an integer programme finds them) and runs the program on each: whichever gives another picture is excluded. Without
a private seed one run decides. With one the attacker tries seeds of their own, and a candidate survives that gives the
published picture under any of them; how often the true counts themselves do says what not giving it is worth.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

sys.path.insert(0, str(Path(__file__).parents[1]))

from report import Targets, machine

from data.disclosure.errors import DisclosureError
from data.disclosure.facts import fact_rows, facts_of
from data.disclosure.protect import protect
from data.disclosure.rules import FEWEST
from data.services.cubes import persons_cube

CUBE = persons_cube("1")
PERSONS, CANDIDATES = 120, 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=8, help="seeds that the attacker tries on each candidate")
    runs = parser.parse_args().runs
    print(machine())
    survive = {"without": 0, "with": 0}
    for draw in (1, 5, 6):
        true = people(draw)
        tried = {"without": (b"", [b""]), "with": (b"private", [bytes([9, each]) for each in range(runs)])}
        for way, (private, own) in tried.items():
            table = protect(CUBE, true, seed=private).table
            candidates = others(table, true, draw)
            alive = sum(any(gives(each, table, seed) for seed in own) for each in candidates)
            again = sum(gives(true, table, seed) for seed in own)
            survive[way] += alive
            print(f"draw {draw}, {way:7} a private seed: {alive} of {len(candidates)} candidates survive; the true "
                  f"counts give the picture in {again} of {len(own)} runs", flush=True)  # fmt: skip
    targets = Targets()
    targets.hold("survivors without a seed for each with one", survive["without"] / max(1, survive["with"]), 0.5)
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


def gives(counts: np.ndarray, table: pd.DataFrame, seed: bytes) -> bool:
    """Whether the program makes this very table of these counts."""
    try:
        return protect(CUBE, counts, seed=seed, seconds=20).table.equals(table)
    except DisclosureError:
        return False


if __name__ == "__main__":
    main()
