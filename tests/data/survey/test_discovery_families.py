"""Corrected p values, family by family."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from data.statistics.contrasts import q_values

P = st.floats(0, 1) | st.just(float("nan"))
TESTS = st.lists(st.tuples(P, st.sampled_from(["w1 area", "w1 gender", "period", "roma"])), max_size=40)


def test_a_family_by_hand() -> None:
    # The second is carried by the third: 4 x .03 / 3 = .04 is less than 4 x .025 / 2 = .05.
    assert q_values([0.01, 0.025, 0.03, 0.5], ["a"] * 4).tolist() == pytest.approx([0.04, 0.04, 0.04, 0.5])


@given(TESTS)
def test_each_family_is_corrected_on_its_own(tests: list[tuple[float, str]]) -> None:
    p, families = np.array([each[0] for each in tests]), np.array([each[1] for each in tests], dtype=str)
    found = q_values(p, families)
    for family in set(families.tolist()):
        tested = (families == family) & ~np.isnan(p)
        np.testing.assert_allclose(found[tested], false_discovery_control(p[tested]), rtol=1e-12)
    np.testing.assert_array_equal(np.isnan(found), np.isnan(p))


@given(TESTS, st.randoms(use_true_random=False))
def test_the_order_of_the_tests_changes_nothing(tests: list[tuple[float, str]], random: object) -> None:
    order = sorted(range(len(tests)), key=lambda _: random.random())  # type: ignore[attr-defined]
    p, families = np.array([each[0] for each in tests]), np.array([each[1] for each in tests], dtype=str)
    np.testing.assert_array_equal(q_values(p[order], families[order]), q_values(p, families)[order])


def test_a_missing_p_makes_its_family_smaller() -> None:
    assert q_values([0.02, float("nan"), 0.04], [1, 1, 1]).tolist() == pytest.approx([0.04, np.nan, 0.04], nan_ok=True)


def test_what_comes_in_is_left_as_it_was() -> None:
    p, families = np.array([0.3, 0.01, np.nan]), np.array(["b", "a", "a"])
    q_values(p, families)
    np.testing.assert_array_equal(p, [0.3, 0.01, np.nan])
    assert families.tolist() == ["b", "a", "a"]
