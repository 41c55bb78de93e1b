"""The button: it prepares a deck before the reader's eyes, and then hands it out."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from components import store
from components.downloads.slides import maps, offer
from components.downloads.slides.county import county_openings


def agenda_page() -> None:
    from components import state, store
    from components.address.view import View
    from components.downloads.slides.offer import offer_deck
    from components.exhibits.opening import open_view
    from i18n import words

    state.begin({})
    t = words("sq")
    exhibit = open_view(t, View("risk", "unodc_victims_labour"))
    assert exhibit is not None
    offer_deck(t, [], "nothing")
    offer_deck(t, [exhibit], f"risk.unodc_victims_labour {store.release().info.id}")


def county_page() -> None:
    from components import state
    from components.downloads.slides.offer import show_county_deck
    from i18n import words

    state.begin({})
    show_county_deck(words("en"), "AL-07")


def test_a_deck_is_prepared_once_and_then_offered() -> None:
    page = AppTest.from_function(agenda_page, default_timeout=60).run()
    assert not page.exception
    assert [button.label for button in page.button] == ["Përgatit: Prezantimi (PPTX)"]
    assert not page.get("download_button")
    page.button[0].click().run()
    assert not page.exception
    assert len(page.get("download_button")) == 1 and not page.button
    again = AppTest.from_function(agenda_page, default_timeout=60).run()
    assert len(again.get("download_button")) == 1 and not again.button, "whoever asks again need not wait"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the county's button was given."""
    given: list[dict[str, Any]] = []

    def keep(t: object, label: str, make: Callable[..., bytes], **more: Any) -> None:
        given.append({"label": label, "make": make, **more})

    monkeypatch.setattr(offer, "offer_document", keep)
    return given


def test_a_countys_deck_says_in_its_name_what_it_is(
    offered: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two of its parts are enough to see the deck: population change and services.
    monkeypatch.setattr(maps, "SCALE", 0.5)
    monkeypatch.setattr(offer, "county_openings", lambda *about: county_openings(*about)[3:5])
    page = AppTest.from_function(county_page, default_timeout=60).run()
    assert not page.exception
    release = store.release().info.id
    assert [each["name"] for each in offered] == [f"harta-tqnj_slides_AL-07_en_DEMONSTRATION_{release}.pptx"]
    assert "AL-07" in offered[0]["key"]
    deck = Presentation(io.BytesIO(offered[0]["make"](lambda share, step: None)))
    assert deck.slides[0].shapes.title.text == "Kukës county"
    assert len(deck.slides) >= 6
