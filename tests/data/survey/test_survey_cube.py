"""The cube is the single estimator, cell by cell, and stays within its domains."""

from dataclasses import replace
from math import isnan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_wave import AGE_GROUPS, QUESTIONS, design_of, question, respondents
from pandas.testing import assert_frame_equal

from data.model.domains import offered
from data.statistics.cube import DTYPES, cube
from data.statistics.design import make_design
from tests.data.survey.single_estimates import Estimate, estimate_mean, estimate_share

KEY = ["question", "answer", "area", "gender", "age", "population"]
FIGURES = {
    "value": "value",
    "value_se": "se",
    "value_low": "low",
    "value_upp": "upp",
    "kg_low": "kg_low",
    "kg_upp": "kg_upp",
    "n_eff": "n_eff",
    "deff": "deff",
}
NETS = {"either": ("a", "b"), "high": ("3", "4"), "kin": ("x", "y")}


def cube_of(people: pd.DataFrame, depth: int = 2) -> pd.DataFrame:
    return cube(people, QUESTIONS, wave="w1", age_groups=AGE_GROUPS, design=design_of(people), depth=depth)


def hit_of(people: pd.DataFrame, code: str, answer: str) -> np.ndarray:
    """1 or 0 by the plainest way there is, NaN for no answer."""
    members = NETS.get(answer, (answer,))
    if code == "told":
        chosen = people[[f"told/{each}" for each in members]]
        return chosen.max(axis=1).to_numpy()
    return people[code].isin(members).astype(float).where(people[code].ne("")).to_numpy()


def single(people: pd.DataFrame, row: pd.Series) -> Estimate:
    inside = np.ones(len(people), dtype=bool)
    for column, total in (("area", "AL-4C"), ("gender", "all"), ("age", "all")):
        if row[column] != total:
            inside &= people[column].eq(row[column]).to_numpy()
    if row["population"] == "roma":
        inside &= people["roma"].to_numpy()
    if row["answer"] == "mean":
        return estimate_mean(design_of(people), pd.to_numeric(people["trust"]).to_numpy(dtype=float), inside)
    return estimate_share(design_of(people), hit_of(people, row["question"], row["answer"]), inside)


@pytest.mark.parametrize(("seed", "depth"), [(311, 2), (4207, 3)])
def test_every_cell_is_the_single_estimate(seed: int, depth: int) -> None:
    people = respondents(seed, persons=150)
    estimates = cube_of(people, depth)
    for _, row in estimates.iterrows():
        alone = single(people, row)
        assert (row["n"], row["df"], row["method"]) == (alone.n, alone.df, alone.method), row
        for column, name in FIGURES.items():
            assert row[column] == pytest.approx(getattr(alone, name), rel=1e-9, abs=1e-14, nan_ok=True), (column, row)


def test_rows_are_questions_by_answers_by_domains() -> None:
    estimates = cube_of(respondents(1))
    domains = offered(AGE_GROUPS)
    answers = [(each.code, answer) for each in QUESTIONS for answer in each.answer_codes]
    assert estimates.dtypes.astype(str).to_dict() == DTYPES
    assert [tuple(row) for row in estimates[KEY].itertuples(index=False)] == [
        (*answer, *domain) for answer in answers for domain in domains
    ]
    assert set(estimates["method"]) == {"logit", "kg", "t"}
    assert len(cube_of(respondents(1), depth=3)) == len(answers) * (5 * 3 * 4 + 1)


def test_counts_of_the_domains() -> None:
    people = respondents(2)
    estimates = cube_of(people)
    heard = estimates[estimates["question"].eq("heard") & estimates["answer"].eq("a")].set_index(KEY[2:])["n"]
    said = people[people["heard"].ne("")]
    assert heard["AL-4C", "all", "all", "all"] == len(said)
    assert heard["AL-4C", "all", "all", "roma"] == said["roma"].sum() > 0
    assert heard["AL-10", "f", "all", "all"] == (said["area"].eq("AL-10") & said["gender"].eq("f")).sum()
    genders = heard["AL-4C", "f", "all", "all"] + heard["AL-4C", "m", "all", "all"]
    assert genders < len(said), "who is neither counts in totals"


def test_edges_take_korn_graubard_and_an_empty_domain_keeps_its_row() -> None:
    people = respondents(3).assign(heard="a", roma=False)
    estimates = cube_of(people).set_index(KEY[:2])
    everybody = estimates.loc["heard", "a"]
    filled = everybody[everybody["n"] > 0]
    assert (filled[["value", "value_se"]] == [1.0, 0.0]).all(axis=None)
    assert (filled["method"] == "kg").all() and (filled["value_low"] < 1).all() and (filled["value_upp"] == 1).all()
    assert (estimates.loc["heard", "b"]["value"].dropna() == 0).all()
    (roma,) = everybody[everybody["population"] == "roma"].to_dict("records")
    assert (roma["n"], roma["df"], roma["method"]) == (0, 0, "none")
    assert all(isnan(roma[column]) for column in FIGURES)


