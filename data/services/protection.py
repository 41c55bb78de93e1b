"""From true counts to the table that can be published, with the proof that it can be."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.disclosure.checker import check
from data.disclosure.cube import CubeSpec, count_cube
from data.disclosure.facts import Fact
from data.disclosure.proof import Proof
from data.disclosure.protect import protect
from data.ingest.records.counting import TrueCounts
from data.ingest.records.form import Known
from data.model.frames import typed
from data.model.service_counts import ALL, COUNTS
from data.services.cubes import PERSONS, as_cube, as_published, cubes_of, fewest_shown, links, name_of, told
from data.services.known import known_facts
from data.services.vintages import EARLIER, NOW, SAME, VINTAGE, Earlier, both_vintages, growth, placed

SECONDS = 120.0  # for one cube; an honest run takes less than one
COLUMNS = {name: COUNTS[name] for name in ("service", "area", "gender", "age", "cycle", "value", "status", "reason")}


@dataclass(frozen=True)
class Public:
    """What is public already: figures of others with their values, and by cycle the table that stands published."""

    known: Sequence[Known] = ()
    values: Sequence[int] = ()
    earlier: Mapping[str, Earlier] = field(default_factory=dict)


@dataclass(frozen=True)
class Protection:
    """`table` has the columns of COLUMNS. PRIVATE: `proofs`, by cube and cycle."""

    table: pd.DataFrame
    proofs: dict[str, Proof]


@dataclass(frozen=True)
class Case:
    """A cube as it is to be proven: with both vintages where an earlier table no longer holds."""

    cube: CubeSpec
    fewest: np.ndarray
    facts: list[Fact]


def protect_counts(true: TrueCounts, public: Public, before: TrueCounts | None = None) -> Protection:
    """The protected table of all cycles; DisclosureError where there is none that can be proven.

    `before` are the counts behind `public.earlier`, needed where a cycle's earlier table no longer holds.
    """
    table, proofs = typed(pd.DataFrame(columns=list(COLUMNS)), COLUMNS), {}
    for cycle in true.cells["cycle"].unique():
        for cube in cubes_of(cycle):
            case = case_of(cube, true.vulnerable, public, table)
            counts = counted(cube, true)
            if VINTAGE in case.cube.dimensions:
                assert before is not None
                counts = np.stack([counted(cube, before), counts])
            result = protect(case.cube, counts, threshold=case.fewest, facts=case.facts, seconds=SECONDS)
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


def case_of(cube: CubeSpec, vulnerable: Collection[str], public: Public, published: pd.DataFrame) -> Case:
    """A cube with everything an attacker knows besides its own rows; of `published` the persons' rows are read."""
    fewest, facts = fewest_shown(cube, vulnerable), known_facts(cube, public.known, public.values)
    linked = links(cube) if "service" in cube.dimensions else []
    if linked:
        facts += linked + told(cube, published[published["service"].eq(ALL)], vulnerable)
    earlier = public.earlier.get(cube.dimensions["cycle"][0])
    if earlier is None:
        return Case(cube, fewest, facts)
    past = told(cube, earlier.table, earlier.vulnerable)
    if earlier.relation == SAME:
        return Case(cube, fewest, facts + past)
    wide = both_vintages(cube)
    facts = placed(facts, NOW) + placed([*linked, *past], EARLIER) + growth(wide, earlier.relation)
    return Case(wide, np.stack([fewest_shown(cube, earlier.vulnerable), fewest]), facts)


def counted(cube: CubeSpec, true: TrueCounts) -> np.ndarray:
    """The true counts of a cube's finest cells."""
    cells = true.cells[true.cells["cycle"].isin(cube.dimensions["cycle"])]
    if "service" in cube.dimensions:
        return count_cube(cube, cells.assign(service=cells["service"].replace({ALL: PERSONS})))
    return count_cube(cube, cells[cells["service"].eq(ALL)])
