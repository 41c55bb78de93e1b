"""Searching the library."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.sections.library import FIELDS, library_rows
from components.widgets.matching import matches, plain_letters
from data import Release
from i18n import LANGUAGES, words

LETTERS = st.text(alphabet="abcdeëçABCDEËÇ gjkËtš 0123456789", max_size=30)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("", "Anything", True),
        ("  ", "Anything", True),
        ("diber", "Qarku i Dibrës, Dibër", True),
        ("DIBËR", "diber", True),
        ("perqindje", "Përqindje", True),
        ("çerdhe", "cerdhe", True),
        ("unicef 2020", "Raport · 2020 · UNICEF Albania", True),
        ("2020 unicef", "Raport · 2020 · UNICEF Albania", True),
        ("unicef 2021", "Raport · 2020 · UNICEF Albania", False),
        ("kukes", "Dibër", False),
        ("STRASSE", "Straße", True),
    ],
)
def test_a_search_matches(query: str, text: str, found: bool) -> None:
    assert matches(query, text) is found


@given(LETTERS)
def test_a_text_matches_itself_and_each_of_its_words(text: str) -> None:
    assert matches(text, text)
    assert all(matches(word, text) for word in text.split())


@given(LETTERS, LETTERS)
def test_case_and_diacritics_never_decide(query: str, text: str) -> None:
    decided = matches(query, text)
    assert matches(query.upper(), text) == decided
    assert matches(query, text.lower()) == decided
    assert matches(plain_letters(query), text) == decided
    assert matches(unicodedata.normalize("NFD", query), unicodedata.normalize("NFC", text)) == decided


@given(LETTERS, LETTERS, LETTERS)
def test_more_text_never_loses_a_match_and_more_words_never_win_one(query: str, text: str, more: str) -> None:
    if matches(query, text):
        assert matches(query, f"{text} {more}")
    else:
        assert not matches(f"{query} {more}", text)


@given(LETTERS)
def test_plain_letters_are_plain(text: str) -> None:
    plain = plain_letters(text)
    assert plain == plain_letters(plain)
    assert not any(unicodedata.combining(letter) for letter in plain)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_has_every_publication_newest_first(atlas: Release, language: str) -> None:
    rows = library_rows(words(language))
    publications = atlas.programme["publications"]["publication"]
    assert list(rows.columns) == list(FIELDS)
    assert sorted(rows["title"]) == sorted(each["title"] for each in publications)
    years = list(rows["year"])
    assert years == sorted(years, reverse=True)
    assert not rows.isna().to_numpy().any()
    assert set(rows["year"]) - {""} == {str(each["year"]) for each in publications if "year" in each}