def test_where_all_agree_there_is_exactly_no_variance() -> None:
    people = respondents(3, persons=4000).assign(trust="3")
    people["heard"] = people["heard"].replace("", "a")
    # Sums of the same weights in another order differ in their last digit.
    shuffled = question("heard", "single", "abcd", named=("c", "b", "a"))
    arguments = {"wave": "w1", "age_groups": AGE_GROUPS, "design": design_of(people)}
    estimates = cube(people, [shuffled, QUESTIONS[1]], **arguments).set_index("answer")
    for answer, value in (("named", 1.0), ("mean", 3.0)):
        assert (estimates.loc[answer, ["value", "value_se"]] == [value, 0.0]).all(axis=None)
        assert estimates.loc[answer, "deff"].isna().all()


def test_a_person_with_any_answer_to_a_multiple_choice_is_in_its_base() -> None:
    people = respondents(10)
    (person,) = people.index[people["told/x"].isna()][:1]
    changed = people.copy()
    changed.loc[person, "told/y"] = 1.0
    counted = [cube_of(frame).query("question == 'told'")["n"].iloc[0] for frame in (people, changed)]
    assert counted[1] == counted[0] + 1


def test_a_domain_in_one_psu_has_a_value_but_no_interval() -> None:
    people = respondents(4)
    people["roma"] = people["psu"].eq("p3")
    trust = cube_of(people).query("question == 'trust' and population == 'roma'")
    assert (trust["df"] == 0).all() and (trust["method"] == "none").all()
    assert trust["value"].notna().all()
    assert trust[["value_low", "value_upp", "kg_low", "kg_upp"]].isna().all(axis=None)


def test_a_question_of_another_wave_has_no_rows() -> None:
    people = respondents(5)
    other = replace(QUESTIONS[0], asked=(replace(QUESTIONS[0].asked[0], wave="w2"),))
    arguments = {"wave": "w1", "age_groups": AGE_GROUPS, "design": design_of(people)}
    nothing = cube(people, [other], **arguments)
    assert len(nothing) == 0 and nothing.dtypes.astype(str).to_dict() == DTYPES
    assert_frame_equal(cube(people, [other, QUESTIONS[2]], **arguments), cube(people, [QUESTIONS[2]], **arguments))


def test_categories_are_read_as_texts_are() -> None:
    people = respondents(6)
    texts = people.select_dtypes("str").columns
    assert {"heard", "area", "gender"} <= set(texts)
    assert_frame_equal(cube_of(people.astype(dict.fromkeys(texts, "category"))), cube_of(people))


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("heard", "d", "heard: expected a, b, c, found d"),
        ("area", "AL-01", "area: expected AL-11"),
        ("area", "", "without county"),
        ("age", "30-34", "age: expected 15-17"),
    ],
)
def test_a_code_that_was_not_offered_is_refused(column: str, value: str, message: str) -> None:
    people = respondents(7)
    people.loc[11, column] = value
    with pytest.raises(ValueError, match=message):
        cube_of(people)


def test_a_design_of_other_persons_is_refused() -> None:
    people = respondents(8)
    with pytest.raises(ValueError, match="400 respondents, but 399"):
        cube(people, QUESTIONS, wave="w1", age_groups=AGE_GROUPS, design=design_of(people.iloc[1:]))


@given(seed=st.integers(0, 10_000), scale=st.floats(1e-3, 1e6))
@settings(max_examples=10, deadline=None)
def test_order_scale_and_names_change_nothing(seed: int, scale: float) -> None:
    people = respondents(seed, persons=250)
    before = people.copy(deep=True)
    estimates = cube_of(people)
    random = np.random.default_rng(seed)
    names = {f"{kind}{number}": f"n{new}" for kind in "sp" for number, new in enumerate(random.permutation(32))}
    others = people.assign(
        weight=people["weight"] * scale, stratum=people["stratum"].map(names), psu=people["psu"].map(names)
    ).sample(frac=1, random_state=seed)
    assert_frame_equal(cube_of(others), estimates, rtol=1e-8, atol=1e-12)
    assert_frame_equal(people, before)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=10, deadline=None)
def test_values_lie_inside_their_intervals(seed: int) -> None:
    estimates = cube_of(respondents(seed, persons=120), depth=3)
    shown = estimates[estimates["value_low"].notna()]
    assert len(shown) > 100
    assert (shown["value_low"] <= shown["value"]).all() and (shown["value"] <= shown["value_upp"]).all()
    shares = shown[shown["method"] != "t"]
    assert shares[["value_low", "value_upp", "kg_low", "kg_upp"]].stack().between(0, 1).all()
    assert (shares["kg_low"] <= shares["value"]).all() and (shares["value"] <= shares["kg_upp"]).all()
    assert (estimates["n_eff"].dropna() <= estimates["n"][estimates["n_eff"].notna()]).all()


def test_a_finite_population_narrows_the_cube_too() -> None:
    people = respondents(9)
    finite = make_design(people["weight"], people["stratum"], people["psu"], population_psus=np.full(400, 8.0))
    arguments = {"wave": "w1", "age_groups": AGE_GROUPS}
    narrow = cube(people, [question("heard", "single", "abc")], **arguments, design=finite)
    wide = cube(people, [question("heard", "single", "abc")], **arguments, design=design_of(people))
    assert narrow["value_se"].to_numpy() == pytest.approx(wide["value_se"].to_numpy() * 0.5**0.5, nan_ok=True)
