"""Counts made safe to publish: the table, and the proof that it gives nobody away."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.disclosure.checker import check
from data.disclosure.complement import Search
from data.disclosure.cube import CubeSpec, cells, published
from data.disclosure.errors import DisclosureError
from data.disclosure.facts import Fact, broken
from data.disclosure.picture import Picture, picture
from data.disclosure.proof import Proof
from data.disclosure.rules import FEWEST, OK, SUPPRESSED, TOO_FEW, Threshold, rounded


@dataclass(frozen=True)
class Protected:
    """`table` may be published; `proof` is private.

    Columns of the table: one a dimension (`all` for its total), value (Int64, rounded to 5, NA where hidden), status
    (ok, suppressed), reason (one for every hidden cell, whatever it is hidden for). One row a published cell.
    """

    table: pd.DataFrame
    proof: Proof


def protect(
    spec: CubeSpec,
    counts: np.ndarray,
    *,
    threshold: Threshold = FEWEST,
    facts: Sequence[Fact] = (),
    stays: np.ndarray | None = None,
    seed: bytes = b"",
    seconds: float = 120.0,
) -> Protected:
    """Hide what is too few, then what would give it away; never anything unproven.

    `counts` are the true finest cells, `facts` what an attacker knows besides, `stays` the lattice cells whose look is
    settled (1 shown, unless too few; -1 hidden). Among several solutions a private `seed` chooses: without one whoever
    has the counts can repeat the choice. Same input, same table and witnesses.
    DisclosureError: the facts do not fit the counts, or no proof exists, or none was found in `seconds`.
    """
    _fits(spec, counts, facts)
    drawn = picture(spec, counts, threshold, facts, stays, seed)
    search = Search(drawn, seconds)
    search.run()
    table = _table(spec, drawn, search.hidden)
    proof = Proof(
        np.array(search.needed()).reshape(-1, *spec.shape), drawn.protected.reshape(spec.lattice_shape).copy()
    )
    if problems := check(spec, table, proof, threshold=threshold, facts=facts, counts=counts):
        raise DisclosureError("\n".join(["the proof does not hold: nothing may be published", *problems]))
    return Protected(table, proof)


def _fits(spec: CubeSpec, counts: np.ndarray, facts: Sequence[Fact]) -> None:
    if np.shape(counts) != spec.shape:
        raise DisclosureError(f"the counts have the shape {np.shape(counts)}, the cube {spec.shape}")
    if not np.issubdtype(np.asarray(counts).dtype, np.integer) or np.any(np.asarray(counts) < 0):
        raise DisclosureError("counts are whole numbers from 0")
    if wrong := int(broken(spec, counts, facts).sum()):
        raise DisclosureError(
            f"{wrong} of {len(facts)} facts (earlier releases, others' figures) contradict the counts"
        )


def _table(spec: CubeSpec, drawn: Picture, hidden: np.ndarray) -> pd.DataFrame:
    chosen = published(spec)
    veiled = hidden[chosen.ravel()]
    values = pd.array(rounded(drawn.truth[chosen.ravel()]), dtype="Int64")
    values[veiled] = pd.NA
    return cells(spec, chosen).assign(
        value=values, status=np.where(veiled, SUPPRESSED, OK), reason=np.where(veiled, TOO_FEW, "")
    )
