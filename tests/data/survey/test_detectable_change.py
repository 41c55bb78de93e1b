"""The smallest change that a sample would find."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from data.statistics.detectable import detectable, smallest_seen

NONE = float("nan")
# n a wave; from 10 % up, down; from 30 % up, down; from 50 % up; from 80 % up, down. DEFF 1.5.
TABLE = [
    (1537, 4.0, 3.4, 5.8, 5.5, 6.2, 4.7, 5.2),
    (768, 5.9, 4.7, 8.3, 7.7, 8.7, 6.5, 7.4),
    (385, 8.6, 6.2, 11.8, 10.6, 12.2, 8.9, 10.7),
    (192, 12.9, 8.2, 17.0, 14.6, 17.2, 12.1, 15.6),
    (150, 15.0, 9.0, 19.3, 16.3, 19.3, 13.4, 17.9),
    (48, 29.7, NONE, 34.3, 25.9, 32.5, NONE, 33.1),
]
SHARES = st.floats(0.01, 0.99)
SIZES = st.floats(25, 5000)
EFFECTS = st.floats(0.8, 4)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"n{row[0]}")
def test_the_published_table(row: tuple[float, ...]) -> None:
    n, *wanted = row
    up, down = detectable([0.1, 0.3, 0.5, 0.8], n, 1.5, n, 1.5)
    found = [up[0], down[0], up[1], down[1], up[2], up[3], down[3]]
    np.testing.assert_array_equal(np.round(np.array(found) * 100, 1), wanted)


@pytest.mark.parametrize(("effect", "points"), [(1.0, 10.0), (2.0, 14.1)])
def test_a_county_under_other_design_effects(effect: float, points: float) -> None:
    assert round(float(smallest_seen(0.5, 385, effect, 385, effect)) * 100, 1) == points


@given(SHARES, SIZES, EFFECTS, SIZES, EFFECTS)
def test_the_power_at_the_change_found_is_80_per_cent(
    share: float, n1: float, deff1: float, n2: float, deff2: float
) -> None:
    m1, m2 = n1 / deff1, n2 / deff2
    for step, way in zip(detectable(share, n1, deff1, n2, deff2), (1, -1), strict=True):
        if np.isnan(step):
            continue
        other = share + way * float(step)
        assert 0 <= other <= 1
        pooled = (share * m1 + other * m2) / (m1 + m2)
        critical = norm.ppf(0.975) * (pooled * (1 - pooled) * (1 / m1 + 1 / m2)) ** 0.5
        error = (share * (1 - share) / m1 + other * (1 - other) / m2) ** 0.5
        assert norm.sf((critical - float(step)) / error) == pytest.approx(0.8, abs=1e-6)


@given(SHARES, SIZES, EFFECTS, SIZES, EFFECTS)
def test_where_none_is_found_even_the_farthest_share_is_too_near(
    share: float, n1: float, deff1: float, n2: float, deff2: float
) -> None:
    m1, m2 = n1 / deff1, n2 / deff2
    for step, end in zip(detectable(share, n1, deff1, n2, deff2), (1.0, 0.0), strict=True):
        pooled = (share * m1 + end * m2) / (m1 + m2)
        needed = norm.ppf(0.975) * (pooled * (1 - pooled) * (1 / m1 + 1 / m2)) ** 0.5
        needed += norm.ppf(0.8) * (share * (1 - share) / m1) ** 0.5
        assert np.isnan(step) == (abs(end - share) < needed)


@given(SHARES, SIZES, EFFECTS, SIZES, EFFECTS)
def test_a_rise_is_the_fall_of_the_complement(share: float, n1: float, deff1: float, n2: float, deff2: float) -> None:
    up, down = detectable(share, n1, deff1, n2, deff2)
    opposite = detectable(1 - share, n1, deff1, n2, deff2)
    np.testing.assert_allclose([down, up], opposite, rtol=1e-9)


@given(SHARES, SIZES, st.floats(1.1, 10))
def test_larger_samples_see_smaller_changes(share: float, n: float, factor: float) -> None:
    small, large = detectable(share, n, 1.5, n, 1.5), detectable(share, n * factor, 1.5, n * factor, 1.5)
    for before, after in zip(small, large, strict=True):
        assert np.isnan(before) or after < before


def test_the_filter_panel_names_the_larger_of_rise_and_fall() -> None:
    assert round(float(smallest_seen(0.1, 385, 1.5, 385, 1.5)) * 100, 1) == 8.6
    assert round(float(smallest_seen(0.8, 385, 1.5, 385, 1.5)) * 100, 1) == 10.7


def test_where_only_one_way_can_be_found_that_one_is_named() -> None:
    assert round(float(smallest_seen(0.1, 48, 1.5, 48, 1.5)) * 100, 1) == 29.7
    assert round(float(smallest_seen(0.8, 48, 1.5, 48, 1.5)) * 100, 1) == 33.1


def test_without_a_figure_or_any_way_there_is_none() -> None:
    sizes = [3, 400, 400]
    found = smallest_seen([0.5, NONE, 0.5], sizes, [1.5, 1.5, NONE], sizes, 1.5)
    assert np.isnan(found).all()


def test_what_comes_in_is_left_as_it_was() -> None:
    shares, sizes = np.array([0.2, 0.6]), np.array([300.0, 500.0])
    detectable(shares, sizes, 1.5, sizes, 1.5)
    assert (shares.tolist(), sizes.tolist()) == ([0.2, 0.6], [300.0, 500.0])
