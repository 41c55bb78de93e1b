"""False discoveries: p values corrected for all tests that are shown together."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import false_discovery_control


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
