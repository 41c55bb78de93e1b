"""From true counts to the table that can be published, with the proof that it can be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.disclosure.checker import check
from data.disclosure.proof import Proof
from data.disclosure.protect import protect
from data.model.frames import typed
from data.model.service_counts import COUNTS
from data.services.batches import counted
from data.services.case import Public, case_of
from data.services.cubes import as_cube, as_published, cubes_of, name_of
from data.services.moves import settled
from data.services.records.counting import TrueCounts
from data.services.vintages import NOW, VINTAGE

SECONDS = 120.0  # for one cube; an honest run takes less than one
COLUMNS = {name: COUNTS[name] for name in ("service", "area", "gender", "age", "cycle", "value", "status", "reason")}


@dataclass(frozen=True)
class Protection:
    """`table` has the columns of COLUMNS. PRIVATE: `proofs`, by cube and cycle."""

    table: pd.DataFrame
    proofs: dict[str, Proof]


def protect_counts(true: TrueCounts, public: Public, before: TrueCounts | None = None, seed: bytes = b"") -> Protection:
    """The protected table of all cycles; DisclosureError where there is none that can be proven.

    `before` are the counts behind `public.earlier`, needed where they have changed; a figure then moves only where its
    count did. `seed` is the private one of `data.disclosure.protect`.
    """
    table, proofs = typed(pd.DataFrame(columns=list(COLUMNS)), COLUMNS), {}
    for cycle in true.cells["cycle"].unique():
        for cube in cubes_of(cycle):
            case, counts = case_of(cube, true.vulnerable, public, table), counted(cube, true)
            known, stays = case.facts, None
            if cycle in public.earlier:
                wide = VINTAGE in case.cube.dimensions
                then = counted(cube, before) if wide and before else counts
                stays, moves = settled(cube, public.earlier[cycle], then, counts, true.vulnerable)
                if wide:
                    known, counts = known + moves, np.stack([then, counts])
                    stays = np.stack([np.zeros_like(stays), stays])
            result = protect(
                case.cube, counts, threshold=case.fewest, facts=known, stays=stays, seed=seed, seconds=SECONDS
            )
            fresh = as_published(result.table.drop(columns=VINTAGE, errors="ignore"))
            table = pd.concat([table, typed(fresh, COLUMNS)], ignore_index=True)
            proofs[name_of(cube)] = result.proof
    return Protection(table, proofs)


def proof_problems(
    table: pd.DataFrame, proofs: Mapping[str, Proof], vulnerable: Collection[str], public: Public
) -> list[str]:
    """What is wrong with a published table and its proof, found without the true counts and without a solver."""
    wrong, rows_due = [], 0
    for cycle in table["cycle"].unique():
        for cube in cubes_of(cycle):
            if name_of(cube) not in proofs:
                wrong.append(f"{name_of(cube)}: no proof")
                continue
            case, rows = case_of(cube, vulnerable, public, table), as_cube(table, cube)
            rows_due += len(rows)
            if VINTAGE in case.cube.dimensions:
                rows.insert(0, VINTAGE, NOW)
            found = check(case.cube, rows, proofs[name_of(cube)], threshold=case.fewest, facts=case.facts)
            wrong += [f"{name_of(cube)}: {each}" for each in found]
    return wrong if wrong or rows_due == len(table) else ["the table has rows that no cube publishes"]
