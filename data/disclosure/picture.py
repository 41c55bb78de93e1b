"""What every witness has to look like: the counts' lattice, what it shows, and what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse

from data.disclosure.cube import CubeSpec, lattice, published, sum_matrix
from data.disclosure.facts import Fact, fact_rows
from data.disclosure.rules import Threshold, behind, rounded, spread

DEARER: Final = 3.0  # hiding a cell costs so many times more for each dimension it is summed over
WHIM: Final = 2.0  # ... and at random as much as for so many dimensions
NEEDLESS: Final = 1 / 16  # how likely a cell is hidden without need, so that a hidden cell need not have one


@dataclass(frozen=True)
class Picture:
    """A cube's lattice as flat arrays, one place a lattice cell: true sums, thresholds, intervals, costs."""

    counts: np.ndarray  # finest cells
    sums: sparse.csr_array  # lattice cell x finest cell
    truth: np.ndarray
    least: np.ndarray
    low: np.ndarray  # what a witness may hold where the cell is shown
    high: np.ndarray
    cost: np.ndarray
    published: np.ndarray
    protected: np.ndarray
    known: tuple[np.ndarray, np.ndarray, np.ndarray]  # the facts: rows over finest cells, low, high
    stays: np.ndarray  # 1 for a cell that stays shown, -1 for one that stays hidden, whatever that costs

    @property
    def veiled(self) -> np.ndarray:
        """Published cells that are hidden whatever else is: fewer than the threshold, none with them, or told so."""
        return self.published & ((self.truth < self.least) | (self.stays < 0))

    def looks(self, sums: np.ndarray) -> np.ndarray:
        """What a table would show of these lattice sums: rounded, and 0 for everything too few."""
        return np.where(sums >= self.least, rounded(sums), 0)


def picture(
    spec: CubeSpec,
    counts: np.ndarray,
    threshold: Threshold,
    facts: Sequence[Fact],
    stays: np.ndarray | None,
    seed: bytes,
) -> Picture:
    """The picture of true counts. Protected: every lattice cell from 1 to the threshold, and every published 0.

    Dearest to hide are the totals: a cell costs more with each dimension it is summed over. A `seed` draws how much,
    and hides cells without need.
    """
    truth = lattice(spec, counts).ravel()
    least = spread(spec, threshold).ravel()
    low, high = behind(rounded(truth), least)
    shown = published(spec).ravel()
    return Picture(
        counts=np.asarray(counts, dtype=np.int64).ravel(),
        sums=sum_matrix(spec),
        truth=truth,
        least=least,
        low=low,
        high=high,
        cost=DEARER ** (_summed(spec).ravel() + _drawn(len(truth), seed)),
        published=shown,
        protected=(truth < least) & ((truth > 0) | shown),
        known=fact_rows(spec, facts),
        stays=_drawn_stays(np.zeros(len(truth), dtype=np.int64) if stays is None else stays.ravel(), shown, seed),
    )


def _drawn(several: int, seed: bytes) -> np.ndarray:
    """So many numbers from 0 on that nobody can repeat who does not have the seed; all 0 without one."""
    if not seed:
        return np.zeros(several)
    return np.random.default_rng(list(seed)).uniform(0, WHIM, several)


def _drawn_stays(stays: np.ndarray, shown: np.ndarray, seed: bytes) -> np.ndarray:
    """The looks that are settled, with those that the seed settles: hidden without need, but never the whole total."""
    if not seed:
        return stays
    needless = shown & (stays == 0) & (np.random.default_rng([1, *seed]).random(len(stays)) < NEEDLESS)
    needless[np.flatnonzero(shown)[-1:]] = False
    return np.where(needless, -1, stays)


def _summed(spec: CubeSpec) -> np.ndarray:
    """Over how many dimensions each lattice cell is summed."""
    totals = [np.arange(len(labels)) == (-1 if name in spec.apart else len(labels) - 1)
              for name, labels in zip(spec.dimensions, spec.labels, strict=True)]  # fmt: skip
    return np.asarray(sum(np.ix_(*(total.astype(float) for total in totals))))
