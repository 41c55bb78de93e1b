"""Weights that meet known totals."""

from collections.abc import Sequence

import numpy as np

_ROUNDS = 200
_NEAR = 1e-9  # relative


def rake(weights: np.ndarray, margins: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """The weights (persons), scaled group by group and margin by margin until every total is met to 1e-9.

    A margin is each person's group (its number) and the totals by group. Raises ValueError where the totals cannot be
    met together, as when a group with a total has nobody. Iterative proportional fitting: Deming and Stephan 1940.
    """
    raked = weights.astype("float64")
    for _ in range(_ROUNDS):
        for groups, totals in margins:
            sums = np.bincount(groups, raked, len(totals))
            if not sums.all():
                raise ValueError("a group with a total has nobody in the sample")
            raked = raked * (totals / sums)[groups]
        if all(np.allclose(np.bincount(groups, raked), totals, rtol=_NEAR) for groups, totals in margins):
            return raked
    raise ValueError("the margins' totals cannot be met together")
