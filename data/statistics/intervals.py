"""Intervals of a share whose sampling design was not published, and the exact interval that every other rests on.

Shares `p` (0 to 1) come with the unweighted base `n` and an assumed design effect; the effective sample is n / DEFF.
Bounds are shares too.
"""

from typing import Final

import numpy as np
from scipy.special import betaincinv, expit, logit
from scipy.stats import norm

from data.statistics.alpha import ALPHA

ASSUMED_DEFF: Final = 1.5
CAUTIOUS_DEFF: Final = 2.0  # what readers are told of: had the sample been clustered more than assumed
CONFIDENCE: Final = 1 - ALPHA


def logit_interval(p: float, n: float, deff: float = ASSUMED_DEFF) -> tuple[float, float]:
    """Wald interval on the logit scale, normal quantile; Korn-Graubard where p is 0 or 1."""
    if p in (0.0, 1.0):
        return korn_graubard_interval(p, n, deff)
    reach = _quantile() / (n / deff * p * (1 - p)) ** 0.5
    centre = float(logit(p))
    return float(expit(centre - reach)), float(expit(centre + reach))


def korn_graubard_interval(p: float, n: float, deff: float = ASSUMED_DEFF) -> tuple[float, float]:
    """Clopper-Pearson with x = p n_e successes in n_e = n / DEFF (Korn & Graubard 1998, Surv. Methodol. 24).

    Their factor for the design's degrees of freedom is 1: a published percentage tells nothing about them.
    """
    low, upp = clopper_pearson(np.array([p]), np.array([n / deff]))
    return float(low[0]), float(upp[0])


def clopper_pearson(p: np.ndarray, size: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The exact binomial bounds of p x size hits in size trials; neither need be a whole number. NaN stays NaN."""
    hits = p * size
    misses = size - hits
    tail = (1 - CONFIDENCE) / 2
    # The quantile functions of the Beta distribution are not defined where there is no hit, or no miss.
    low = np.where(p == 0, 0.0, betaincinv(np.where(p == 0, 1.0, hits), misses + 1, tail))
    upp = np.where(p == 1, 1.0, betaincinv(hits + 1, np.where(p == 1, 1.0, misses), 1 - tail))
    return np.where(np.isnan(size), np.nan, low), np.where(np.isnan(size), np.nan, upp)


def summed_interval(figures: np.ndarray, low: np.ndarray, upp: np.ndarray) -> tuple[float, float]:
    """The interval of a sum of independent estimates, from theirs (MOVER: Zou & Donner 2008, Stat. Med. 27)."""
    whole = float(figures.sum())
    below, above = (float(np.sqrt(np.square(figures - bound).sum())) for bound in (low, upp))
    return whole - below, whole + above


def _quantile() -> float:
    return float(norm.ppf((1 + CONFIDENCE) / 2))
