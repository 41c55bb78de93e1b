"""An address that arrives: news, or one of ours that is late."""

from components.address.history import REMEMBERED, AddressHistory

FIRST, SECOND, LINK = {"gender": "f"}, {"gender": "f", "view": "twelve"}, {"indicator": "population"}
BEFORE, CHOSEN = SECOND, SECOND | {"age": "15-17"}  # records: as it was shown, and with a choice made since
HISTORY = AddressHistory().then(FIRST, "risk", FIRST).then(SECOND, "risk", BEFORE)


def test_an_address_of_ours_that_comes_late_with_a_choice_is_no_news() -> None:
    assert not HISTORY.is_news(SECOND, "risk", CHOSEN)
    assert not HISTORY.is_news(FIRST, "risk", CHOSEN)
    assert not HISTORY.is_news({}, "risk", CHOSEN)


def test_a_link_is_news_also_where_we_showed_its_address_before() -> None:
    assert HISTORY.is_news(LINK, "risk", CHOSEN)
    assert HISTORY.is_news(FIRST, "risk", BEFORE)
    assert HISTORY.is_news(FIRST, "county", CHOSEN)
    assert AddressHistory().is_news(FIRST, "risk", {})


def test_only_so_many_are_remembered_and_none_twice_in_a_row() -> None:
    history = AddressHistory()
    for number in range(REMEMBERED + 3):
        shown = {"step": str(number)}
        history = history.then(shown, "meeting", shown).then(shown, "meeting", shown)
    assert [each["step"] for each in history.shown] == [str(number) for number in range(3, REMEMBERED + 3)]
    assert history.is_news({"step": "0"}, "meeting", {})
