"""Differences between groups and waves: R's figures, families, and what must not be compared."""

from dataclasses import replace

import pandas as pd
import pytest
from reference_waves import COUNTIES, PERIODS, WORDS, both, changed, domain_of, microdata
from scipy.stats import false_discovery_control, norm
from young_sample import REFERENCE

from data.model.observations import SHOWN
from data.model.questionnaire import Answer, Asked
from data.model.survey import Survey
from data.model.survey_tables import DIFFERENCES
from data.survey.tables import survey_tables

OURS = {"k_heard": ("heard", "yes"), "k_signs": ("signs", "yes"), "a_trust": ("trust", "mean")}
GROUPS = {**COUNTIES, "F": "f", "M": "m"}


def expected(name: str) -> pd.DataFrame:
    known = pd.read_csv(REFERENCE / name, na_values=[""], keep_default_na=False)
    return known[known["variable"].isin(list(OURS))]


def only(frame: pd.DataFrame, **where: str) -> pd.DataFrame:
    for column, wanted in where.items():
        frame = frame[frame[column].eq(wanted)]
    return frame


def printed(row: object, variable: str, names: tuple[str, ...]) -> list[float]:
    factor, places = (1, 2) if variable == "a_trust" else (100, 1)
    return [round(factor * getattr(row, name), places) for name in names]


def test_the_table_has_its_columns() -> None:
    assert {name: str(dtype) for name, dtype in both().differences.dtypes.items()} == DIFFERENCES


def test_changes_between_waves_are_those_of_r() -> None:
    compared = 0
    for row in expected("expected_change.csv").itertuples():
        domain = domain_of(str(row.domain))
        if domain is None:
            continue
        code, answer = OURS[str(row.variable)]
        own = only(both().differences, indicator=code, answer=answer, dimension="period", **domain._asdict())
        (own,) = own.itertuples()
        wanted = printed(row, str(row.variable), ("diff", "se_diff", "ci_lower", "ci_upper"))
        assert [own.difference, own.value_se, own.value_low, own.value_upp] == pytest.approx(wanted, abs=1e-9), row
        assert (own.df, own.p) == (row.df, pytest.approx(row.p_t, abs=6e-5)), row
        assert (own.period, own.period_to) == (PERIODS["w1"], PERIODS["w2"])
        compared += 1
    assert compared == len(OURS) * 8


def test_differences_inside_a_wave_are_those_of_r() -> None:
    compared = 0
    for row in expected("extra_area_differences.csv").itertuples():
        code, answer = OURS[str(row.variable)]
        first, last = (GROUPS.get(str(side), str(side)) for side in (row.a, row.b))
        domain = domain_of(str(row.domain))
        assert domain is not None
        ends = {**domain._asdict(), row.dimension: first, f"{row.dimension}_to": last, "period": PERIODS["w1"]}
        own = only(both().differences, indicator=code, answer=answer, dimension=row.dimension, **ends)
        turned = 1
        if own.empty:
            turned, ends = -1, {**ends, row.dimension: last, f"{row.dimension}_to": first}
            own = only(both().differences, indicator=code, answer=answer, dimension=row.dimension, **ends)
        if own.empty:
            continue
        (own,) = own.itertuples()
        wanted = printed(row, str(row.variable), ("diff", "se_diff"))
        assert [turned * own.difference, own.value_se] == pytest.approx(wanted, abs=1e-9), row
        assert (own.df, own.p) == (row.df, pytest.approx(row.p, abs=6e-5)), row
        compared += 1
    assert compared > 230


def test_roma_are_a_subject_of_their_own() -> None:
    changes = only(both().differences, indicator="heard", dimension="period", population="roma")
    (pattern,) = only(both().patterns, indicator="heard", dimension="period", population="roma").itertuples()
    inside = false_discovery_control(changes["p"])
    assert (changes["q"] >= [max(own, pattern.p) - 2e-4 for own in inside]).all()


