"""What a browser brings back of an unsaved text is read as foreign input."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from minutes_page import MinutesPage

from components.sections.minutes.unsaved import FIELDS, LONGEST, read_kept
from minutes import LIMITS

WHOLE = {
    "title": "Komiteti, Dibër", "decision": "Të verifikohet\nnë terren.", "owner": "Drejtoria", "author": "Ana Ç.",
    "date": "2026-12-01", "due": "2026-12-15", "state": "done", "meeting": "2026-12-01 Komiteti, Dibër",
}  # fmt: skip


def test_a_whole_text_comes_back() -> None:
    assert set(WHOLE) == set(FIELDS)
    assert read_kept(json.dumps(WHOLE)) == WHOLE
    assert read_kept(json.dumps({"due": ""})) == {"due": ""}


@pytest.mark.parametrize(
    "told",
    [
        "", "[]", "null", "{", '"text"', "[" * 5000,
        json.dumps({"decision": ["x"]}), json.dumps({"decision": "x" * (LIMITS["decision"] + 1)}),
        json.dumps({"due": "soon"}), json.dumps({"date": "2026-13-01"}), json.dumps({"state": "deleted"}),
        json.dumps({"id": "another's"}), json.dumps({"emptied": "9"}), json.dumps({"meeting": "x" * LONGEST}),
    ],
)  # fmt: skip
def test_what_no_form_of_ours_can_hold_does_not(told: str) -> None:
    assert read_kept(told) == {}


@given(st.dictionaries(st.sampled_from([*FIELDS, "x"]), st.text(max_size=40) | st.integers() | st.none()))
def test_nothing_else_passes(told: dict[str, object]) -> None:
    kept = read_kept(json.dumps(told))
    assert kept.items() <= told.items() and set(kept) <= set(FIELDS)


def test_a_field_that_was_left_outlasts_the_session_s_other_cards(opened: Callable[..., MinutesPage]) -> None:
    page = opened()
    page.fill("_decision", "Të hapet linja").fill("_owner", "Drejtoria").run()
    assert page.says("E paruajtur")
    page.test.query_params["card"] = "risk.victims_identified"
    page.run()
    assert page.field("_decision").value == "" and not page.says("E paruajtur")
    page.test.query_params.update({"card": "risk.school_attendance_15_17.gender~f", "lang": "en"})
    page.run()
    assert (page.field("_decision").value, page.field("_owner").value) == ("Të hapet linja", "Drejtoria")
    page.click("_give_up")
    assert (page.field("_decision").value, page.field("_owner").value) == ("", "")
    assert page.store.entries() == ()
