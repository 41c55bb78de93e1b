"""An address that arrives: news, or one of ours that is late."""

from components.address_history import REMEMBERED, AddressHistory

FIRST, SECOND, LINK = {"gender": "f"}, {"gender": "f", "view": "twelve"}, {"indicator": "population"}


def test_an_address_of_ours_that_comes_late_is_no_news() -> None:
    history = AddressHistory().then(FIRST, "risk").then(SECOND, "risk")
    assert not history.is_news(SECOND, "risk")
    assert not history.is_news(FIRST, "risk")
    assert not history.is_news({}, "risk")


def test_a_link_is_news_also_where_we_showed_its_address_on_another_page() -> None:
    history = AddressHistory().then(FIRST, "risk").then(SECOND, "county")
    assert history.is_news(LINK, "county")
    assert history.is_news(FIRST, "risk")
    assert AddressHistory().is_news(FIRST, "risk")


def test_only_so_many_are_remembered_and_none_twice_in_a_row() -> None:
    history = AddressHistory()
    for number in range(REMEMBERED + 3):
        history = history.then({"step": str(number)}, "meeting").then({"step": str(number)}, "meeting")
    assert [each["step"] for each in history.shown] == [str(number) for number in range(3, REMEMBERED + 3)]
    assert history.is_news({"step": "0"}, "meeting")
