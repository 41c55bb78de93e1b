"""What a sampling design refuses, how it numbers PSUs, and how waves are stacked."""

import numpy as np
import pandas as pd
import pytest
from answers_of_r import EXACT, REFERENCE, expected, inside
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import sem

from data.statistics.design import Design, DesignError, make_design, stack
from tests.data.survey.single_estimates import estimate_mean, estimate_share, estimate_total

STRATA = ["a", "a", "b", "b", "b"]
PSUS = ["1", "2", "3", "4", "3"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"weights": [1, 1, 0, 1, 1]}, "weight"),
        ({"weights": [1, 1, -2, 1, 1]}, "weight"),
        ({"weights": [1, 1, float("nan"), 1, 1]}, "weight"),
        ({"weights": [1, 1, float("inf"), 1, 1]}, "weight"),
        ({"weights": [1, 1]}, "2 weights, 5 strata and 5 PSUs"),
        ({"strata": ["a", "a", "", "b", "b"]}, "without stratum"),
        ({"psus": ["1", "2", None, "4", "3"]}, "without PSU"),
        ({"psus": ["1", "2", "1", "4", "3"]}, "PSU 1 is in two strata: a, b"),
        ({"psus": ["1", "1", "3", "4", "3"]}, "one PSU only in stratum a$"),
        ({"population_psus": [2, 2, 3, 4, 3]}, "differs inside stratum b"),
        ({"population_psus": [2, 2, 3, float("nan"), 3]}, "differs inside stratum b"),
        ({"population_psus": [2, 2, 1, 1, 1]}, "fewer PSUs in the population than in the sample: stratum b"),
        ({"population_psus": [2, 2, 1]}, "3 numbers of PSUs"),
        ({"single_psu": "ignore"}, "refuse, adjust"),
        ({"weights": [], "strata": [], "psus": []}, "no persons"),
    ],
)
def test_what_is_refused(changed: dict[str, object], message: str) -> None:
    with pytest.raises(DesignError, match=message):
        make_design(**{"weights": [1.0] * 5, "strata": STRATA, "psus": PSUS, **changed})


def test_psus_of_a_stratum_stand_together() -> None:
    design = make_design([1, 2, 3, 4, 5], ["b", "a", "b", "a", "b"], ["1", "2", "3", "4", "1"])
    assert (design.strata, design.psus) == (("a", "b"), ("2", "4", "1", "3"))
    assert (design.starts.tolist(), design.sizes.tolist()) == ([0, 2], [2, 2])
    assert (design.psu.tolist(), design.psu_strata.tolist()) == ([2, 0, 3, 1, 2], [0, 0, 1, 1])
    totals = design.psu_totals(np.column_stack([design.weights, np.ones(5)]))
    assert totals.tolist() == [[2, 1], [4, 1], [6, 2], [3, 1]]
    assert design.degrees(np.array([[True, False], [True, False], [True, True], [True, False]])).tolist() == [2, 0]


def test_simple_random_sampling_is_the_textbook() -> None:
    values = np.array([3.0, 1, 4, 1, 5, 9, 2, 6])
    plain = make_design(np.ones(8), ["all"] * 8, [str(number) for number in range(8)])
    assert estimate_mean(plain, values).se == pytest.approx(sem(values))
    finite = make_design(np.ones(8), ["all"] * 8, plain.psus, population_psus=np.full(8, 32))
    assert estimate_mean(finite, values).se == pytest.approx(sem(values) * 0.75**0.5)
    whole = make_design(np.ones(8), ["all"] * 8, plain.psus, population_psus=np.full(8, 8))
    assert estimate_mean(whole, values).se == 0


def test_a_stratum_whose_only_psu_is_all_there_is_needs_no_adjustment() -> None:
    design = make_design([1] * 5, ["a", "a", "b", "b", "c"], list("12345"), population_psus=[4, 4, 4, 4, 1])
    assert design.sampled.tolist() == [0.5, 0.5, 1.0]
    # R: svytotal, strata a and b with the correction, c without any variance
    assert estimate_total(design, np.array([1.0, 4, 2, 5, 7])).se ** 2 == pytest.approx(9.0)


