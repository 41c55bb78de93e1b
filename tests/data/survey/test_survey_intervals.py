"""Intervals from a design's standard error, where R has no answer to compare with."""

import numpy as np
import pytest
from scipy.stats import binomtest
from scipy.stats import t as student

from data.statistics.design_intervals import korn_graubard_interval, logit_interval, t_interval, t_quantile
from data.statistics.figures import share_figures


def of(*numbers: float) -> list[np.ndarray]:
    return [np.array([float(number)]) for number in numbers]


def test_korn_graubard_never_takes_more_than_the_sample() -> None:
    exact = binomtest(20, 40).proportion_ci(method="exact")
    surer = of(0.5, 0.25 / 90, 40, 30)
    assert np.ravel(korn_graubard_interval(*surer)) == pytest.approx((exact.low, exact.high))
    low, upp = korn_graubard_interval(*surer, capped=False)
    assert upp[0] - low[0] < exact.high - exact.low
    unvaried = korn_graubard_interval(*of(0.5, 0, 40, 39))
    assert np.ravel(unvaried) == pytest.approx((exact.low, exact.high))


def test_at_the_edges_korn_graubard_has_the_whole_sample_less_what_few_psus_cost() -> None:
    size = 60 * (student.ppf(0.975, 59) / student.ppf(0.975, 9)) ** 2
    assert np.ravel(korn_graubard_interval(*of(0, 0, 60, 9))) == pytest.approx((0, 1 - 0.025 ** (1 / size)))
    assert np.ravel(korn_graubard_interval(*of(1, 0, 60, 9))) == pytest.approx((0.025 ** (1 / size), 1))


def test_without_variance_the_interval_is_the_share_itself() -> None:
    shares = np.linspace(0.001, 0.999, 999)
    for bound in logit_interval(shares, np.zeros(999), np.full(999, 20)):
        assert bound == pytest.approx(shares, rel=1e-12)
    low, upp = logit_interval(shares, np.zeros(999), np.full(999, 20))
    assert (low <= shares).all() and (shares <= upp).all()


def test_without_degrees_of_freedom_there_is_no_interval() -> None:
    for interval, numbers in (
        (logit_interval, of(0.5, 0.1, 0)),
        (t_interval, of(0.5, 0.1, 0)),
        (korn_graubard_interval, of(0.5, 0.01, 9, 0)),
        (korn_graubard_interval, of(0, 0, 9, 0)),
        (korn_graubard_interval, of(1, 0, 9, 0)),
    ):
        assert np.isnan(interval(*numbers)).all()
    assert t_quantile(np.array([0, 10, 1, 10])) == pytest.approx(student.ppf(0.975, [np.nan, 10, 1, 10]), nan_ok=True)


@pytest.mark.parametrize(
    ("hits", "method"),
    [(0, "kg"), (4, "kg"), (5, "logit"), (50, "logit"), (95, "logit"), (96, "kg"), (100, "kg")],
)
def test_few_persons_on_either_side_take_korn_graubard(hits: int, method: str) -> None:
    share = hits / 100
    figures = share_figures(*of(share, share * (1 - share) / 70, 100, hits, 40))
    kg = figures.kg_low[0], figures.kg_upp[0]
    assert figures.method[0] == method
    assert ((figures.low[0], figures.upp[0]) == kg) is (method == "kg")
    if 0 < hits < 100:
        assert figures.n_eff[0] == pytest.approx(70)
        assert figures.deff[0] == pytest.approx(99 / 70)
