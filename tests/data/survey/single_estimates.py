"""Design-based estimates of one figure in one domain, by Taylor linearisation (Woodruff 1971).

Values come by person in the design's order; a person whose value is NaN leaves the domain, his PSU and stratum stay.
"""

from dataclasses import dataclass

import numpy as np

from data.statistics.design import Design
from data.statistics.design_intervals import t_interval
from data.statistics.figures import Figures, mean_figures, share_figures


@dataclass(frozen=True)
class Estimate:
    """One figure: value, standard error, 95 % bounds and how they were found; NaN where there is none.

    `df` PSUs less strata in the domain; `n` persons; `deff`, `n_eff` and the Korn-Graubard bounds as in `Figures`, NaN
    where they mean nothing (totals, ratios).
    """

    value: float
    se: float
    low: float
    upp: float
    df: int
    n: int
    method: str
    deff: float = float("nan")
    n_eff: float = float("nan")
    kg_low: float = float("nan")
    kg_upp: float = float("nan")


def estimate_share(design: Design, hit: np.ndarray, domain: np.ndarray | None = None) -> Estimate:
    """Share (0-1) of the domain whose `hit` is 1 rather than 0: logit interval, or Korn-Graubard at the edges."""
    inside = _inside(hit, domain)
    value, variance, n, df = _ratio(design, hit, np.ones(len(hit)), inside)
    hits = int(np.sum(hit[inside] == 1))
    if hits in (0, n):
        # Exactly: not what sums of weights divided by each other leave of it.
        value, variance = (float(hits > 0), 0.0) if n else (np.nan, np.nan)
    return _with(value, n, df, share_figures(*_arrays(value, variance, n, hits, df)))


def estimate_mean(design: Design, values: np.ndarray, domain: np.ndarray | None = None) -> Estimate:
    """Mean of the domain, with t interval."""
    inside = _inside(values, domain)
    value, variance, n, df = _ratio(design, values, np.ones(len(values)), inside)
    spread = np.average((values[inside] - value) ** 2, weights=design.weights[inside]) if n else np.nan
    if n and np.ptp(values[inside]) == 0:
        value, variance, spread = float(values[inside][0]), 0.0, 0.0
    return _with(value, n, df, mean_figures(*_arrays(value, variance, spread, n, df)))


def estimate_ratio(design: Design, y: np.ndarray, x: np.ndarray, domain: np.ndarray | None = None) -> Estimate:
    """Total of y over total of x in the domain, with t interval."""
    inside = _inside(y + x, domain)
    return _plain(*_ratio(design, y, x, inside))


def estimate_total(design: Design, y: np.ndarray, domain: np.ndarray | None = None) -> Estimate:
    """Total of y in the domain, with t interval."""
    inside = _inside(y, domain)
    weighted = design.weights * np.where(inside, y, 0)
    return _plain(float(weighted.sum()), _variance(design, weighted), int(inside.sum()), _degrees(design, inside))


def _inside(values: np.ndarray, domain: np.ndarray | None) -> np.ndarray:
    answered = ~np.isnan(values)
    return answered if domain is None else answered & domain


def _ratio(design: Design, y: np.ndarray, x: np.ndarray, inside: np.ndarray) -> tuple[float, float, int, int]:
    """Ratio, variance, persons and degrees of freedom; NaN ratio and variance where x sums to 0."""
    weights = design.weights * inside
    base = float(np.sum(weights[inside] * x[inside]))
    n, df = int(inside.sum()), _degrees(design, inside)
    if base == 0:
        return np.nan, np.nan, n, df
    ratio = float(np.sum(weights[inside] * y[inside])) / base
    return ratio, _variance(design, weights * np.where(inside, y - ratio * x, 0) / base), n, df


def _variance(design: Design, linearised: np.ndarray) -> float:
    return float(design.variance(design.psu_totals(linearised[:, None]))[0])


def _degrees(design: Design, inside: np.ndarray) -> int:
    return int(design.degrees(design.psu_totals(inside[:, None].astype(float)) > 0)[0])


def _plain(value: float, variance: float, n: int, df: int) -> Estimate:
    """An estimate that is neither a share nor a mean."""
    low, upp = t_interval(*_arrays(value, variance**0.5, df))
    method = "none" if np.isnan(low[0]) else "t"
    return Estimate(value, variance**0.5, float(low[0]), float(upp[0]), df, n, method)


def _arrays(*numbers: float) -> list[np.ndarray]:
    return [np.array([float(number)]) for number in numbers]


def _with(value: float, n: int, df: int, figures: Figures) -> Estimate:
    only = {name: float(column[0]) for name, column in vars(figures).items() if name != "method"}
    return Estimate(value=value, df=df, n=n, method=str(figures.method[0]), **only)
