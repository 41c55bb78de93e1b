"""The agenda as it is read: a picture a card, at most six, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import state
from components.address.selection import TAB_CODES
from components.address.view import View, join_views
from components.sections.meeting.agenda import add, agenda, on_agenda, views_in

CARDS = [View("risk", code, (("gender", gender),)) for code in ("population", "in_education_18_20") for gender in "fm"]
CARDS += [
    View("survey", "heard"),
    View("services", "presence"),
    View("risk", "victims_identified", (("tab", "chart"),)),
]


@given(views=st.lists(st.sampled_from(CARDS), max_size=8))
def test_an_agenda_is_the_first_six_of_what_was_written_each_once(views: list[View]) -> None:
    assert views_in(join_views(tuple(views))) == tuple(dict.fromkeys(views))[:6]


@given(views=st.lists(st.sampled_from(CARDS), max_size=8), at=st.integers(0, 8))
def test_a_card_that_is_not_known_takes_no_other_with_it(views: list[View], at: int) -> None:
    codes = [view.code for view in views]
    codes.insert(at, "risk.retired_one")
    assert views_in("~~".join(codes)) == tuple(dict.fromkeys(views))[:6]


def test_a_card_is_a_picture_whatever_tab_is_open() -> None:
    seen = {on_agenda(View("risk", "population", (("gender", "f"), ("tab", tab)))) for tab in TAB_CODES}
    assert seen == {
        View("risk", "population", (("gender", "f"),)),
        View("risk", "population", (("gender", "f"), ("tab", "chart"))),
    }


def test_no_seventh_card_is_added_and_none_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    record: dict[str, str] = {}
    monkeypatch.setattr(state, "noted", lambda key: record.get(key, ""))
    monkeypatch.setattr(state, "record", record.__setitem__)
    add(*CARDS[:4], CARDS[0])
    assert agenda() == tuple(CARDS[:4])
    add(*CARDS[:0:-1])
    assert agenda() == (*CARDS[:4], *CARDS[:4:-1])
    add(View("risk", "adolescent_fertility"))
    assert len(agenda()) == 6