@pytest.mark.parametrize(
    ("where", "pairs"),
    [
        ({"dimension": "area", "gender": "all", "age": "all"}, 6),
        ({"dimension": "area", "gender": "f", "age": "all"}, 6),
        ({"dimension": "area", "gender": "all", "age": "20-24"}, 6),
        ({"dimension": "gender", "area": "AL-4C", "age": "all"}, 1),
        ({"dimension": "gender", "area": "AL-10", "age": "all"}, 1),
        ({"dimension": "age", "area": "AL-4C", "gender": "m"}, 6),
        ({"dimension": "age", "area": "AL-11", "gender": "all"}, 6),
    ],
)
@pytest.mark.parametrize("question", ["heard", "trust", "src"])
def test_all_answers_of_a_family_are_corrected_together_behind_one_gate(
    question: str, where: dict[str, str], pairs: int
) -> None:
    inside = {"indicator": question, "period": PERIODS["w1"], "period_to": PERIODS["w1"]}
    chosen = only(both().differences, **inside, **where)
    assert len(chosen) == pairs * chosen["answer"].nunique()
    assert chosen["answer"].nunique() > 1
    # From the four digits that are printed: an error of p grows with the size of its family.
    within = false_discovery_control(chosen["p"])
    rounding = 6e-5 * len(chosen)
    gate = chosen["q"].min()
    assert chosen["q"].tolist() == pytest.approx([max(gate, each) for each in within], abs=rounding)
    if where["dimension"] == "area" and where["age"] == "all":
        (pattern,) = only(both().patterns, **inside, dimension="area", gender=where["gender"]).itertuples()
        assert pattern.q == pytest.approx(max(gate, within.min()), abs=rounding)
        assert gate >= pattern.p - 6e-5


def test_men_stand_first_and_the_younger_before_the_older() -> None:
    gender = only(both().differences, dimension="gender")
    assert set(zip(gender["gender"], gender["gender_to"], strict=True)) == {("m", "f")}
    age = only(both().differences, dimension="age")
    assert (age["age"] < age["age_to"]).all()
    value = both().observations.set_index(["indicator", "answer", "area", "gender", "age", "population", "period"])
    for row in only(age, indicator="heard").head(20).itertuples():
        ends = [
            value.loc[("heard", row.answer, row.area, row.gender, each, "all", row.period), "value"]
            for each in (row.age, row.age_to)
        ]
        assert row.difference == pytest.approx(ends[1] - ends[0], abs=0.11)


def test_words_follow_q_and_direction() -> None:
    table = both().differences
    found = table[table["q"].lt(0.049)]
    assert len(found) > 10
    assert (found["verdict"].eq("higher") == found["difference"].gt(0)).all()
    assert set(table[table["q"].gt(0.051)]["verdict"]) == {"not_distinguishable"}


def test_hidden_figures_and_shares_of_all_or_nobody_take_no_part() -> None:
    assert both().differences_of("all").empty
    wave = microdata("w1")
    people = wave.respondents.copy()
    chosen = people["area"].eq("AL-07") & people["age"].eq("15-17") & people["heard"].ne("")
    people.loc[people.index[chosen][24:], "heard"] = ""
    survey = survey_tables([replace(wave, respondents=people), microdata("w2")])
    keys = ["indicator", "answer", "area", "gender", "age", "population", "period"]
    hidden = pd.MultiIndex.from_frame(survey.observations[~survey.observations["status"].isin(SHOWN)][keys])
    assert ("heard", "yes", "AL-07", "all", "15-17", "all", PERIODS["w1"]) in hidden
    for suffix in ("", "_to"):
        ends = [f"{key}{suffix}" if key in ("area", "gender", "age", "period") else key for key in keys]
        assert not pd.MultiIndex.from_frame(survey.differences[ends], names=keys).isin(hidden).any()
    family = only(survey.differences_of("heard"), answer="yes", dimension="area", age="15-17", period=PERIODS["w1"])
    assert len(family) == 3
    assert family["q"].notna().all()


def test_what_is_not_comparable_has_a_row_without_figures() -> None:
    second = changed(microdata("w2"), "heard", comparability="not_comparable", comparability_reason=WORDS)
    survey = survey_tables([microdata("w1"), second])
    changes = only(survey.differences_of("heard"), dimension="period")
    assert len(changes) == len(only(both().differences_of("heard"), dimension="period")) > 50
    assert set(changes["verdict"]) == {"not_comparable"}
    figures = ["difference", "value_se", "value_low", "value_upp", "df", "p", "q", "detectable"]
    assert changes[figures].isna().all(axis=None)
    assert set(only(survey.differences_of("heard"), dimension="area")["comparability"]) == {"comparable"}
    assert set(only(survey.patterns_of("heard"), dimension="period")["verdict"]) == {"not_comparable"}


