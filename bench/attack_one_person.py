"""What an attacker learns who knows that exactly one person was added to the records between two releases.

    python bench/attack_one_person.py [--tries 20]

Each try draws records by a seed (120, 71, 51 and 12 persons of the first cycle, all invented), publishes them, adds one
person of a drawn county, and publishes again: once as if the table were made anew at every import, once by the import's
own rule of batches. A figure that moves has its exact count fixed: one person carried it over an edge of rounding or
of its threshold. A county is fixed where a figure of that county moves. Fails if the rule leaves any of either.
"""

import argparse
import sys
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1]))

from report import Targets, machine

from data.model.dimensions import FOUR_COUNTIES
from data.model.service_counts import AGES, ALL, COUNTS_KEY, GENDERS, GROUPS
from data.services.case import Public
from data.services.private import Stored
from data.services.protection import protect_counts
from data.services.records.counting import TRUE_COUNTS, TrueCounts
from data.services.republishing import republish

PERSONS = {"AL-11": 120, "AL-10": 71, "AL-09": 51, "AL-07": 12}
SERVICES = GROUPS[:2]
SEED = b"one seed for both tables of a try"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tries", type=int, default=20)
    tries = parser.parse_args().tries
    print(machine())
    learnt = np.zeros((2, 3), dtype=int)  # way x (tries in which a figure moved, figures, counties)
    for seed in range(tries):
        before, now = drawn(seed)
        table = protect_counts(before, Public(), seed=SEED).table
        anew = protect_counts(now, Public(), seed=SEED).table
        batches = republish(now, Public(), table, Stored(before, {}, {}, SEED), SEED).protection.table
        for way, after in enumerate((anew, batches)):
            figures, county = moved(table, after)
            learnt[way] += (figures > 0, figures, county)
    for way, row in zip(("made anew", "in batches"), learnt, strict=True):
        print(f"{way:11} {row[0]} of {tries} tries move {row[1]} figures; the county is fixed in {row[2]}")
    targets = Targets()
    targets.hold("tries in which a figure is fixed", int(learnt[1, 0]), 0)
    targets.hold("tries in which the county is fixed", int(learnt[1, 2]), 0)
    targets.end()


def drawn(seed: int) -> tuple[TrueCounts, TrueCounts]:
    """The counts of the records of a try, and those with one person more."""
    random = np.random.default_rng(seed)
    persons = [area for area, many in PERSONS.items() for _ in range(many)] + [random.choice(list(PERSONS))]
    cells = [(random.choice(SERVICES), area, random.choice(GENDERS), random.choice(AGES[1:])) for area in persons]
    return counts_of(cells[:-1]), counts_of(cells)


def counts_of(cells: list[tuple[str, str, str, str]]) -> TrueCounts:
    """Each person once, of one service and of all."""
    rows = pd.DataFrame([*cells, *((ALL, *rest) for _, *rest in cells)], columns=["service", "area", "gender", "age"])
    many = rows.assign(cycle="1").groupby(list(TRUE_COUNTS[:-1])).size()
    every = pd.MultiIndex.from_tuples(product((*GROUPS, ALL), PERSONS, GENDERS, AGES, ("1",)), names=TRUE_COUNTS[:-1])
    return TrueCounts(many.reindex(every, fill_value=0).astype("int64").rename("count").reset_index(), ())


def moved(before: pd.DataFrame, after: pd.DataFrame) -> tuple[int, bool]:
    """How many figures differ, and whether one of a single county does."""
    both = before.merge(after, on=list(COUNTS_KEY), suffixes=("", "_now"))
    differs = both["value"].fillna(0).ne(both["value_now"].fillna(0))
    return int(differs.sum()), bool((differs & both["area"].ne(FOUR_COUNTIES)).any())


if __name__ == "__main__":
    main()
