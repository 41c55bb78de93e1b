"""What may be shown of a count: from how many persons on, and rounded to what."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from data.disclosure.cube import CubeSpec

BASE: Final = 5
FEWEST: Final = 5
FEWEST_VULNERABLE: Final = 10  # victims, children, Roma

OK: Final = "ok"
SUPPRESSED: Final = "suppressed"
TOO_FEW: Final = "too_few_people"

Threshold = int | np.ndarray


def thresholds(
    spec: CubeSpec, fewest: int = FEWEST, stricter: Mapping[tuple[str, str], int] | None = None
) -> np.ndarray:
    """For every lattice cell the least count that may be shown: `fewest`, or more where a category asks for it.

    `stricter` names (dimension, category): least count. A sum over the categories keeps its own, lower one.
    """
    least = np.full(spec.lattice_shape, fewest, dtype=np.int64)
    for (name, category), asked in (stricter or {}).items():
        axis = list(spec.dimensions).index(name)
        slab = np.moveaxis(least, axis, 0)[spec.dimensions[name].index(category)]
        np.maximum(slab, asked, out=slab)
    return least


def spread(spec: CubeSpec, threshold: Threshold) -> np.ndarray:
    """The threshold of every lattice cell, from one number or an array of the lattice's shape."""
    return np.broadcast_to(np.asarray(threshold, dtype=np.int64), spec.lattice_shape)


def rounded(counts: np.ndarray) -> np.ndarray:
    """The nearest multiple of 5; a whole number never lies half-way."""
    return (np.asarray(counts) + BASE // 2) // BASE * BASE


def behind(shown: np.ndarray, threshold: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The least and the largest count that can stand behind a shown value."""
    return np.maximum(shown - BASE // 2, threshold), shown + BASE // 2
