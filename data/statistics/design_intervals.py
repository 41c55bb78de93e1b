"""95 % intervals from a design-based standard error; all arguments arrays of one shape, NaN where none exists."""

import numpy as np
from scipy.special import expit, logit
from scipy.stats import t as student

from data.statistics.intervals import CONFIDENCE, clopper_pearson

Bounds = tuple[np.ndarray, np.ndarray]


def t_interval(value: np.ndarray, se: np.ndarray, df: np.ndarray) -> Bounds:
    """value -+ t_df se; NaN where df < 1."""
    reach = t_quantile(df) * se
    return value - reach, value + reach


def logit_interval(p: np.ndarray, se: np.ndarray, df: np.ndarray) -> Bounds:
    """expit(logit p -+ t_df se / (p (1 - p))), as `xlogit` of R's svyciprop; NaN where p is 0 or 1, or df < 1."""
    inside = np.where((p > 0) & (p < 1), p, np.nan)
    reach = t_quantile(df) * se / (inside * (1 - inside))
    centre = logit(inside)
    # Without variance both bounds are p itself, which the way over the logit may miss by its last digit.
    return np.minimum(expit(centre - reach), inside), np.maximum(expit(centre + reach), inside)


def korn_graubard_interval(
    p: np.ndarray, variance: np.ndarray, n: np.ndarray, df: np.ndarray, *, capped: bool = True
) -> Bounds:
    """Clopper-Pearson at the effective sample n_e (t_{n-1} / t_df)^2 (Korn & Graubard 1998, Surv. Methodol. 24).

    n_e = p (1 - p) / variance; n where p is 0 or 1 or nothing varies between PSUs. `capped` never lets the effective
    sample exceed n, as the NCHS standards have it; R's `beta` does not cap. NaN where df < 1.
    """
    size = effective_base(p, variance, n) * (t_quantile(n - 1) / t_quantile(df)) ** 2
    return clopper_pearson(p, np.minimum(size, n) if capped else size)


def effective_base(p: np.ndarray, variance: np.ndarray, n: np.ndarray) -> np.ndarray:
    """n_e = p (1 - p) / variance, not capped; n where p is 0 or 1 or the variance is 0."""
    spread = p * (1 - p)
    known = (spread > 0) & (variance > 0)
    return np.where(known, spread / np.where(known, variance, 1), n)


def t_quantile(df: np.ndarray) -> np.ndarray:
    """The t distribution's quantile for a two-sided 95 % interval; NaN where df < 1."""
    different, place = np.unique(df, return_inverse=True)
    return student.ppf((1 + CONFIDENCE) / 2, np.where(different >= 1, different, np.nan))[place].reshape(np.shape(df))
