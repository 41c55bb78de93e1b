"""The guesses behind a draft: counties, genders, missing values, codes and shortened labels."""

import pytest

from data.reading.plain import code_from, plain, shortened
from data.survey.drafting.answers import split_answers
from data.survey.drafting.codes import Named, county_code, ethnicity_code, gender_code, wave_code
from data.survey.drafting.roles import without_number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dibër", "AL-09"), ("Diber", "AL-09"), ("Dibra", "AL-09"), ("DIBËR", "AL-09"), ("Qarku i Dibrës", "AL-09"),
        ("Tiranë", "AL-11"), ("Tirana County", "AL-11"), ("Prefektura e Tiranës", "AL-11"), ("AL-11", "AL-11"),
        ("Shkodra", "AL-10"), ("Shkodrës", "AL-10"), ("Kukësi", "AL-07"), ("kukes", "AL-07"), ("Kukësit", "AL-07"),
        ("Durrës", "AL-02"), ("Fier", "AL-04"), ("Gjirokastra", "AL-05"), ("", ""), ("3", ""), ("Tetovë", ""),
        ("Tiranë ose Durrës", ""),
    ],
)  # fmt: skip
def test_a_county_is_known_by_any_form_of_its_name(text: str, code: str) -> None:
    assert county_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Femër", "f"), ("FEMALE", "f"), ("Mashkull", "m"), ("M", "m"), ("Tjetër", "other"), ("1", ""), ("f/m", "")],
)
def test_genders(text: str, code: str) -> None:
    assert gender_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Romë", "roma"),
        ("Roma", "roma"),
        ("Shqiptare", "other"),
        ("Egjiptian", "other"),
        ("Rom/Egjiptian", ""),
        ("7", ""),
    ],
)
def test_ethnicities(text: str, code: str) -> None:
    assert ethnicity_code(text) == code


@pytest.mark.parametrize(("text", "code"), [("1", "w1"), ("Vala 2", "w2"), ("w1", "w1"), ("2020", ""), ("1 dhe 2", "")])
def test_waves(text: str, code: str) -> None:
    assert wave_code(text) == code


@pytest.mark.parametrize(
    ("value", "label", "declared", "is_missing"),
    [
        ("99", "Refuzon", True, True), ("8", "Refuzon të përgjigjet", False, True), ("9", "Pa përgjigje", False, True),
        ("9", "No answer", False, True), ("9", "N/A", False, True), ("5", "Nuk dëshiron të përgjigjet", False, True),
        ("99", "", False, True), ("-97", "", False, True), ("998", "", False, True), (".a", "", True, True),
        ("5", "Diçka tjetër", True, True),  # the file declares it
        ("98", "Nuk e di", True, True), ("98", "S'e di", False, False), ("98", "Don't know", False, False),
        ("98", "Nuk e di / Refuzon", False, False), ("97", "Tjetër", False, False), ("9", "", False, False),
        ("1", "Do ta refuzoja ofertën", False, False), ("1", "Nuk i përgjigjem mesazhit", False, False),
    ],
)  # fmt: skip
def test_only_refusals_blanks_and_what_the_file_declares_are_missing(
    value: str, label: str, declared: bool, is_missing: bool
) -> None:
    answers, missing = split_answers(Named({value: label}, 0, 1.0), (value,) if declared else ())
    assert (value in missing, len(answers)) == (is_missing, 0 if is_missing else 1)


def test_a_code_shared_by_dont_know_and_refusal_is_pointed_out() -> None:
    (answer,), _ = split_answers(Named({"9": "Nuk e di / Refuzon"}, 0, 1.0), ())
    assert "refusals share this code" in answer.note


def test_codes_are_short_distinct_and_begin_with_a_letter() -> None:
    assert code_from("Linja e ndihmës", set(), "a1") == "linja_e_ndihmes"
    assert code_from("Linja e ndihmës", {"linja_e_ndihmes"}, "a1") == "linja_e_ndihmes_2"
    assert code_from("15-17", set(), "a1") == "a15_17"
    assert code_from("???", set(), "a1") == "a1"
    assert len(code_from("një fjali shumë e gjatë që nuk mbaron kurrë", set(), "a1")) <= 30
    (mean,), _ = split_answers(Named({"1": "Mean"}, 0, 1.0), ())
    assert mean.code == "mean_2"  # "mean" is the mean score of a scale


def test_labels_are_ended_at_a_word() -> None:
    assert shortened("një dy tre", 45) == "një dy tre"
    assert shortened("një dy, tre", 8) == "një dy"
    assert shortened("x" * 60, 45) == "x" * 45
    assert shortened("a" * 45 + " b", 45) == "a" * 45


def test_text_is_compared_without_accents_and_case() -> None:
    assert plain("  Qarku i DIBRËS! ") == "qarku i dibres"


def test_a_questions_number_is_no_part_of_its_label() -> None:
    assert without_number("Q12a. A keni dëgjuar?") == "A keni dëgjuar?"
    assert without_number("15-vjeçarët") == "15-vjeçarët"
    assert without_number("A keni dëgjuar?") == "A keni dëgjuar?"
