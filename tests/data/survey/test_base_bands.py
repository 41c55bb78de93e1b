"""Bases that would say how many gave a sensitive answer: in bands everywhere, and nothing leads back to them."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest
from demonstration_folder import microdata
from hypothesis import given
from hypothesis import strategies as st
from reference_waves import PERIODS, WORDS, wave_of

from data.model.frames import typed
from data.model.observations import DTYPES
from data.model.questionnaire import Answer, Asked, Question
from data.model.survey import Survey
from data.survey.check import survey_problems
from data.survey.documents import from_document, to_document
from data.survey.protected.bands import ROUNDED, UNDER, band_bases, routed_by_sensitive
from data.survey.tables import survey_tables

KEPT = ("online_offer", "online_response", "worked", "contract")
ROUTED = "online_response"  # put to those with a sensitive answer; `contract` to those who worked


@cache
def survey() -> Survey:
    return survey_tables([replace(each, questions=only(each.questions)) for each in microdata().values()])


def only(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(each for each in questions if each.code in KEPT)


def plain(code: str, *, sensitive: bool = False, **asked_if: tuple[str, ...]) -> Question:
    asked = Asked("w1", "computed", WORDS, WORDS, (Answer("yes", WORDS), Answer("no", WORDS)), asked_if)
    return Question(code, "meaning", "single", WORDS, "yes", "neutral", sensitive, "comparable", {}, (asked,))


def rows_of(bases: list[int | None], code: str = "after", status: str = "ok") -> pd.DataFrame:
    blank = {name: "" for name, dtype in DTYPES.items() if dtype == "str"}
    given = {"indicator": code, "period": PERIODS["w1"], "kind": "computed", "status": status}
    rows = [{**blank, **given, "n": base, "deff": 1.5, "df": 20} for base in bases]
    return typed(pd.DataFrame(rows, columns=list(DTYPES)), DTYPES)


QUESTIONS = {each.code: each for each in (plain("before", sensitive=True), plain("after", before=("yes",)))}
WAVES = [wave_of("w1", 100)]


@given(bases=st.lists(st.one_of(st.none(), st.integers(0, 300)), min_size=1))
def test_a_base_is_under_25_or_the_nearest_multiple_of_5(bases: list[int | None]) -> None:
    table = rows_of(bases)
    found = band_bases(table, QUESTIONS, WAVES)
    for base, n, note in zip(bases, found["n"], found["note"], strict=True):
        if base is None:
            assert (pd.isna(n), note) == (True, "")
        elif base < 25:
            assert (pd.isna(n), note) == (True, UNDER)
        else:
            assert (n % 5, note) == (0, ROUNDED) and abs(n - base) <= 2
    assert found.loc[found["note"].ne(""), ["deff", "df"]].isna().all(axis=None)
    pd.testing.assert_frame_equal(table, rows_of(bases))


def test_which_bases_stand_in_bands() -> None:
    third = plain("third", after=("no",))
    own = plain("own", sensitive=True, plain=("yes",))
    questions = {
        each.code: each for each in (*QUESTIONS.values(), third, plain("plain"), own, plain("led", plain=("no",)))
    }
    assert {code for code, _, _ in routed_by_sensitive(questions, WAVES)} == {"after", "third", "own"}
    banded = {
        (code, status): bool(band_bases(rows_of([41], code, status), questions, WAVES)["note"].iloc[0])
        for code in questions
        for status in ("ok", "suppressed")
    }
    assert {key for key, value in banded.items() if value} == {
        ("before", "suppressed"),
        *((code, status) for code in ("after", "third", "own") for status in ("ok", "suppressed")),
    }


def test_no_base_of_the_routed_question_is_exact() -> None:
    rows = survey().rows_of(ROUTED)
    asked = rows[rows["status"].isin(["ok", "unreliable", "suppressed"])]
    assert set(asked["note"]) == {ROUNDED, UNDER}
    assert asked.loc[asked["note"].eq(ROUNDED), "n"].mod(5).eq(0).all()
    assert asked.loc[asked["note"].eq(UNDER), "n"].isna().all()
    assert asked[["deff", "df"]].isna().all(axis=None)
    shown = asked[asked["status"].isin(["ok", "unreliable"])]
    assert len(shown) > 100 and shown[["value", "value_low", "value_se"]].notna().all(axis=None)
    exact = survey().rows_of("contract")
    assert set(exact["note"]) == {""} and exact["n"].dropna().mod(5).ne(0).any() and exact["deff"].notna().any()


def test_no_comparison_of_it_counts_sampling_units() -> None:
    differences = survey().differences_of(ROUTED)
    assert len(differences) > 50 and differences["verdict"].ne("").all()
    assert differences[["df", "detectable"]].isna().all(axis=None)
    assert survey().differences_of("contract")[["df", "detectable"]].notna().any().all()


def test_no_pattern_of_a_routed_question_counts_sampling_units() -> None:
    wave = microdata()["w1"]
    questions = tuple(replace(each, sensitive=each.code == "worked") for each in only(wave.questions))
    own = survey_tables([replace(wave, questions=questions)])
    patterns = own.patterns_of("contract")
    assert len(patterns) > 3 and patterns["p"].notna().all()
    assert patterns[["df1", "df2"]].isna().all(axis=None)
    assert own.patterns_of("worked")[["df1", "df2"]].notna().all(axis=None)
    assert list(survey_problems(own)) == []
    told = replace(own, patterns=own.patterns.assign(df2=30.0))
    assert any("nothing beside a base in bands" in each for each in survey_problems(told))


def test_a_release_knows_its_routing() -> None:
    _, questions = from_document(to_document(survey().waves, survey().questions.values()))
    assert questions == survey().questions
    assert questions[ROUTED].asked[0].asked_if == {"online_offer": ("several", "once")}
    document = to_document(survey().waves, survey().questions.values())
    for question in document["questions"]:
        for asked in question["asked"]:
            del asked["asked_if"]
    assert not any(asked.asked_if for each in from_document(document)[1].values() for asked in each.asked)


def spoilt(table: str, of: Callable[[pd.DataFrame], pd.Series], **columns: object) -> list[str]:
    """The problems of the survey with these columns changed in the first row that fits."""
    rows = getattr(survey(), table).copy()
    place = rows.index[of(rows)][0]
    for name, value in columns.items():
        rows.loc[place, name] = value
    return list(survey_problems(replace(survey(), **{table: rows})))


@pytest.mark.parametrize(
    ("table", "of", "columns", "said"),
    [
        ("observations", lambda rows: rows["note"].eq(ROUNDED), {"note": "", "n": 41}, "a base in bands"),
        ("observations", lambda rows: rows["note"].eq(ROUNDED), {"n": 41}, "a multiple of 5 from 25 on"),
        ("observations", lambda rows: rows["note"].eq(ROUNDED), {"n": 20}, "a multiple of 5 from 25 on"),
        ("observations", lambda rows: rows["note"].eq(UNDER), {"n": 17}, "nothing, as it is under 25"),
        ("observations", lambda rows: rows["note"].eq(UNDER), {"note": "", "n": 17}, "a base in bands"),
        ("observations", lambda rows: rows["value_low"].notna() & rows["note"].eq(ROUNDED), {"deff": 1.4}, "beside"),
        ("observations", lambda rows: rows["value_low"].notna() & rows["note"].eq(ROUNDED), {"df": 14}, "beside"),
        ("differences", lambda rows: rows["indicator"].eq(ROUTED), {"df": 14}, "nothing beside a base in bands"),
        ("differences", lambda rows: rows["indicator"].eq(ROUTED), {"detectable": 9.0}, "beside a base in bands"),
    ],
)  # fmt: skip
def test_the_check_refuses_what_leads_back_to_a_base(
    table: str, of: Callable[[pd.DataFrame], pd.Series], columns: dict[str, object], said: str
) -> None:
    assert list(survey_problems(survey())) == []
    assert any(said in problem for problem in spoilt(table, of, **columns))
