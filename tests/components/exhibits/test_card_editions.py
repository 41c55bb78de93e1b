"""A card is remembered for one edition, language and selection: whoever asks for another gets another."""

from dataclasses import replace

import pytest

from components import store
from components.address.selection import Selection
from components.exhibits.card import Card, make_card
from components.store import Memory
from data import FOCUS, Filters, Release
from i18n import words

ATTENDANCE = "school_attendance_15_17"
SQ, EN = words("sq"), words("en")


class Desk:
    """A server with a memory of its own, and the switch "published only" of its one reader."""

    def __init__(self, release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
        self.whole, self.published = release, release.without_demonstration()
        self.is_published_only = False
        memory = Memory(most=10)
        monkeypatch.setattr(store, "memory", lambda: memory)
        monkeypatch.setattr(store, "whole_release", lambda: self.whole)
        monkeypatch.setattr(store, "published_release", lambda: self.published)
        monkeypatch.setattr(store, "release", lambda: self.published if self.is_published_only else self.whole)


@pytest.fixture
def desk(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The release with Tirana's and Dibra's girls made up: today no indicator has figures of both kinds."""
    rows = atlas.observations
    chosen = rows["indicator"].eq(ATTENDANCE) & rows["area"].isin(["AL-11", "AL-09"])
    kinds = rows["kind"].mask(chosen, "demonstration")
    return Desk(replace(atlas, observations=rows.assign(kind=kinds)), monkeypatch)


def girls(atlas: Release, gender: str = "f", view: str = "four") -> Selection:
    return Selection(atlas.catalogue[ATTENDANCE], Filters(gender, "15-17", "2017/2018"), "0", view)


def counties_of(card: Card) -> set[str]:
    return set(card.frame.loc[card.frame["status"].ne("no_data"), "area"]) & set(FOCUS)


@pytest.mark.parametrize("published_first", [False, True])
def test_with_and_without_made_up_figures_are_two_cards(desk: Desk, atlas: Release, published_first: bool) -> None:
    cards: dict[bool, Card] = {}
    for only in (published_first, not published_first):
        desk.is_published_only = only
        cards[only] = make_card(SQ, girls(atlas))
    assert counties_of(cards[False]) == set(FOCUS) and cards[False].is_demonstration
    assert counties_of(cards[True]) == {"AL-10", "AL-07"} and not cards[True].is_demonstration
    assert cards[False].key != cards[True].key


def test_another_release_is_another_card(desk: Desk, atlas: Release) -> None:
    first = make_card(SQ, girls(atlas))
    halved = desk.whole.observations["value"] / 2
    desk.whole = replace(
        desk.whole,
        info=replace(desk.whole.info, id="another"),
        observations=desk.whole.observations.assign(value=halved),
    )
    second = make_card(SQ, girls(atlas))
    assert second.frame["value"].tolist() == pytest.approx((first.frame["value"] / 2).tolist(), nan_ok=True)


def test_another_language_or_choice_is_another_card_and_the_same_is_the_same(desk: Desk, atlas: Release) -> None:
    asked = [(SQ, girls(atlas)), (EN, girls(atlas)), (SQ, girls(atlas, "m")), (SQ, girls(atlas, view="twelve"))]
    cards = [make_card(t, selection) for t, selection in asked]
    assert len({card.key for card in cards}) == len({id(card) for card in cards}) == len(asked)
    assert [card.caption == cards[0].caption for card in cards] == [True, False, True, False]
    assert cards[0].pills != cards[2].pills
    assert all(make_card(t, selection) is card for (t, selection), card in zip(asked, cards, strict=True))
