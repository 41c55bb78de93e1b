"""The smallest difference between two shares that samples of given size and design effect would find.

The usual sample size formula of two proportions with effective sizes m = n / DEFF, two-sided test, 80 % power:
|p2 - p1| = z(1 - alpha / 2) sqrt(pbar (1 - pbar) (1/m1 + 1/m2)) + z(.8) sqrt(p1 (1 - p1)/m1 + p2 (1 - p2)/m2),
solved for p2; pbar is the share of both samples pooled in proportion to m.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm

from data.statistics.alpha import ALPHA, POWER

_POWER: Final = float(norm.ppf(POWER))
_HALVINGS: Final = 50


def detectable(
    p1: ArrayLike, n1: ArrayLike, deff1: ArrayLike, n2: ArrayLike, deff2: ArrayLike, alpha: ArrayLike = ALPHA
) -> tuple[np.ndarray, np.ndarray]:
    """The smallest rise and the smallest fall from the share `p1` that would be found, both as positive shares (0-1).

    `n1`, `deff1` are of the sample with the share `p1`, `n2`, `deff2` of the other; `alpha` is the level the test
    must reach. NaN where no share between 0 and 1 is far enough, or where an argument is missing.
    """
    share, first, last, critical = np.broadcast_arrays(
        np.asarray(p1, dtype=float),
        np.asarray(n1, dtype=float) / np.asarray(deff1, dtype=float),
        np.asarray(n2, dtype=float) / np.asarray(deff2, dtype=float),
        norm.isf(np.asarray(alpha, dtype=float) / 2),
    )
    # A fall from p is a rise from 1 - p.
    return _rise(share, first, last, critical), _rise(1 - share, first, last, critical)


def smallest_seen(
    p1: ArrayLike, n1: ArrayLike, deff1: ArrayLike, n2: ArrayLike, deff2: ArrayLike, alpha: ArrayLike = ALPHA
) -> np.ndarray:
    """The difference (share, 0-1) below which nothing would be found reliably, whichever way it goes.

    The larger of rise and fall. Where only one of them can be found at all, that one: a smaller one is then unseen
    in either direction too. NaN where neither can.
    """
    return np.fmax(*detectable(p1, n1, deff1, n2, deff2, alpha))


def _rise(share: np.ndarray, first: np.ndarray, last: np.ndarray, critical: np.ndarray) -> np.ndarray:
    # What lies beyond the formula's right side is convex in p2 and negative at p2 = p1: it has at most one root above.
    low, upp = share.copy(), np.ones_like(share)
    exists = _beyond(share, upp, first, last, critical) >= 0
    for _ in range(_HALVINGS):
        middle = (low + upp) / 2
        found = _beyond(share, middle, first, last, critical) >= 0
        low, upp = np.where(found, low, middle), np.where(found, middle, upp)
    return np.where(exists, upp - share, np.nan)


def _beyond(
    share: np.ndarray, other: np.ndarray, first: np.ndarray, last: np.ndarray, critical: np.ndarray
) -> np.ndarray:
    pooled = (first * share + last * other) / (first + last)
    # Rounding may carry a pooled share past 1 by a hair.
    same = np.sqrt(np.maximum(pooled * (1 - pooled), 0) * (1 / first + 1 / last))
    differ = np.sqrt(share * (1 - share) / first + other * (1 - other) / last)
    return other - share - critical * same - _POWER * differ
