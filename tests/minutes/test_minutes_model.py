"""What an entry may hold."""

import datetime
import unicodedata
from dataclasses import replace

import pytest
from decisions import MEETING, decision
from hypothesis import given
from hypothesis import strategies as some

from minutes import LIMITS, BadEntry, checked
from minutes.model import cleaned


def test_a_good_entry_is_taken_as_it_is() -> None:
    entry = decision("Dy rreshta:\n\nnjë dhe dy.")
    assert checked(entry) == entry


@pytest.mark.parametrize("name", ["decision", "owner", "author"])
def test_a_text_is_needed_and_has_a_limit(name: str) -> None:
    limit = LIMITS[name]
    checked(replace(decision(), **{name: "ë" * limit}))  # type: ignore[arg-type]
    for text, reason in (("", "empty"), (" \n\u0007\u202e ", "empty"), ("ë" * (limit + 1), "too_long")):
        with pytest.raises(BadEntry) as fault:
            checked(replace(decision(), **{name: text}))  # type: ignore[arg-type]
        assert fault.value.problems == ((name, reason),)


def test_everything_wrong_is_told_at_once() -> None:
    early = MEETING.date - datetime.timedelta(days=1)
    wrong = decision("", owner="x" * 201, due=early, state="maybe", meeting=replace(MEETING, title=" "))
    with pytest.raises(BadEntry) as fault:
        checked(wrong)
    assert {*fault.value.problems} == {
        ("decision", "empty"),
        ("owner", "too_long"),
        ("due", "before_meeting"),
        ("state", "not_a_state"),
        ("meeting", "empty"),
    }
    assert checked(decision(due=MEETING.date)).due == MEETING.date


def test_texts_are_cleaned_of_what_is_no_text() -> None:
    assert cleaned("a\r\nb\rc\u2028d\x00\x1b[31m\u202eë\ud800\uffff\u200f", lines=True) == "a\nb\nc\nd[31më\u200f"
    assert cleaned(" a\nb\tc ", lines=False) == "a b c"
    assert cleaned("e\u0308 c\u0327", lines=False) == "ë ç"


@given(some.text(some.characters(exclude_categories=[])), some.booleans())
def test_a_clean_text_stays_and_can_be_written_anywhere(text: str, lines: bool) -> None:
    clean = cleaned(text, lines=lines)
    assert cleaned(clean, lines=lines) == clean
    assert clean.encode("utf-8").decode("utf-8") == clean
    controls = {letter for letter in clean if unicodedata.category(letter) == "Cc"}
    assert controls <= ({"\n"} if lines else set())