@given(st.integers(0, 10_000))
def test_deviations_square_to_the_variance(seed: int) -> None:
    random = np.random.default_rng(seed)
    design = make_design(np.ones(30), random.choice(["a", "b"], 30), [str(number) for number in range(30)])
    totals = random.normal(size=(30, 4))
    before = totals.copy()
    deviations = design.deviations(totals)
    by_hand = sum(part.var(axis=0, ddof=1) * len(part) for part in np.split(totals, design.starts[1:]))
    assert (deviations**2).sum(axis=0) == pytest.approx(by_hand)
    assert design.variance(totals) == pytest.approx(by_hand)
    assert (totals == before).all()


def revisiting() -> pd.DataFrame:
    return pd.read_csv(REFERENCE / "extra_revisited_data.csv", dtype={"psu_same": str, "psu_overlap": str})


def stacked(people: pd.DataFrame, psu: str, revisited: bool) -> Design:
    waves = [people[people["wave"] == wave] for wave in (1, 2)]
    return stack([make_design(wave["w"], wave["stratum"], wave[psu]) for wave in waves], revisited=revisited)


@pytest.mark.parametrize(
    ("case", "psu", "revisited"),
    [("same", "psu_same", True), ("overlap", "psu_overlap", True), ("new", "psu_same", False)],
)
def test_stacked_waves_have_the_covariance_that_r_finds(case: str, psu: str, revisited: bool) -> None:
    people = revisiting()
    people = pd.concat([people[people["wave"] == wave] for wave in (1, 2)], ignore_index=True)
    design = stacked(people, psu, revisited)
    rows = expected("extra_revisited.csv").query(f"case == '{case}'")
    assert len(rows) > 20
    for row in rows.itertuples():
        answer = people[row.variable].to_numpy(dtype=float)
        held = inside(people, row.domain)
        ends = [held & people["wave"].eq(wave).to_numpy() for wave in (1, 2)]
        figures = [estimate_mean(design, answer, end) for end in ends]
        assert [figure.value for figure in figures] == pytest.approx([row.w1, row.w2], rel=EXACT)
        assert [figure.se for figure in figures] == pytest.approx([row.se1, row.se2], rel=EXACT)
        linearised = [
            design.psu_totals((design.weights * np.where(end & ~np.isnan(answer), answer - figure.value, 0))[:, None])
            / design.weights[end & ~np.isnan(answer)].sum()
            for end, figure in zip(ends, figures, strict=True)
        ]
        covariance = float((design.deviations(linearised[0]) * design.deviations(linearised[1])).sum())
        assert covariance == pytest.approx(row.cov12, rel=EXACT, abs=1e-15)


def test_new_psus_get_strata_of_their_own_and_finite_populations_stay() -> None:
    first = make_design([1] * 4, list("aabb"), list("1234"), population_psus=[10, 10, np.nan, np.nan])
    second = make_design([1] * 4, list("aabb"), list("1234"), population_psus=[20, 20, np.nan, np.nan])
    both = stack([first, second], revisited=False)
    assert both.strata == ("1|a", "1|b", "2|a", "2|b")
    assert both.sampled.tolist() == [0.2, 0, 0.1, 0]
    assert both.psu.tolist() == list(range(8))
    again = stack([first, first], revisited=True)
    assert (again.strata, again.psus, again.sampled.tolist()) == (first.strata, first.psus, [0.2, 0])
    with pytest.raises(DesignError, match="differs inside stratum a"):
        stack([first, second], revisited=True)
    moved = make_design([1] * 4, list("bbaa"), list("1234"))
    with pytest.raises(DesignError, match="in two strata"):
        stack([make_design([1] * 4, list("aabb"), list("1234")), moved], revisited=True)


def test_a_stack_adjusts_if_a_wave_does() -> None:
    lonely = make_design([1] * 3, list("aab"), list("123"), single_psu="adjust")
    both = stack([make_design([1] * 4, list("aabb"), list("1234")), lonely], revisited=False)
    assert both.single_psu == "adjust"
    assert both.sizes.tolist() == [2, 2, 2, 1]


def test_nobody_in_the_domain_is_no_figure() -> None:
    design = make_design([1] * 4, list("aabb"), list("1234"))
    nobody = estimate_share(design, np.array([1.0, 0, 1, 0]), np.zeros(4, dtype=bool))
    assert (nobody.n, nobody.df, nobody.method) == (0, 0, "none")
    assert np.isnan([nobody.value, nobody.se, nobody.low, nobody.upp, nobody.kg_upp, nobody.n_eff]).all()
