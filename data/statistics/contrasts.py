"""Differences between two estimates of one sample design: between groups of a wave, or between stacked waves.

The linearised PSU totals of the difference are those of the one minus those of the other, so that whatever both share
(a county's PSUs asked both genders, PSUs visited in both waves) enters as their covariance. [Woodruff 1971]
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.stats import false_discovery_control
from scipy.stats import t as student

from data.statistics.alpha import ALPHA
from data.statistics.design import Design

COLUMNS: Final = ("difference", "se", "low", "upp", "df", "statistic", "p")
# Below this a standard error is the rounding of 0: shares are of the order of 1.
_ROUNDING: Final = 1e-12


@dataclass(frozen=True)
class Cells:
    """Linearised ratios of one design, a column per cell (an answer in a domain).

    `value` cells: the ratios R, NaN where nobody answered; `totals` PSUs x cells: sums of w (y - R x) / X;
    `present` PSUs x cells: whether the PSU has a person in the cell's domain.
    """

    value: np.ndarray
    totals: np.ndarray
    present: np.ndarray


def contrast(design: Design, cells: Cells, first: np.ndarray, last: np.ndarray, block: int = 4096) -> pd.DataFrame:
    """The difference last - first of each pair of cell numbers: a row per pair, in their order.

    Columns: difference, se, low, upp (95 %), df (PSUs - strata in either domain), statistic (t), p (two-sided). NaN are
    all but df where an end has no value; low, upp, statistic and p where df < 1; statistic and p where se is 0, because
    such a test would be sure of anything. `block` pairs are worked on at a time, which bounds the memory.
    """
    parts = [_spread(design, cells, *ends) for ends in _blocks(np.asarray(first), np.asarray(last), block)]
    se, df = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    difference = cells.value[last] - cells.value[first]
    freedom = np.where(df > 0, df, np.nan)
    reach = student.ppf(1 - ALPHA / 2, freedom) * se
    statistic = difference / np.where(se > _ROUNDING, se, np.nan)
    p = 2 * student.sf(np.abs(statistic), freedom)
    statistic = np.where(df > 0, statistic, np.nan)
    figures = (difference, se, difference - reach, difference + reach, df, statistic, p)
    return pd.DataFrame(dict(zip(COLUMNS, figures, strict=True)))


def _blocks(first: np.ndarray, last: np.ndarray, block: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    # One empty block for no pairs at all: the frame then has its columns and no rows.
    for start in range(0, max(len(first), 1), block):
        yield first[start : start + block], last[start : start + block]


def _spread(design: Design, cells: Cells, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Standard errors and degrees of freedom of some pairs."""
    variance = design.variance(cells.totals[:, last] - cells.totals[:, first])
    return np.sqrt(variance), design.degrees(cells.present[:, last] | cells.present[:, first])


def q_values(p: ArrayLike, families: ArrayLike) -> np.ndarray:
    """Benjamini-Hochberg q values, each family (tests that bear the same label) on its own.

    A p that is NaN takes no part: its q is NaN and its family is one test smaller. [Benjamini & Hochberg 1995]
    """
    values = np.asarray(p, dtype=float)
    corrected = np.full(values.shape, np.nan)
    (tested,) = np.nonzero(~np.isnan(values))
    if not len(tested):
        return corrected
    _, family, sizes = np.unique(np.asarray(families)[tested], return_inverse=True, return_counts=True)
    by_family = tested[np.argsort(family)]
    size_of_each = np.repeat(sizes, sizes)
    # Families of one size stand under each other and are corrected in one call.
    for size in np.unique(sizes):
        rows = by_family[size_of_each == size].reshape(-1, size)
        corrected[rows] = false_discovery_control(values[rows], axis=1)
    return corrected
