"""Every task without a pointer: Tab reaches each control, shows where it is, and leaves the page again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app_server import AppServer
from browser_screen import PATIENCE, BrowserScreen
from focus_walk import stops, tab_to
from playwright.sync_api import expect
from reader_model import ADDRESSES

from data import FOCUS
from i18n import words

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
t = words("sq")


def test_tab_reaches_everything_on_a_card_and_is_seen_everywhere(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    passed = stops(screen)
    assert [stop for stop in passed if not stop.ringed] == []
    assert [stop for stop in passed if not stop.in_sight] == []
    assert [stop for stop in passed if not stop.name] == []
    names = [stop.name for stop in passed]
    assert names[0] == t("streamlit.skip_link.to")
    assert {t(f"nav.{stem}") for stem in ADDRESSES} <= set(names)
    assert {t("frame.exit"), t("filter.copy_link"), t("filter.published_only")} <= set(names)
    filters = {"theme", "indicator", "gender", "age", "cycle", "period", "view", "compare"}
    assert filters | {"lang", "tab", "kind"} <= {stop.key for stop in passed}
    assert sorted(stop.area for stop in passed if stop.area) == sorted(FOCUS)


@pytest.mark.parametrize("address", ["/", "/te-dhenat", "/anketa", "/metodat"])
def test_no_page_hides_or_keeps_the_keyboard(screen: BrowserScreen, address: str) -> None:
    screen.open(address)
    passed = stops(screen)
    assert [stop for stop in passed if not (stop.ringed and stop.name)] == []


def test_the_skip_link_leads_past_menu_and_filters(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    tab_to(screen, name=t("streamlit.skip_link.to"))
    screen.page.keyboard.press("Enter")
    nearest = [tab_to(screen, key="kind"), tab_to(screen, key="lang"), tab_to(screen, key="tab")]
    assert all(nearest)
    assert "stMain" in screen.page.evaluate("document.activeElement.closest('[data-testid=stMain]').dataset.testid")


def test_indicator_language_and_file_are_chosen_by_keys(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    tab_to(screen, key="indicator")
    screen.page.keyboard.press("ArrowDown")
    screen.page.keyboard.press("ArrowDown")
    with screen.run():
        screen.page.keyboard.press("Enter")
    chosen = screen.state().query["indicator"]
    assert chosen != "school_attendance_15_17"

    tab_to(screen, key="lang")
    with screen.run():
        screen.page.keyboard.press("ArrowRight")
        screen.page.keyboard.press("Space")
    assert screen.state().language == "en"

    tab_to(screen, key="tab")
    for _ in range(3):
        screen.page.keyboard.press("ArrowRight")
    with screen.run():
        screen.page.keyboard.press("Space")
    assert screen.state().query["tab"] == "download"

    tab_to(screen, name=words("en")("file_format.csv"))
    with screen.page.expect_download(timeout=PATIENCE * 1000) as delivery:
        screen.page.keyboard.press("Enter")
    assert chosen in delivery.value.suggested_filename


def test_minutes_are_written_by_keys(
    open_screen: Callable[..., BrowserScreen],
    fresh_server: Callable[..., AppServer],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("HARTA_MINUTES", "on")
    monkeypatch.setenv("HARTA_MINUTES_FILE", str(tmp_path / "minutes.sqlite"))
    screen = open_screen(fresh_server())
    screen.page.goto(f"{screen.url}/takimi?step=1&agenda=risk.population")
    expect(screen.page.locator(".st-key-presented summary").first).to_be_visible(timeout=PATIENCE * 1000)
    assert tab_to(screen, role="summary").ringed
    screen.page.keyboard.press("Enter")
    assert tab_to(screen, role="textarea").ringed
    screen.page.keyboard.type("Takohemi në mars.")
    expect(screen.page.locator(".st-key-presented textarea").first).to_have_value("Takohemi në mars.")
