"""Do answer patterns differ: tables of groups and answers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency
from young_sample import design_of, drawn, sums_of

from data.statistics.design import make_design
from data.statistics.rao_scott import COLUMNS, rao_scott

SEEDS = st.integers(0, 2**32 - 1)
FEW = settings(max_examples=25)  # a rule that bends at all bends in nearly every sample


def tables_of(sample: pd.DataFrame) -> np.ndarray:
    """PSUs x 1 x 4 groups x 3 answers."""
    return sums_of(sample, design_of(sample)).scored[:, None, :4]


def pattern(sample: pd.DataFrame) -> pd.DataFrame:
    return rao_scott(design_of(sample), tables_of(sample))


def assert_same(found: pd.DataFrame, wanted: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(found, wanted, check_exact=False, rtol=1e-8, atol=1e-12)


@FEW
@given(SEEDS, st.integers(1, 4))
def test_a_simple_random_sample_gives_pearsons_statistic_however_often_each_person_is_counted(
    seed: int, copies: int
) -> None:
    """Everybody is a PSU: V = (D - pp') / (n - 1), the same in every direction as under independence."""
    random = np.random.default_rng(seed)
    persons = np.eye(12)[np.r_[np.arange(12), random.integers(0, 12, 68)]].reshape(80, 1, 3, 4)
    counts = persons.sum(axis=(0, 1))
    names = np.array([f"{number:03}" for number in range(80)])
    design = make_design(np.ones(80), np.full(80, "all"), names)
    found = rao_scott(design, persons * copies).iloc[0]
    pearson = chi2_contingency(counts, correction=False).statistic
    assert found["statistic"] == pytest.approx(pearson / 80 * 79 / 6, rel=1e-9)
    assert (found["df1"], found["df2"]) == pytest.approx((6, 6 * 79))


@FEW
@given(SEEDS, st.permutations(range(4)), st.permutations(range(3)))
def test_the_order_of_groups_and_answers_changes_nothing(seed: int, groups: list[int], answers: list[int]) -> None:
    sample = drawn(seed)
    design, tables = design_of(sample), tables_of(sample)
    assert_same(rao_scott(design, tables[:, :, groups][..., answers]), rao_scott(design, tables))


@FEW
@given(SEEDS)
def test_groups_and_answers_may_change_places(seed: int) -> None:
    sample = drawn(seed)
    design, tables = design_of(sample), tables_of(sample)
    assert_same(rao_scott(design, tables.swapaxes(2, 3)), rao_scott(design, tables))


@FEW
@given(SEEDS, st.floats(1e-3, 1e6))
def test_neither_the_scale_of_the_weights_nor_the_order_of_the_persons_counts(seed: int, factor: float) -> None:
    sample = drawn(seed)
    shuffled = sample.sample(frac=1, random_state=seed)
    assert_same(pattern(shuffled.assign(weight=shuffled["weight"] * factor)), pattern(sample))


@FEW
@given(SEEDS)
def test_a_group_and_an_answer_that_nobody_has_are_left_out(seed: int) -> None:
    sample = drawn(seed)
    design, tables = design_of(sample), tables_of(sample)
    wider = np.pad(tables, ((0, 0), (0, 0), (1, 0), (0, 2)))
    assert_same(rao_scott(design, wider), rao_scott(design, tables))


@FEW
@given(SEEDS)
def test_many_tables_at_once_are_each_tested_on_their_own(seed: int) -> None:
    sample = drawn(seed)
    design, whole = design_of(sample), tables_of(sample)
    without = whole * np.array([1, 0, 1])
    together = rao_scott(design, np.concatenate([whole, without, whole[:, :, ::-1]], axis=1))
    apart = [rao_scott(design, each) for each in (whole, without, whole)]
    assert_same(together, pd.concat(apart, ignore_index=True))
    assert together["df1"].iloc[1] < 3


@FEW
@given(SEEDS)
def test_the_corrected_degrees_of_freedom_stay_within_those_of_pearson(seed: int) -> None:
    sample = drawn(seed)
    row = pattern(sample).iloc[0]
    assert 1 - 1e-9 <= row["df1"] < 6
    assert row["df2"] == pytest.approx(row["df1"] * (sample.dropna()["psu"].nunique() - 3))
    assert 0 <= row["p"] <= 1


def test_only_psus_with_an_answer_count_as_degrees_of_freedom() -> None:
    sample = drawn(5)
    sample.loc[sample["stratum"].eq("s2") | sample["psu"].eq("u0"), "answer"] = np.nan
    row = pattern(sample).iloc[0]
    assert row["df2"] / row["df1"] == pytest.approx(7 - 2)


def test_a_single_group_a_single_answer_and_nobody_give_no_test() -> None:
    sample = drawn(2)
    design, tables = design_of(sample), tables_of(sample)
    few = [tables[:, :, :1], tables[..., 1:2], tables * 0]
    with np.errstate(all="raise"):
        assert all(rao_scott(design, each).isna().all(axis=None) for each in few)


def test_psus_that_all_answer_alike_give_no_test() -> None:
    sample = drawn(2)
    design, tables = design_of(sample), tables_of(sample)
    alike = tables.sum(axis=0) * np.linspace(0.1, 0.7, 12)[:, None, None, None]
    assert rao_scott(design, alike).isna().all(axis=None)


def test_empty_cells_that_leave_no_variance_under_independence_give_no_test() -> None:
    sample = drawn(2)
    design, tables = design_of(sample), tables_of(sample)
    hollow = np.pad(tables, ((0, 0), (0, 0), (0, 0), (0, 1)), constant_values=1.0)
    hollow[:, :, :2, :2] = 0
    assert rao_scott(design, hollow).isna().all(axis=None)
    found = rao_scott(design, np.concatenate([hollow, hollow * 0 + np.pad(tables, ((0, 0),) * 3 + ((0, 1),))], axis=1))
    assert found.iloc[1].tolist() == pytest.approx(pattern(sample).iloc[0].tolist())


def test_without_degrees_of_freedom_there_is_no_test() -> None:
    sample = drawn(2)
    design, tables = design_of(sample), tables_of(sample).copy()
    tables[[1, 2, 3, 5, 6, 7, 8, 9, 10, 11]] = 0
    assert (tables[[0, 4]].sum(axis=(1, 3)) > 0).sum() >= 4
    assert rao_scott(design, tables).isna().all(axis=None)


def test_no_tables_give_a_frame_without_rows() -> None:
    sample = drawn(2)
    found = rao_scott(design_of(sample), tables_of(sample)[:, :0])
    assert found.columns.tolist() == list(COLUMNS)
    assert found.empty


def test_what_comes_in_is_left_as_it_was() -> None:
    sample = drawn(2)
    tables = tables_of(sample)
    before = tables.copy()
    rao_scott(design_of(sample), tables)
    np.testing.assert_array_equal(tables, before)
