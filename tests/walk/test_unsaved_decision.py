"""What is typed into the minutes and not saved outlasts the cards, the language and a reload, in this tab alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app_server import AppServer
from browser_screen import PATIENCE, BrowserScreen
from playwright.sync_api import Locator, Page, expect

from i18n import words

t = words("sq")
FORM = ".st-key-presented"
CARDS = "/takimi?step=1&agenda=risk.school_attendance_15_17.gender~f~~risk.population"
TYPED = {"title": "Komiteti, Dibër", "decision": "Të hapet linja falas", "owner": "Drejtoria", "author": "Ana Ç."}


@pytest.fixture
def screen(
    open_screen: Callable[..., BrowserScreen],
    fresh_server: Callable[..., AppServer],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> BrowserScreen:
    """A tab on a server that takes minutes."""
    monkeypatch.setenv("HARTA_MINUTES", "on")
    monkeypatch.setenv("HARTA_MINUTES_FILE", str(tmp_path / "minutes.sqlite"))
    return open_screen(fresh_server())


def field(page: Page, name: str) -> Locator:
    """A field of the open form."""
    return page.locator(f'[class*="st-key-minutes_new_"][class*="_{name}"] :is(input, textarea)').first


def fill(page: Page) -> None:
    """Open the form and type into every field of text, leaving each but the last."""
    page.locator(f"{FORM} summary").first.click(timeout=PATIENCE * 1000)
    for name, text in TYPED.items():
        field(page, name).fill(text)
    expect(page.get_by_text(t("minutes.unsaved"))).to_be_visible(timeout=PATIENCE * 1000)


def expect_typed(page: Page) -> None:
    for name, text in TYPED.items():
        expect(field(page, name)).to_have_value(text, timeout=PATIENCE * 1000)


def turn(page: Page, key: str, there: int) -> None:
    """Turn to a card by its key."""
    page.locator(f"{FORM} h1").click()
    page.keyboard.press(key)
    page.wait_for_function(f"() => location.search.includes('step={there}')", timeout=PATIENCE * 1000)


def test_it_outlasts_other_cards_and_the_agenda(screen: BrowserScreen) -> None:
    page = screen.page
    page.goto(screen.url + CARDS)
    fill(page)
    turn(page, "ArrowRight", 2)
    expect(page.get_by_text(t("minutes.unsaved"))).to_have_count(0)
    turn(page, "ArrowLeft", 1)
    expect_typed(page)
    page.keyboard.press("Escape")
    page.locator(f"{FORM}").wait_for(state="detached", timeout=PATIENCE * 1000)
    page.locator(".st-key-meeting_start button").click()
    expect_typed(page)


def test_it_outlasts_a_reload_and_another_language_but_not_the_tab(
    screen: BrowserScreen, open_screen: Callable[..., BrowserScreen]
) -> None:
    page = screen.page
    page.goto(screen.url + CARDS)
    fill(page)
    page.reload()  # the last field was not left yet
    expect_typed(page)
    page.goto(f"{screen.url}{CARDS}&lang=en")
    expect_typed(page)
    expect(page.get_by_text(words("en")("minutes.unsaved"))).to_be_visible()
    other = page.context.new_page()
    other.goto(screen.url + CARDS)
    other.locator(f"{FORM} summary").first.click(timeout=PATIENCE * 1000)
    expect(field(other, "decision")).to_have_value("")
    other.close()


def test_nothing_is_left_of_it_once_it_is_saved_or_given_up(screen: BrowserScreen) -> None:
    page = screen.page
    page.goto(screen.url + CARDS)
    fill(page)
    page.locator('[class*="_give_up"] button').click()
    expect(page.get_by_text(t("minutes.unsaved"))).to_have_count(0, timeout=PATIENCE * 1000)
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    fill(page)
    page.locator('[class*="st-key-minutes_new_"][class*="_save"] button').click()
    expect(page.get_by_text(t("minutes.saved"))).to_be_visible(timeout=PATIENCE * 1000)
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(page.locator(".said", has_text=TYPED["decision"])).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.get_by_text(t("minutes.unsaved"))).to_have_count(0)
