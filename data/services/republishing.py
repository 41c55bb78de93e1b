"""What an import finds published before: rows that stay, and rows that the new ones are proven beside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.disclosure.errors import DisclosureError
from data.disclosure.facts import broken
from data.disclosure.proof import Proof
from data.services.batches import counted, next_counts, waiting
from data.services.case import Public
from data.services.cubes import cubes_of, name_of, told
from data.services.moves import moved_by_few
from data.services.private import Stored
from data.services.protection import Protection, proof_problems, protect_counts
from data.services.records.counting import TrueCounts
from data.services.vintages import SAME, Earlier, relation_of


@dataclass(frozen=True)
class Republished:
    """The protection of all cycles with the counts behind it, by cycle the earlier rows it was proven beside, and how
    many persons wait for a later import. PRIVATE but for the protection's table."""

    protection: Protection
    behind: TrueCounts
    earlier: dict[str, Earlier]
    waiting: dict[str, int]


def republish(
    true: TrueCounts, public: Public, table: pd.DataFrame, stored: Stored | None, seed: bytes = b""
) -> Republished:
    """Protect new counts beside the `table` that stands published (no rows: none does).

    A figure moves only with its threshold of persons behind it (data.services.batches). A cycle whose counts do not
    change keeps its rows, as long as their proof holds beside what is public now. DisclosureError: no proof exists, or
    the published rows no longer hold and the counts behind them are not stored.
    """
    behind = _behind(true, table, stored)
    kept: dict[str, dict[str, Proof]] = {}
    earlier: dict[str, Earlier] = {}
    for cycle, rows in table.groupby("cycle"):
        proofs = _standing_proofs(str(cycle), rows, behind, public, stored)
        if proofs:
            kept[str(cycle)] = proofs
            earlier |= _of_cycle(stored.earlier if stored else {}, str(cycle))
        else:
            earlier[str(cycle)] = _earlier(str(cycle), rows, behind, stored)
    fresh = behind.of([cycle for cycle in true.cells["cycle"].unique() if cycle not in kept])
    made = protect_counts(fresh, replace(public, earlier=earlier), stored.true if stored else None, seed)
    _hold_still(table, made.table, earlier, stored.true if stored else behind, behind)
    rows = pd.concat([table[table["cycle"].isin(list(kept))], made.table], ignore_index=True)
    proofs = {name: proof for own in kept.values() for name, proof in own.items()}
    late = {cycle: waiting(cycle, behind, true) for cycle in table["cycle"].unique()}
    return Republished(Protection(rows, proofs | made.proofs), behind, earlier, late)


def _behind(true: TrueCounts, table: pd.DataFrame, stored: Stored | None) -> TrueCounts:
    """The counts to be published: of a cycle that stands published those of then and a batch of the changes since.

    What services count as those of vulnerable people changes with a batch only: one record alone must not show it.
    """
    known = set(stored.true.cells["cycle"]) if stored else set()
    parts = []
    for cycle in true.cells["cycle"].unique():
        rows = table[table["cycle"].eq(cycle)]
        due = stored is not None and len(rows) and cycle in known
        parts.append(next_counts(cycle, rows, stored.true, true) if due and stored else true.of([cycle]).cells)
    cells = pd.concat(parts, ignore_index=True)
    if stored and cells.equals(stored.true.cells):
        return stored.true
    return TrueCounts(cells, true.vulnerable)


def _hold_still(
    table: pd.DataFrame, made: pd.DataFrame, earlier: Mapping[str, Earlier], then: TrueCounts, now: TrueCounts
) -> None:
    """DisclosureError, with their names, where figures of the fresh rows moved though too few persons came or left."""
    moved = [
        f"cycle {cycle}: {figure}"
        for cycle, each in earlier.items()
        if (made["cycle"].eq(cycle)).any()
        for figure in moved_by_few(each, made[made["cycle"].eq(cycle)], now if each.relation == SAME else then, now)
    ]
    if moved:
        raise DisclosureError("\n".join([
            f"{len(moved)} published figures would move though fewer persons than their threshold came or left",
            *moved, "leave the published table as it is, and import again when more records have come"]))  # fmt: skip


def _standing_proofs(
    cycle: str, rows: pd.DataFrame, behind: TrueCounts, public: Public, stored: Stored | None
) -> dict[str, Proof]:
    """The stored proofs of a cycle whose counts have not changed and whose rows they still prove; else none."""
    if stored is None or set(stored.true.vulnerable) != set(behind.vulnerable):
        return {}
    if not _alike(cycle, behind, stored):
        return {}
    proofs = {name: stored.proofs[name] for name in map(name_of, cubes_of(cycle)) if name in stored.proofs}
    beside = replace(public, earlier=_of_cycle(stored.earlier, cycle))
    return {} if proof_problems(rows, proofs, behind.vulnerable, beside) else proofs


def _earlier(cycle: str, rows: pd.DataFrame, behind: TrueCounts, stored: Stored | None) -> Earlier:
    vulnerable = stored.true.vulnerable if stored else behind.vulnerable
    cubes = cubes_of(cycle)
    if stored is not None and cycle in set(stored.true.cells["cycle"]) and not _alike(cycle, behind, stored):
        # The second cube holds the counts of the first.
        return Earlier(rows, vulnerable, relation_of(counted(cubes[1], stored.true), counted(cubes[1], behind)))
    if any(broken(cube, counted(cube, behind), told(cube, rows, vulnerable)).any() for cube in cubes):
        raise DisclosureError(
            f"the published figures of cycle {cycle} no longer hold, and the private counts behind them are missing"
        )
    return Earlier(rows, vulnerable, SAME)


def _alike(cycle: str, behind: TrueCounts, stored: Stored) -> bool:
    return bool(stored.true.of([cycle]).cells.equals(behind.of([cycle]).cells))


def _of_cycle(earlier: Mapping[str, Earlier], cycle: str) -> dict[str, Earlier]:
    return {cycle: earlier[cycle]} if cycle in earlier else {}
