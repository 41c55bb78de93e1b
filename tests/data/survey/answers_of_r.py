"""What R's survey package says about a sample, and what our estimators say about the same rows."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data.statistics.design import Design
from data.statistics.design_intervals import korn_graubard_interval, logit_interval, t_interval
from tests.data.survey.single_estimates import (
    Estimate,
    estimate_mean,
    estimate_ratio,
    estimate_share,
    estimate_total,
)

REFERENCE = Path(__file__).parent / "reference"
EXACT = 1e-9
# R's `logit` interval stops at the convergence of its iteration, short of the closed form.
ITERATED = 5e-7
# What R leaves of a variance that is 0.
NOTHING = 1e-12


def expected(name: str) -> pd.DataFrame:
    return pd.read_csv(REFERENCE / name, na_values=[""], keep_default_na=False)


def inside(people: pd.DataFrame, domain: str) -> np.ndarray:
    """`_T`, or `column=value` joined by `&`."""
    held = np.ones(len(people), dtype=bool)
    for part in () if domain == "_T" else domain.split("&"):
        column, value = part.split("=")
        held &= people[column].astype(str).eq(value).to_numpy()
    return held


def hit_of(people: pd.DataFrame, variable: str) -> np.ndarray:
    """1 or 0 for `column==level`, NaN where the answer is missing."""
    column, level = variable.split("==")
    said = people[column]
    wanted = said.eq(float(level)) if pd.api.types.is_numeric_dtype(said) else said.eq(level)
    return wanted.astype(float).where(said.notna()).to_numpy()


def estimated(design: Design, people: pd.DataFrame, stat: str, variable: str, domain: str) -> Estimate:
    held = inside(people, domain)
    if stat == "total":
        return estimate_total(design, people[variable].to_numpy(dtype=float), held)
    if stat == "ratio":
        y, x = (people[column].to_numpy(dtype=float) for column in variable.split("/"))
        return estimate_ratio(design, y, x, held)
    if stat in ("mean", "mean_deff_replace"):
        return estimate_mean(design, people[variable].to_numpy(dtype=float), held)
    return estimate_share(design, hit_of(people, variable), held)


def bounds_of(stat: str, ours: Estimate) -> tuple[float, float] | None:
    """Our bounds by the method of the row; None where the row's method is not ours."""
    p, se, n, df = (np.array([float(each)]) for each in (ours.value, ours.se, ours.n, ours.df))
    if stat in ("mean", "total", "ratio"):
        return ours.low, ours.upp
    if stat == "prop_mean":
        low, upp = t_interval(p, se, df)
    elif stat in ("prop_logit", "prop_xlogit"):
        low, upp = logit_interval(p, se, df)
    elif stat == "prop_beta":
        low, upp = korn_graubard_interval(p, se**2, n, df, capped=False)
    else:
        return None
    return float(low[0]), float(upp[0])


def compare(
    rows: pd.DataFrame, design: Design, people: pd.DataFrame, with_replacement: Collection[str]
) -> Counter[tuple[str, str]]:
    """Asserts that every row is ours; how many rows of each (stat, figure) were compared.

    `with_replacement` are the stats whose DEFF is against simple random sampling with replacement, as ours is.
    """
    compared: Counter[tuple[str, str]] = Counter()
    known: dict[tuple[str, str, str], Estimate] = {}
    for row in rows.itertuples():
        kind = "prop" if str(row.stat).startswith("prop") else str(row.stat)
        key = (kind, str(row.variable), str(row.domain))
        if key not in known:
            known[key] = estimated(design, people, *key)
        figures = agreeing(row, known[key], row.stat in with_replacement)
        compared.update((str(row.stat), figure) for figure in figures)
    return compared


def agreeing(row: Any, ours: Estimate, with_replacement: bool) -> list[str]:
    """Which figures of the row were compared, after asserting that they agree."""
    stat, certain = row.stat, ours.se < NOTHING
    assert (ours.n, ours.df) == (row.n, row.df), row
    assert ours.value == pytest.approx(row.estimate, rel=EXACT), row
    assert ours.se == pytest.approx(row.se, rel=EXACT, abs=NOTHING), row
    figures = ["estimate"]
    bounds = bounds_of(stat, ours)
    edge = stat.startswith("prop") and certain
    if bounds and not edge and not np.isnan(row.ci_lower):
        tolerance = ITERATED if stat == "prop_logit" else EXACT
        assert bounds == pytest.approx((row.ci_lower, row.ci_upper), rel=tolerance), row
        figures.append("interval")
    if with_replacement and not certain and not np.isnan(row.deff):
        assert ours.deff == pytest.approx(row.deff, rel=EXACT), row
        figures.append("deff")
    return figures
