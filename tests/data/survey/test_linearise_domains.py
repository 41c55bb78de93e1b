"""From persons to ratios and their linearised PSU totals."""

import numpy as np
import pytest
from young_sample import design_of, drawn, indicators, sums_of

from data.statistics.linearise import cells_of, sum_domains


def test_ratios_bases_and_presence_are_those_of_the_persons() -> None:
    sample = drawn(11)
    sums = sums_of(sample, design_of(sample))
    cells = cells_of(sums)
    for number in range(4):
        inside = sample[sample["group"].eq(number) & sample["answer"].notna()]
        share = inside.loc[inside["answer"].eq(2), "weight"].sum() / inside["weight"].sum()
        assert cells.value[number * 3 + 2] == pytest.approx(share, rel=1e-12)
        assert sums.n[number] == len(inside)
        assert cells.present[:, number * 3 + 2].sum() == inside["psu"].nunique()
    assert sums.n[4] == sample["answer"].notna().sum()


def test_the_linearised_totals_are_those_of_the_persons() -> None:
    sample = drawn(12)
    design = design_of(sample)
    cells = cells_of(sums_of(sample, design))
    inside = sample["group"].eq(1) & sample["answer"].notna()
    weight = sample["weight"].where(inside, 0)
    z = weight * (sample["answer"].eq(0) - cells.value[3]) / weight.sum()
    np.testing.assert_allclose(np.bincount(design.psu, z, minlength=12), cells.totals[:, 3], rtol=1e-9, atol=1e-15)


def test_a_mean_is_the_mean_of_the_points() -> None:
    sample = drawn(13)
    design = design_of(sample)
    points = sample["answer"].to_numpy()[:, None] + 1
    cells = cells_of(sum_domains(design, sample["group"].to_numpy(), np.eye(4, dtype=bool), points))
    given = sample[sample["group"].eq(2)].dropna()
    assert cells.value[2] == pytest.approx(np.average(given["answer"] + 1, weights=given["weight"]))


def test_an_item_left_untouched_counts_as_not_named() -> None:
    sample = drawn(17)
    scores, group = indicators(sample["answer"]), sample["group"].to_numpy()
    touched = np.where((scores == 0) & (np.arange(3) == 1), np.nan, scores)
    membership = np.eye(4, dtype=bool)
    whole, partly = (cells_of(sum_domains(design_of(sample), group, membership, each)) for each in (scores, touched))
    assert np.isnan(touched).sum() > np.isnan(scores).sum()
    np.testing.assert_array_equal(partly.value, whole.value)
    np.testing.assert_array_equal(partly.totals, whole.totals)


def test_persons_of_no_group_are_in_no_domain() -> None:
    sample = drawn(14)
    group = np.where(sample["group"].eq(0), -1, sample["group"])
    sums = sum_domains(design_of(sample), group, np.ones((4, 1), dtype=bool), indicators(sample["answer"]))
    assert sums.n.tolist() == [(sample["group"].gt(0) & sample["answer"].notna()).sum()]


def test_a_domain_without_an_answer_has_no_ratio() -> None:
    sample = drawn(15)
    sample.loc[sample["group"].eq(0), "answer"] = np.nan
    with np.errstate(all="raise"):
        cells = cells_of(sums_of(sample, design_of(sample)))
    assert np.isnan(cells.value[:3]).all()
    assert not cells.present[:, :3].any()
    assert not np.isnan(cells.value[3:]).any()


def test_what_comes_in_is_left_as_it_was() -> None:
    sample = drawn(16)
    scores, group, membership = indicators(sample["answer"]), sample["group"].to_numpy(), np.eye(4, dtype=bool)
    before = [each.copy() for each in (scores, group, membership)]
    cells_of(sum_domains(design_of(sample), group, membership, scores))
    for now, then in zip((scores, group, membership), before, strict=True):
        np.testing.assert_array_equal(now, then)
