"""Who gives which answer: those highest in a latent score, as many as the share of their cell asks for."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np


def take(wanted: np.ndarray, cells: np.ndarray, weights: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Places of the persons with the highest scores of each cell, up to the wanted sum of weights (by cell).

    `cells` numbers each person's cell. What a cell gives too much or too little, the next one makes up for, so that
    the whole sum is met to half a weight of the last cell.
    """
    order = np.lexsort((-scores, cells))
    ends = np.searchsorted(cells[order], np.arange(len(wanted) + 1))
    taken, owed = [], 0.0
    for cell, (start, end) in enumerate(pairwise(ends)):
        inside = order[start:end]
        sums = np.cumsum(weights[inside])
        count = np.searchsorted(sums - weights[inside] / 2, wanted[cell] + owed, side="right")
        owed += wanted[cell] - (sums[count - 1] if count else 0.0)
        taken.append(inside[:count])
    return np.concatenate(taken)


def part(shares: np.ndarray, cells: np.ndarray, weights: np.ndarray, score: Callable[[int], np.ndarray]) -> np.ndarray:
    """Each person's one answer, as its column in `shares` (cells x answers, 1 together).

    The last answer takes its share first, and so on down to the first, which gets all who are left; `score` gives the
    latent score of an answer. One score for all of them makes a scale.
    """
    sizes = np.bincount(cells, weights, len(shares))
    chosen = np.zeros(len(cells), dtype="int64")
    left = np.arange(len(cells))
    for answer in range(shares.shape[1] - 1, 0, -1):
        scores = score(answer)[left]
        taken = take(shares[:, answer] * sizes, cells[left], weights[left], scores)
        chosen[left[taken]] = answer
        left = np.delete(left, taken)
    return chosen


def choose(
    shares: np.ndarray,
    alone: np.ndarray,
    cells: np.ndarray,
    weights: np.ndarray,
    score: Callable[[int], np.ndarray],
) -> np.ndarray:
    """Persons x answers, 1 or 0: everybody chooses at least one; whoever gives an answer that stands `alone`, one.

    First everybody gets one answer in proportion to the shares, then every answer is given to as many more as it
    lacks, highest score first.
    """
    sizes = np.bincount(cells, weights, len(shares))
    open_share = 1 - shares[:, alone].sum(axis=1, keepdims=True)
    first = np.where(alone, shares, shares * open_share / shares[:, ~alone].sum(axis=1, keepdims=True))
    chosen = np.eye(shares.shape[1])[part(first, cells, weights, score)]
    free = ~chosen[:, alone].any(axis=1)
    for answer in np.flatnonzero(~alone):
        has = np.bincount(cells, weights * chosen[:, answer], len(shares))
        others = np.flatnonzero(free & (chosen[:, answer] == 0))
        more = take(shares[:, answer] * sizes - has, cells[others], weights[others], score(int(answer))[others])
        chosen[others[more], answer] = 1
    return chosen
