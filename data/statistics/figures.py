"""From an estimate and its variance to everything that travels with it: error, interval, design effect."""

from dataclasses import dataclass

import numpy as np

from data.statistics.design_intervals import effective_base, korn_graubard_interval, logit_interval, t_interval

FEW_PERSONS = 5


@dataclass(frozen=True)
class Figures:
    """Arrays of one shape: 95 % bounds by `method` (`logit`, `kg`, `t`, or `none` where there is no interval).

    `kg_low`, `kg_upp` are the Korn-Graubard bounds of a share (NaN of a mean); `n_eff` is n / DEFF, never above n;
    `deff` compares with simple random sampling with replacement (R's `deff="replace"`), NaN where nothing varies.
    """

    se: np.ndarray
    low: np.ndarray
    upp: np.ndarray
    kg_low: np.ndarray
    kg_upp: np.ndarray
    n_eff: np.ndarray
    deff: np.ndarray
    method: np.ndarray


def share_figures(p: np.ndarray, variance: np.ndarray, n: np.ndarray, hits: np.ndarray, df: np.ndarray) -> Figures:
    """Figures of shares 0-1; `hits` are the persons counted in the numerator.

    The interval is the logit's; Korn-Graubard where p is 0 or 1, or fewer than 5 persons stand on either side.
    """
    se = np.sqrt(variance)
    exact = np.minimum(hits, n - hits) < FEW_PERSONS
    logit, kg = logit_interval(p, se, df), korn_graubard_interval(p, variance, n, df)
    low, upp = (np.where(exact, *bounds) for bounds in zip(kg, logit, strict=True))
    method = np.where(np.isnan(low), "none", np.where(exact, "kg", "logit"))
    n_eff = np.minimum(effective_base(p, variance, n), n)
    return Figures(se, low, upp, *kg, _known(n_eff, p), _design_effect(variance, p * (1 - p), n - 1), method)


def mean_figures(mean: np.ndarray, variance: np.ndarray, spread: np.ndarray, n: np.ndarray, df: np.ndarray) -> Figures:
    """Figures of means; `spread` is the weighted mean of the squared deviations of persons from the mean."""
    se = np.sqrt(variance)
    low, upp = t_interval(mean, se, df)
    deff = _design_effect(variance, spread, n - 1)
    n_eff = np.minimum(np.where(deff > 0, n / np.where(deff > 0, deff, 1), n), n)
    none = np.full(np.shape(mean), np.nan)
    method = np.where(np.isnan(low), "none", "t")
    return Figures(se, low, upp, none, none, _known(n_eff, mean), deff, method)


def _design_effect(variance: np.ndarray, spread: np.ndarray, others: np.ndarray) -> np.ndarray:
    possible = (spread > 0) & (others > 0)
    return np.where(possible, variance * others / np.where(possible, spread, 1), np.nan)


def _known(figure: np.ndarray, value: np.ndarray) -> np.ndarray:
    """The figure where there is an estimate at all."""
    return np.where(np.isnan(value), np.nan, figure)
