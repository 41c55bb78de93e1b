"""Random small cubes: protected, proven, attacked."""

import numpy as np
from disclosure_cubes import attacker, least_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from data.disclosure.checker import check
from data.disclosure.cube import CubeSpec, at_most, lattice, published
from data.disclosure.protect import protect
from data.disclosure.rules import rounded, thresholds

DIMENSIONS = {"area": ("a", "b"), "gender": ("f", "m"), "age": ("0-17", "18-24", "25+"), "cycle": ("1", "2")}
SHAPE = tuple(map(len, DIMENSIONS.values()))
COUNTS = arrays(np.int64, SHAPE, elements=st.one_of(st.integers(0, 4), st.integers(0, 30)))


@settings(max_examples=9, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(COUNTS, st.integers(1, 3), st.booleans())
def test_what_protects_a_random_cube_withstands_the_attacker(counts: np.ndarray, most: int, children: bool) -> None:
    spec = CubeSpec(DIMENSIONS, at_most(most, ("area", "gender", "age"), "cycle"))
    least = thresholds(spec, 5, {("age", "0-17"): 10} if children else {})
    before = counts.copy()
    result = protect(spec, counts, threshold=least)
    assert np.array_equal(counts, before)
    assert check(spec, result.table, result.proof, threshold=least) == []
    asked, spy = least_of(spec, least), attacker(spec)
    spy.reads(result.table, asked)
    assert spy.wins(counts, asked) == []
    true = lattice(spec, counts)[published(spec)]
    shown = result.table["status"].eq("ok").to_numpy()
    assert not shown[true < least[published(spec)]].any()
    assert (result.table["value"][shown] == rounded(true[shown])).all()


@settings(max_examples=6, deadline=None, derandomize=True)
@given(arrays(np.int64, SHAPE, elements=st.integers(0, 12)))
def test_no_hidden_cell_can_be_worked_out_even_a_large_one(counts: np.ndarray) -> None:
    """For every hidden cell there are whole tables in which it would have been shown differently."""
    spec = CubeSpec(DIMENSIONS, at_most(2, ("area", "gender", "age"), "cycle"))
    result = protect(spec, counts)
    spy = attacker(spec)
    spy.reads(result.table, least_of(spec, 5))
    true = lattice(spec, counts)[published(spec)]
    for row, (cell, hidden) in enumerate(
        zip(result.table[list(DIMENSIONS)].itertuples(index=False), result.table["value"].isna(), strict=True)
    ):
        if hidden and true[row] >= 5:
            shown = int(rounded(true[row]))
            assert spy.possible(tuple(cell), 0, max(shown - 3, 4)) or spy.possible(tuple(cell), shown + 3, np.inf)
        elif hidden:
            assert spy.possible(tuple(cell), 5, np.inf)
