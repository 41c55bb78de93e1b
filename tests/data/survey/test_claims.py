"""What a question's page may claim: the three gates by hand, their properties, and a simulation of the whole way."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.false_claims import drawn, null_claims, power
from bench.invented_waves import Truth
from data.statistics.claims import FAMILY, corrected, rivals

ONE = {"indicator": "q", "kind": "computed", "period": "2020", "period_to": "2020"}


def family(subject: str, name: str, leading: bool, *p: float) -> pd.DataFrame:
    return pd.DataFrame([{**ONE, "subject": subject, "family": name, "leading": leading, "p": each} for each in p])


def together(*families: pd.DataFrame) -> pd.DataFrame:
    return pd.concat(families, ignore_index=True)


NOTHING = family("", "", True).reindex(columns=[*FAMILY, "leading", "p"]).astype({"leading": bool, "p": float})


def test_the_three_gates_by_hand() -> None:
    tests = together(
        family("area", "all", True, 0.001, 0.03, 0.5),
        family("area", "f", False, 0.002, 0.9),
        family("gender", "all", True, 0.2),
    )
    patterns = together(family("area", "all", True, 0.01), family("gender", "all", True, 0.3))
    q, q_patterns = corrected(tests, patterns)
    # Subjects .01 and .3: .02 and .3. Women alone: Simes .004, behind .02. Inside: 3 x .001, 3 x .03 / 2, .5.
    assert q.tolist() == pytest.approx([0.02, 0.045, 0.5, 0.02, 0.9, 0.3])
    assert q_patterns.tolist() == pytest.approx([0.02, 0.3])
    assert rivals(tests).tolist() == [2 * 1 * 3] * 3 + [2 * 1 * 2] * 2 + [2 * 1 * 1]


def test_a_pattern_without_a_pair_that_differs_does_not_differ() -> None:
    q, q_patterns = corrected(family("area", "all", True, 0.2, 0.3), family("area", "all", True, 0.001))
    assert q.tolist() == pytest.approx([0.3, 0.3])
    assert q_patterns.tolist() == pytest.approx([0.3])


def test_no_subgroup_is_found_where_the_whole_does_not_differ() -> None:
    tests = together(family("area", "all", True, 0.4), family("area", "f", False, 1e-9))
    assert corrected(tests, NOTHING)[0].tolist() == pytest.approx([0.4, 0.4])


def test_subgroups_speak_where_no_whole_could_be_tested() -> None:
    tests = together(family("area", "all", True, np.nan), family("area", "f", False, 0.01))
    assert corrected(tests, NOTHING)[0].tolist() == pytest.approx([np.nan, 0.01], nan_ok=True)


def test_invented_figures_do_not_weigh_on_real_ones() -> None:
    real = together(family("area", "all", True, 0.01, 0.2))
    both = together(real, family("gender", "all", True, *[0.9] * 50).assign(kind="demonstration"))
    assert corrected(both, NOTHING)[0][:2].tolist() == corrected(real, NOTHING)[0].tolist()


P = st.floats(0, 1)
TESTS = st.lists(st.tuples(st.sampled_from("ag"), st.sampled_from(["all", "f", "m"]), P), min_size=1, max_size=30)


@settings(max_examples=30)
@given(TESTS)
def test_no_gate_makes_a_claim_easier(tests: list[tuple[str, str, float]]) -> None:
    frame = together(*(family(subject, name, name == "all", p) for subject, name, p in tests))
    q, _ = corrected(frame, NOTHING)
    assert (q >= frame["p"] - 1e-12).all()
    for _, own in frame.assign(q=q).groupby("subject"):
        if own["leading"].any():
            assert own["q"].min() == own[own["leading"]]["q"].min()


def test_questions_that_hold_nothing_claim_nothing() -> None:
    """60 null questions over one wave and over two; the thousands of tests that this cannot pay for are in `bench/`."""
    for waves in (("w1",), ("w1", "w2")):
        claimed = pd.concat(null_claims(drawn(seed, waves, Truth())) for seed in range(2))
        assert len(claimed) == 60
        assert claimed["claims"].mean() <= 0.10, waves
        assert claimed["patterns"].mean() <= 0.05, waves


def test_a_large_difference_is_still_found() -> None:
    told = power(drawn(7, ("w1",), Truth(0.25)))
    assert told.groupby("kind")["pairs"].mean().min() > 0.85
    assert told["pattern"].dropna().mean() > 0.85


def test_a_pattern_differs_just_where_a_pair_of_its_family_does() -> None:
    """No page says "the answers differ" where no answer does, or the other way round."""
    survey = drawn(7, ("w1",), Truth(0.15))
    pairs = survey.differences[survey.differences["dimension"].eq("area") & survey.differences["age"].eq("all")]
    found = pairs["verdict"].isin(["higher", "lower"]).groupby([pairs["indicator"], pairs["gender"]]).any()
    patterns = survey.patterns[survey.patterns["dimension"].eq("area")].set_index(["indicator", "gender"])
    said = patterns["verdict"].eq("differs")
    assert 5 < said.sum() < len(said)
    assert said.to_dict() == found.reindex(said.index).to_dict()
