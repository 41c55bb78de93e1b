"""What a reader may see of a survey: rounded, judged, complete, and nothing of a group that is too small."""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_waves import (
    AGES,
    COUNTIES,
    PERIODS,
    WORDS,
    both,
    changed,
    domain_of,
    in_two_genders,
    microdata,
    question,
)
from young_sample import REFERENCE

from data.model.errors import SourceError
from data.model.microdata import Microdata
from data.model.observations import DTYPES, KEY
from data.model.questionnaire import Answer, Asked
from data.model.survey import Survey
from data.survey.check import survey_problems
from data.survey.tables import survey_tables

AREAS = ("AL-4C", *COUNTIES.values())
ANSWERS = {"heard": 2, "signs": 2, "trust": 7, "src": 5, "all": 2}


def rows(survey: Survey, **where: str) -> pd.DataFrame:
    chosen = survey.observations
    for column, wanted in where.items():
        chosen = chosen[chosen[column].eq(wanted)]
    return chosen


def row(survey: Survey, **where: str) -> pd.Series:
    full = {"area": "AL-4C", "gender": "all", "age": "all", "population": "all", "period": PERIODS["w1"], **where}
    found = rows(survey, **full)
    assert len(found) == 1
    return found.iloc[0]


def test_the_tables_keep_their_own_rules() -> None:
    assert list(survey_problems(survey_tables([in_two_genders(microdata(code)) for code in PERIODS]))) == []


def test_every_combination_has_one_row() -> None:
    crossed = len(list(product(AREAS, ("all", "f", "m"), ("all", *AGES))))
    expected = sum(ANSWERS.values()) * 2 * (crossed + 1)
    assert len(both().observations) == expected
    assert not both().observations.duplicated(list(KEY)).any()
    assert {name: str(dtype) for name, dtype in both().observations.dtypes.items()} == DTYPES


def test_shares_are_those_of_r_rounded_to_a_tenth_of_a_per_cent() -> None:
    known = pd.read_csv(REFERENCE / "expected_estimates.csv", na_values=[""], keep_default_na=False)
    shares = known[known["variable"].eq("k_heard==1") & known["stat"].eq("prop_xlogit")]
    compared = 0
    for each in shares.itertuples():
        domain = domain_of(str(each.domain))
        if domain is None:
            continue
        wave = f"w{str(each.design)[-1]}"
        own = row(both(), indicator="heard", answer="yes", period=PERIODS[wave], **domain._asdict())
        assert (own["n"], own["df"]) == (each.n, each.df)
        figures = [each.estimate, each.se, each.ci_lower, each.ci_upper]
        printed = own[["value", "value_se", "value_low", "value_upp"]].tolist()
        assert printed == [round(100 * figure, 1) for figure in figures], each
        compared += 1
    assert compared == 2 * 8


def test_a_mean_stands_in_scores_with_two_decimals() -> None:
    known = pd.read_csv(REFERENCE / "expected_estimates.csv", na_values=[""], keep_default_na=False)
    whole = known.query("variable == 'a_trust' and stat == 'mean' and domain == '_T' and design == 'kap1'").iloc[0]
    own = row(both(), indicator="trust", answer="mean")
    assert (own["value"], own["value_low"], own["method"]) == (
        round(whole["estimate"], 2),
        round(whole["ci_lower"], 2),
        "t",
    )


def test_a_sensitive_share_is_whole() -> None:
    sensitive = survey_tables([changed(microdata("w1"), "heard", sensitive=True)])
    figures = sensitive.rows_of("heard")[["value", "value_low", "value_upp", "value_se"]].stack().dropna()
    assert len(figures) > 150
    assert (figures == figures.round()).all()
    assert (both().rows_of("heard")["value"].dropna() % 1 != 0).any()
    points = sensitive.differences_of("heard")[["difference", "value_se", "value_low", "value_upp"]].stack().dropna()
    assert len(points) > 100
    assert (points == points.round()).all()


def test_sensitive_in_one_wave_is_sensitive_in_both() -> None:
    waves = [changed(microdata("w1"), "heard", sensitive=True), microdata("w2")]
    assert (survey_tables(waves).rows_of("heard")["value"].dropna() % 1 == 0).all()


def smaller(wave: Microdata, keep: int) -> Microdata:
    """Only so many of Kukës' boys of 15 to 17 have answered `heard`."""
    people = wave.respondents.copy()
    chosen = people["area"].eq("AL-07") & people["age"].eq("15-17") & people["heard"].ne("")
    people.loc[people.index[chosen][keep:], "heard"] = ""
    return replace(wave, respondents=people)


@pytest.mark.parametrize(
    ("persons", "status", "reason"),
    [(24, "suppressed", "too_few_answers"), (25, "unreliable", "small_base"), (49, "unreliable", "small_base")],
)
def test_the_base_decides_whether_a_figure_is_shown(persons: int, status: str, reason: str) -> None:
    survey = survey_tables([smaller(microdata("w1"), persons)])
    own = row(survey, indicator="heard", answer="yes", area="AL-07", age="15-17")
    assert (own["n"], own["status"], own["reason"]) == (persons, status, reason)
    figures = own[["value", "value_low", "value_upp", "value_se", "deff", "df"]]
    assert figures.isna().all() == (status == "suppressed")
    assert own["method"] == ("none" if status == "suppressed" else "logit")


