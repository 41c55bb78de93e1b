"""Does the proof hold? Sums and comparisons only, no solver: anyone with the private proof can repeat it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.disclosure.cube import CubeSpec, cells, lattice, published
from data.disclosure.facts import Fact, broken
from data.disclosure.proof import Proof
from data.disclosure.rules import BASE, FEWEST, OK, SUPPRESSED, TOO_FEW, Threshold, rounded, spread


def check(
    spec: CubeSpec,
    table: pd.DataFrame,
    proof: Proof,
    *,
    threshold: Threshold = FEWEST,
    facts: Sequence[Fact] = (),
    counts: np.ndarray | None = None,
) -> list[str]:
    """Everything that speaks against publishing the table, in words without a count; empty when it is proven.

    With the true `counts` (while building) also: is every small cell among the protected ones, and is what is shown
    true? Without them the proof's own list of protected cells has to be believed; everything else is checked.
    """
    problems = _form(spec, table) or _malformed(spec, proof)
    if problems:
        return problems
    status = table["status"].to_numpy()
    values = table["value"].to_numpy(dtype=np.int64, na_value=0)
    problems = [*_witnesses(spec, values, status == OK, proof, threshold, facts)]
    if counts is not None:
        problems += _truth(spec, values, status == OK, proof, threshold, facts, counts)
    return problems


def _form(spec: CubeSpec, table: pd.DataFrame) -> list[str]:
    """The table is what it says: each published cell once, shown or hidden, and one mark for all that is hidden."""
    expected = cells(spec, published(spec))
    if list(table.columns) != [*expected.columns, "value", "status", "reason"]:
        return ["the table has other columns than a protected one"]
    if table[list(expected.columns)].astype(object).to_numpy().tolist() != expected.to_numpy().tolist():
        return ["the table's rows are not the published cells, each once and in order"]
    shown, hidden = table["status"].eq(OK), table["status"].eq(SUPPRESSED)
    tests = {
        "a status is neither ok nor suppressed": shown | hidden,
        "a hidden cell has a value, or a shown one has none": table["value"].isna().eq(hidden),
        "hidden cells do not all bear the one mark": table["reason"].eq(TOO_FEW).eq(hidden),
        "a shown cell bears a mark": table["reason"].eq("").eq(shown),
        "a shown value is not rounded": ~shown | table["value"].fillna(0).mod(BASE).eq(0),
    }
    return [problem for problem, good in tests.items() if not good.all()]


def _malformed(spec: CubeSpec, proof: Proof) -> list[str]:
    witnesses, protected = np.asarray(proof.witnesses), np.asarray(proof.protected)
    if witnesses.ndim != 1 + len(spec.shape) or witnesses.shape[1:] != spec.shape or not len(witnesses):
        return ["the witnesses are not cubes of this shape, or there is none"]
    if protected.shape != spec.lattice_shape or protected.dtype != bool:
        return ["the list of protected cells is not one of this cube"]
    if not np.issubdtype(witnesses.dtype, np.number) or np.any(witnesses != np.floor(witnesses)):
        return ["a witness is not whole"]
    return ["a witness is negative"] if np.any(witnesses < 0) else []


def _witnesses(
    spec: CubeSpec, values: np.ndarray, shown: np.ndarray, proof: Proof, threshold: Threshold, facts: Sequence[Fact]
) -> list[str]:
    witnesses = np.asarray(proof.witnesses).astype(np.int64)
    least = spread(spec, threshold)
    sums = lattice(spec, witnesses)
    chosen = published(spec)
    seen, needed = sums[:, chosen], least[chosen]
    looks = np.where(seen >= needed, rounded(seen), 0)
    apart = (sums == 0).any(axis=0) & (sums >= least).any(axis=0)
    tests = {
        "a witness does not give the published picture": (rounded(seen) == values)[:, shown],
        "a shown cell is too small in a witness": (seen >= needed)[:, shown],
        "a witness contradicts a fact": ~broken(spec, witnesses, facts),
        "a protected cell is not both 0 and large enough among the witnesses": apart[np.asarray(proof.protected)],
        "a hidden cell can be worked out": (looks.min(axis=0) < looks.max(axis=0))[~shown],
    }
    return [f"{problem} ({int((~good).sum())} times)" for problem, good in tests.items() if not good.all()]


def _truth(
    spec: CubeSpec,
    values: np.ndarray,
    shown: np.ndarray,
    proof: Proof,
    threshold: Threshold,
    facts: Sequence[Fact],
    counts: np.ndarray,
) -> list[str]:
    sums, least, chosen = lattice(spec, counts), spread(spec, threshold), published(spec)
    small = (sums < least) & ((sums > 0) | chosen)
    tests = {
        "a shown value is not the rounded count": (rounded(sums[chosen]) == values)[shown],
        "a shown cell is too small": (sums >= least)[chosen][shown],
        "a small cell is not among the protected": np.asarray(proof.protected)[small],
        "the counts contradict a fact": ~broken(spec, counts, facts),
    }
    return [f"{problem} ({int((~good).sum())} times)" for problem, good in tests.items() if not good.all()]
