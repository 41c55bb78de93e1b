import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.special import logit
from scipy.stats import binomtest, norm, t

from data.statistics.intervals import korn_graubard_interval, logit_interval

SHARES = st.floats(0.001, 0.999)
BASES = st.integers(25, 5000)


@pytest.mark.parametrize(
    ("p", "n", "low", "upp"),
    [
        # the published first-wave shares at DEFF 1.5, one decimal
        (0.47, 1537, 44.0, 50.1),
        (0.22, 1537, 19.6, 24.6),
        (0.10, 1537, 8.3, 12.0),
        # girls of 15-17 at school in Dibër
        (0.7372, 66, 58.9, 84.6),
    ],
)
def test_logit_interval_at_the_assumed_design_effect(p: float, n: int, low: float, upp: float) -> None:
    assert [round(100 * bound, 1) for bound in logit_interval(p, n)] == [low, upp]


# R 4.2.2, survey 4.1-1, svyciprop on a synthetic survey: share, standard error, design df, n, bounds
XLOGIT = [
    (0.726131065185, 0.0164334490199, 86, 1540, (0.692281087380, 0.757561459294)),
    (0.0115853893250, 0.00282384778553, 86, 1540, (0.00712793472554, 0.0187775957986)),
    (0.685872257246, 0.0390118962368, 22, 385, (0.599978273851, 0.760679554638)),
]
BETA = [
    (0.726131065185, 0.0164334490199, 86, 1540, (0.691904424223, 0.758484533982)),
    (0.0115853893250, 0.00282384778553, 86, 1540, (0.00666204875390, 0.0186921182880)),
    (0.685872257246, 0.0390118962368, 22, 385, (0.597636506289, 0.765224930319)),
]
Bounds = tuple[float, float]


@pytest.mark.parametrize(("p", "se", "df", "_n", "bounds"), XLOGIT)
def test_logit_interval_is_that_of_r_once_its_t_quantile_is_taken_out(
    p: float, se: float, df: int, _n: int, bounds: Bounds
) -> None:
    ours = [logit(bound) - logit(p) for bound in logit_interval(p, p * (1 - p) / se**2, deff=1.0)]
    theirs = [(logit(bound) - logit(p)) * norm.ppf(0.975) / t.ppf(0.975, df) for bound in bounds]
    assert ours == pytest.approx(theirs, rel=1e-8)


@pytest.mark.parametrize(("p", "se", "df", "n", "bounds"), BETA)
def test_korn_graubard_is_that_of_r_at_its_effective_sample(
    p: float, se: float, df: int, n: int, bounds: Bounds
) -> None:
    effective = p * (1 - p) / se**2 * (t.ppf(0.975, n - 1) / t.ppf(0.975, df)) ** 2
    assert korn_graubard_interval(p, effective, deff=1.0) == pytest.approx(bounds, rel=1e-9)


@pytest.mark.parametrize(("hits", "n"), [(0, 40), (1, 40), (13, 40), (39, 40), (40, 40)])
def test_korn_graubard_is_clopper_pearson_without_a_design(hits: int, n: int) -> None:
    exact = binomtest(hits, n).proportion_ci(method="exact")
    assert korn_graubard_interval(hits / n, n, deff=1.0) == pytest.approx((exact.low, exact.high), rel=1e-9)


def test_at_the_ends_the_rule_for_no_event_holds() -> None:
    # closed form: 1 - (alpha / 2) ** (1 / n_e), n_e = 60 / 1.5
    assert logit_interval(0.0, 60) == pytest.approx((0.0, 1 - 0.025 ** (1 / 40)))
    assert logit_interval(1.0, 60) == pytest.approx((0.025 ** (1 / 40), 1.0))


@given(p=st.one_of(SHARES, st.sampled_from([0.0, 1.0])), n=BASES, deff=st.floats(1, 3))
def test_the_share_lies_inside_its_interval(p: float, n: int, deff: float) -> None:
    for interval in (logit_interval, korn_graubard_interval):
        low, upp = interval(p, n, deff)
        assert 0 <= low <= p <= upp <= 1


@given(p=SHARES, n=BASES, more=st.integers(2, 1000))
def test_a_larger_base_gives_a_narrower_interval(p: float, n: int, more: int) -> None:
    for interval in (logit_interval, korn_graubard_interval):
        low, upp = interval(p, n)
        closer_low, closer_upp = interval(p, n + more)
        assert closer_upp - closer_low < upp - low


@given(p=SHARES, n=BASES)
def test_the_interval_of_the_complement_is_the_mirror(p: float, n: int) -> None:
    assume(p != 1 - p)
    low, upp = logit_interval(p, n)
    assert logit_interval(1 - p, n) == pytest.approx((1 - upp, 1 - low))
