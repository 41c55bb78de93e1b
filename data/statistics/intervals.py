"""Intervals of a share whose sampling design was not published.

All functions take a share `p` (0 to 1), the unweighted base `n` and an assumed design effect, and work with
the effective sample n / DEFF. Bounds are shares too.
"""

from typing import Final

from scipy.special import expit, logit
from scipy.stats import beta, norm

ASSUMED_DEFF: Final = 1.5
CONFIDENCE: Final = 0.95


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
    size = n / deff
    hits = p * size
    tail = (1 - CONFIDENCE) / 2
    low = 0.0 if p == 0 else float(beta.ppf(tail, hits, size - hits + 1))
    upp = 1.0 if p == 1 else float(beta.ppf(1 - tail, hits + 1, size - hits))
    return low, upp


def _quantile() -> float:
    return float(norm.ppf((1 + CONFIDENCE) / 2))