def test_few_sampling_units_are_a_warning() -> None:
    wave = microdata("w1")
    people = wave.respondents
    kept = people[~people["area"].eq("AL-09") | people["psu"].isin(_some_psus(people, 5))]
    survey = survey_tables([replace(wave, single_psu="adjust", respondents=kept.reset_index(drop=True))])
    own = row(survey, indicator="src", answer="social", area="AL-09")
    assert own["n"] >= 50
    assert own["df"] < 8
    assert (own["status"], own["reason"]) == ("unreliable", "few_psus")


def _some_psus(people: pd.DataFrame, count: int) -> list[str]:
    diber = people[people["area"].eq("AL-09") & people["stratum"].str.endswith("U")]
    return list(diber["psu"].unique())[:count]


def test_a_share_of_all_is_never_plain() -> None:
    own = row(both(), indicator="all", answer="yes")
    assert (own["value"], own["value_upp"], own["method"]) == (100, 100, "kg")
    assert (own["status"], own["reason"]) == ("unreliable", "extreme_share")


def test_county_gender_and_age_at_once_are_never_shown() -> None:
    deep = both().observations.query("area != 'AL-4C' and gender != 'all' and age != 'all'")
    assert len(deep) == sum(ANSWERS.values()) * 2 * 4 * 2 * 4
    assert set(zip(deep["status"], deep["reason"], strict=True)) == {("not_applicable", "too_deep")}
    assert deep[["value", "n"]].isna().all(axis=None)


def test_roma_stand_alone() -> None:
    roma = rows(both(), population="roma")
    assert set(zip(roma["area"], roma["gender"], roma["age"], strict=True)) == {("AL-4C", "all", "all")}
    assert roma["value"].notna().all()


def test_a_wave_without_roma_says_no_data() -> None:
    wave = microdata("w1")
    none = replace(wave, respondents=wave.respondents.assign(roma=False))
    roma = rows(survey_tables([none]), population="roma")
    assert set(zip(roma["status"], roma["reason"], strict=True)) == {("no_data", "not_published")}
    assert roma["n"].isna().all()


def test_what_a_wave_did_not_ask_says_so_everywhere() -> None:
    first = in_two_genders(microdata("w1"))
    fewer = replace(first, questions=tuple(each for each in first.questions if each.code != "src"))
    survey = survey_tables([fewer, in_two_genders(microdata("w2"))])
    missing = rows(survey, indicator="src", period=PERIODS["w1"])
    assert len(missing) == 5 * 76
    assert set(missing["status"]) == {"not_asked"}
    assert missing[["value", "n"]].isna().all(axis=None)
    assert set(missing["source"]) == {"s001"}
    assert [asked.wave for asked in survey.questions["src"].asked] == ["w2"]
    assert list(survey_problems(survey)) == []


def test_an_answer_that_a_wave_did_not_offer_was_not_asked() -> None:
    first = microdata("w1")
    offered = tuple(Answer(code, WORDS) for code in ("peers", "social", "tv", "school"))
    asked = (Asked("w1", "computed", WORDS, WORDS, offered),)
    people = first.respondents.assign(src=first.respondents["src"].replace("none", ""))
    survey = survey_tables([replace(changed(first, "src", asked=asked), respondents=people), microdata("w2")])
    assert set(rows(survey, indicator="src", answer="none", period=PERIODS["w1"])["status"]) == {"not_asked"}
    assert survey.differences_of("src").query("answer == 'none' and dimension == 'period'").empty
    assert len(survey.differences_of("src").query("answer == 'tv' and dimension == 'period'"))


def test_questions_know_both_waves_oldest_first() -> None:
    assert list(both().questions) == ["heard", "signs", "trust", "src", "all"]
    assert [asked.wave for asked in both().questions["trust"].asked] == ["w1", "w2"]
    assert [wave.code for wave in both().waves] == ["w1", "w2"]


@settings(max_examples=2, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000))
def test_the_order_of_persons_and_waves_changes_nothing(seed: int) -> None:
    wave = microdata("w1")
    shuffled = wave.respondents.sample(frac=1, random_state=np.random.default_rng(seed)).reset_index(drop=True)
    again = survey_tables([microdata("w2"), replace(wave, respondents=shuffled)])
    pd.testing.assert_frame_equal(again.observations, both().observations)
    pd.testing.assert_frame_equal(again.differences, both().differences)
    pd.testing.assert_frame_equal(again.patterns, both().patterns)


def test_the_respondents_are_left_alone() -> None:
    wave = microdata("w2")
    before = wave.respondents.copy(deep=True)
    survey_tables([wave])
    pd.testing.assert_frame_equal(wave.respondents, before)


def test_a_wave_twice_is_refused() -> None:
    with pytest.raises(SourceError, match="wave w1: expected one set of respondents, found several"):
        survey_tables([microdata("w1"), microdata("w1", "demonstration")])


def test_one_code_for_two_kinds_of_question_is_refused() -> None:
    other = question("trust", "w2")
    second = microdata("w2")
    questions = tuple(other if each.code == "trust" else each for each in second.questions)
    with pytest.raises(SourceError, match=r"\[trust\] kind: expected one kind in all waves, found scale, single"):
        survey_tables([microdata("w1"), replace(second, questions=questions)])


def test_a_sample_without_variance_is_refused() -> None:
    wave = microdata("w1")
    one = wave.respondents.assign(stratum=wave.respondents["psu"])
    with pytest.raises(SourceError, match="wave w1, design: expected a sample whose variance can be estimated"):
        survey_tables([replace(wave, respondents=one)])
