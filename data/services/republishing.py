"""What an import finds published before: rows that stay, and rows that the new ones are proven beside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.disclosure.errors import DisclosureError
from data.disclosure.facts import broken
from data.disclosure.proof import Proof
from data.ingest.records.counting import TrueCounts
from data.services.cubes import cubes_of, name_of, told
from data.services.private import Stored
from data.services.protection import Protection, Public, counted, proof_problems, protect_counts
from data.services.vintages import SAME, Earlier, relation_of


@dataclass(frozen=True)
class Republished:
    """The protection of all cycles, and by cycle the earlier rows it was proven beside."""

    protection: Protection
    earlier: dict[str, Earlier]


def republish(true: TrueCounts, public: Public, table: pd.DataFrame, stored: Stored | None) -> Republished:
    """Protect new counts beside the `table` that stands published (no rows: none does).

    A cycle whose true counts are the same as at the last import keeps its rows, as long as their proof holds beside
    what is public now. DisclosureError: no proof exists, or the published rows no longer hold and the counts behind
    them are not stored.
    """
    kept: dict[str, dict[str, Proof]] = {}
    earlier: dict[str, Earlier] = {}
    for cycle, rows in table.groupby("cycle"):
        proofs = _standing_proofs(str(cycle), rows, true, public, stored)
        if proofs:
            kept[str(cycle)] = proofs
            earlier |= _of_cycle(stored.earlier if stored else {}, str(cycle))
        else:
            earlier[str(cycle)] = _earlier(str(cycle), rows, true, stored)
    fresh = true.of([cycle for cycle in true.cells["cycle"].unique() if cycle not in kept])
    made = protect_counts(fresh, replace(public, earlier=earlier), stored.true if stored else None)
    rows = pd.concat([table[table["cycle"].isin(list(kept))], made.table], ignore_index=True)
    proofs = {name: proof for own in kept.values() for name, proof in own.items()}
    return Republished(Protection(rows, proofs | made.proofs), earlier)


def _standing_proofs(
    cycle: str, rows: pd.DataFrame, true: TrueCounts, public: Public, stored: Stored | None
) -> dict[str, Proof]:
    """The stored proofs of a cycle whose counts have not changed and whose rows they still prove; else none."""
    if stored is None or set(stored.true.vulnerable) != set(true.vulnerable):
        return {}
    if not stored.true.of([cycle]).cells.equals(true.of([cycle]).cells):
        return {}
    proofs = {name: stored.proofs[name] for name in map(name_of, cubes_of(cycle)) if name in stored.proofs}
    beside = replace(public, earlier=_of_cycle(stored.earlier, cycle))
    return {} if proof_problems(rows, proofs, true.vulnerable, beside) else proofs


def _earlier(cycle: str, rows: pd.DataFrame, true: TrueCounts, stored: Stored | None) -> Earlier:
    vulnerable = stored.true.vulnerable if stored else true.vulnerable
    cubes = cubes_of(cycle)
    if not any(broken(cube, counted(cube, true), told(cube, rows, vulnerable)).any() for cube in cubes):
        return Earlier(rows, vulnerable, SAME)
    if stored is None or cycle not in set(stored.true.cells["cycle"]):
        raise DisclosureError(
            f"the published figures of cycle {cycle} no longer hold, and the private counts behind them are missing"
        )
    # The second cube holds the counts of the first.
    return Earlier(rows, vulnerable, relation_of(counted(cubes[1], stored.true), counted(cubes[1], true)))


def _of_cycle(earlier: Mapping[str, Earlier], cycle: str) -> dict[str, Earlier]:
    return {cycle: earlier[cycle]} if cycle in earlier else {}