def test_a_net_of_other_answers_and_a_mean_of_another_scale_are_not_comparable() -> None:
    first = microdata("w1")
    answers = tuple(Answer(f"p{point}", WORDS) for point in range(1, 6))
    wider = (*answers, Answer("high", WORDS, ("p3", "p4", "p5")))
    net = changed(first, "trust", asked=(Asked("w1", "computed", WORDS, WORDS, wider),))
    words = _change_words(survey_tables([net, microdata("w2")]))
    assert (words["high"], words["p5"], words["mean"]) == ("not_comparable", "comparable", "comparable")
    shorter = (*answers[:4], Answer("high", WORDS, ("p4",)))
    people = first.respondents.assign(trust=first.respondents["trust"].replace("p5", ""))
    scale = changed(first, "trust", asked=(Asked("w1", "computed", WORDS, WORDS, shorter),))
    words = _change_words(survey_tables([replace(scale, respondents=people), microdata("w2")]))
    assert (words["mean"], words["high"], words["p4"]) == ("not_comparable", "not_comparable", "comparable")


def _change_words(survey: Survey) -> dict[str, str]:
    changes = only(survey.differences_of("trust"), dimension="period", area="AL-4C", gender="all", age="all")
    return dict(zip(changes["answer"], changes["comparability"], strict=True))


def test_waves_of_two_kinds_are_never_compared() -> None:
    mixed = survey_tables([microdata("w1"), microdata("w2", "demonstration")])
    assert only(mixed.differences, dimension="period").empty
    assert only(mixed.patterns, dimension="period").empty
    for kind, wave in (("computed", "w1"), ("demonstration", "w2")):
        period = PERIODS[wave]
        # Each kind is corrected by itself: as if its wave were the only one.
        own = survey_tables([microdata(wave)]).differences
        there = only(mixed.differences, kind=kind).assign(kind="computed")
        pd.testing.assert_frame_equal(there.reset_index(drop=True), own.reset_index(drop=True))
        assert set(own["period"]) == {period}


def test_what_would_be_missed_solves_the_formula_at_the_verdicts_own_level() -> None:
    """One wave: three subjects (counties, genders, ages); four counties make six pairs, of two answers."""
    survey = survey_tables([microdata("w1")])
    pairs = only(survey.differences_of("heard"), answer="yes", dimension="area", gender="all", age="all")
    value = only(survey.rows_of("heard"), answer="yes", gender="all", age="all", population="all").set_index("area")
    level = 0.05 / (3 * 1 * 6 * 2)
    told = pairs[pairs["detectable"].notna()]
    assert len(told) > 2
    for row in told.itertuples():
        first, last = value.loc[row.area], value.loc[row.area_to]
        p, sizes = first["value"] / 100, [end["n"] / end["deff"] for end in (first, last)]
        assert min(abs(_beyond(p, sign * row.detectable / 100, *sizes, level)) for sign in (1, -1)) < 1e-3
        assert 10 < row.detectable < 40


def test_only_differences_that_were_not_found_say_what_would_be_missed() -> None:
    table = both().differences
    assert table[table["verdict"].isin(["higher", "lower"])]["detectable"].isna().all()
    unseen = table[table["verdict"].eq("not_distinguishable") & table["answer"].ne("mean")]
    assert unseen["detectable"].notna().mean() > 0.9


def _beyond(p: float, step: float, first: float, last: float, level: float) -> float:
    other = p + step
    pooled = (first * p + last * other) / (first + last)
    same = (pooled * (1 - pooled) * (1 / first + 1 / last)) ** 0.5
    differ = (p * (1 - p) / first + other * (1 - other) / last) ** 0.5
    return float(abs(step) - norm.isf(level / 2) * same - norm.ppf(0.8) * differ)


def test_revisited_sampling_units_bring_their_covariance_in() -> None:
    second = microdata("w2")
    again = replace(second, respondents=microdata("w1").respondents, wave=replace(second.wave, revisited=True))
    # The same persons twice: no difference and no standard error, so there is nothing to test.
    assert only(survey_tables([microdata("w1"), again]).differences, dimension="period").empty
    apart = only(survey_tables([microdata("w1"), replace(again, wave=second.wave)]).differences, dimension="period")
    assert len(apart) > 200
    assert set(zip(apart["difference"], apart["p"], strict=True)) == {(0, 1)}
    assert (apart["value_se"] > 0).all()
