"""What must not change a difference, and what must turn it round."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from young_sample import cells_in, design_of, drawn

from data.statistics.contrasts import COLUMNS, Cells, contrast

SEEDS = st.integers(0, 2**32 - 1)
FEW = settings(max_examples=25)  # a rule that bends at all bends in nearly every sample
# Each cell with each: 5 domains x 3 answers.
FIRST, LAST = (ends.ravel() for ends in np.meshgrid(np.arange(15), np.arange(15)))


def differences(sample: pd.DataFrame) -> pd.DataFrame:
    return contrast(*cells_in(sample), FIRST, LAST)


def assert_same(found: pd.DataFrame, wanted: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(found, wanted, check_exact=False, rtol=1e-9, atol=1e-12)


@FEW
@given(SEEDS)
def test_swapped_ends_turn_the_sign_and_keep_p(seed: int) -> None:
    design, cells = cells_in(drawn(seed))
    there, back = contrast(design, cells, FIRST, LAST), contrast(design, cells, LAST, FIRST)
    for column in ("difference", "statistic"):
        np.testing.assert_array_equal(there[column], -back[column])
    np.testing.assert_allclose(there["low"], -back["upp"], rtol=1e-12, atol=0)
    for column in ("se", "df", "p"):
        np.testing.assert_allclose(there[column], back[column], rtol=1e-12, atol=0)


@FEW
@given(SEEDS, st.floats(1e-3, 1e6))
def test_the_scale_of_the_weights_changes_nothing(seed: int, factor: float) -> None:
    sample = drawn(seed)
    assert_same(differences(sample.assign(weight=sample["weight"] * factor)), differences(sample))


@FEW
@given(SEEDS)
def test_the_order_of_the_persons_changes_nothing(seed: int) -> None:
    sample = drawn(seed)
    assert_same(differences(sample.sample(frac=1, random_state=seed)), differences(sample))


@FEW
@given(SEEDS, st.permutations(range(12)), st.permutations(range(3)))
def test_the_names_of_psus_and_strata_change_nothing(seed: int, psus: list[int], strata: list[int]) -> None:
    sample = drawn(seed)
    renamed = sample.assign(
        psu=[f"p{psus[int(each[1:])]:02}" for each in sample["psu"]],
        stratum=[f"t{strata[int(each[1:])]}" for each in sample["stratum"]],
    )
    assert_same(differences(renamed), differences(sample))


@FEW
@given(SEEDS)
def test_the_size_of_the_blocks_changes_nothing(seed: int) -> None:
    design, cells = cells_in(drawn(seed))
    assert_same(contrast(design, cells, FIRST, LAST, block=7), contrast(design, cells, FIRST, LAST))


@FEW
@given(SEEDS)
def test_ends_in_different_strata_are_independent(seed: int) -> None:
    sample = drawn(seed)
    sample["group"] = sample["stratum"].map({"s0": 0, "s1": 1, "s2": 1})
    design, cells = cells_in(sample)
    variance = design.variance(cells.totals)
    found = contrast(design, cells, np.array([0]), np.array([3]))
    np.testing.assert_allclose(found["se"] ** 2, variance[0] + variance[3], rtol=1e-9)
    answered = sample[sample["answer"].notna()]
    assert found["df"].tolist() == [answered["psu"].nunique() - 3]


def test_a_whole_with_one_of_its_parts_counts_what_they_share() -> None:
    sample = drawn(7)
    design, cells = cells_in(sample)
    found = contrast(design, cells, np.array([12]), np.array([0])).iloc[0]
    apart = np.sqrt(design.variance(cells.totals[:, [12, 0]]).sum())
    by_hand = np.sqrt(design.variance(cells.totals[:, [0]] - cells.totals[:, [12]])[0])
    assert found["se"] == pytest.approx(by_hand, rel=1e-12)
    assert found["se"] < apart


def test_an_end_without_a_share_gives_no_difference() -> None:
    sample = drawn(1)
    design, cells = cells_in(sample.assign(group=sample["group"].replace(3, 0)))
    row = contrast(design, cells, np.array([0]), np.array([9])).iloc[0]
    assert row[["difference", "se", "low", "upp", "statistic", "p"]].isna().all()
    assert row["df"] == 9


def test_without_spread_nothing_is_tested() -> None:
    sample = drawn(1)
    sample.loc[sample["group"].eq(0), "answer"] = 1.0
    sample.loc[sample["group"].eq(1), "answer"] = 2.0
    row = contrast(*cells_in(sample), np.array([0 * 3 + 1]), np.array([1 * 3 + 1])).iloc[0]
    assert row["difference"] == -1
    assert (row["low"], row["upp"]) == pytest.approx((-1, -1), abs=1e-12)
    assert row[["statistic", "p"]].isna().all()


def test_without_degrees_of_freedom_there_is_neither_interval_nor_test() -> None:
    design = design_of(drawn(1))
    present = np.zeros((12, 2), dtype=bool)
    present[[0, 4], [0, 1]] = True
    totals = np.zeros((12, 2))
    totals[0, 0], totals[1, 0] = 0.1, -0.1
    row = contrast(design, Cells(np.array([0.2, 0.5]), totals, present), np.array([0]), np.array([1])).iloc[0]
    assert row["df"] == 0
    assert row["difference"] == pytest.approx(0.3)
    assert row["se"] > 0
    assert row[["low", "upp", "statistic", "p"]].isna().all()


def test_no_pairs_give_a_frame_without_rows() -> None:
    found = contrast(*cells_in(drawn(1)), np.array([], dtype=int), np.array([], dtype=int))
    assert found.columns.tolist() == list(COLUMNS)
    assert found.empty


def test_what_comes_in_is_left_as_it_was() -> None:
    design, cells = cells_in(drawn(3))
    first, last = FIRST.copy(), LAST.copy()
    before = [each.copy() for each in (cells.value, cells.totals, cells.present, design.weights)]
    contrast(design, cells, first, last)
    for now, then in zip((cells.value, cells.totals, cells.present, design.weights), before, strict=True):
        np.testing.assert_array_equal(now, then)
    np.testing.assert_array_equal([first, last], [FIRST, LAST])
