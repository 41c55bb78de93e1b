"""A committee's meeting in the browser: collect, start, turn the cards by keys, go back; and a card on another page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app_server import AppServer
from browser_screen import PATIENCE, BrowserScreen
from playwright.sync_api import Locator, Page, expect

from components.address.view import View
from components.downloads.embedding import embed_snippet
from i18n import words

t = words("sq")
GIRLS = View("risk", "school_attendance_15_17", (("gender", "f"),))
PROJECTORS = ({"width": 1366, "height": 768}, {"width": 1920, "height": 1080})
PIXELS = "each => parseFloat(getComputedStyle(each).fontSize)"


def add_card(screen: BrowserScreen) -> str:
    """Put the card on the screen on the agenda; its title."""
    with screen.run():
        screen.page.locator('[class*="st-key-agenda_"] button').click()
    return screen.page.locator(".st-key-card h2").inner_text()


def place(page: Page) -> Locator:
    return page.locator(".place")


def title(page: Page) -> Locator:
    return page.locator(".st-key-presented h1")


@pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: str(size["width"]))
def test_a_committee_reads_its_agenda(
    open_screen: Callable[..., BrowserScreen], server: AppServer, size: dict[str, int]
) -> None:
    screen = open_screen(server, size)
    page = screen.page
    screen.open("/rreziku?indicator=school_attendance_15_17&gender=f")
    first = add_card(screen)
    screen.go("/anketa")
    second = add_card(screen)
    screen.go("/takimi")
    with screen.server_run():
        page.locator(".st-key-meeting_start button").click()
    expect(title(page)).to_have_text(first, timeout=PATIENCE * 1000)
    for hidden in ("stHeader", "stSidebar"):
        expect(page.get_by_test_id(hidden)).not_to_be_visible()
    expect(page.locator(".limits strong")).to_have_text(t("meeting.limits"))
    assert title(page).evaluate(PIXELS) >= 40
    assert page.locator(".st-key-presented .said").first.evaluate(PIXELS) >= 26

    for key, there in (("ArrowRight", 2), ("PageUp", 1), ("End", 2), ("Home", 1), ("PageDown", 2), ("ArrowRight", 2)):
        page.keyboard.press(key)
        expect(place(page)).to_contain_text(t("meeting.place", n=there, count=2))
        expect(title(page)).to_have_text((first, second)[there - 1], timeout=PATIENCE * 1000)
    page.wait_for_function("() => location.search.includes('step=2')", timeout=PATIENCE * 1000)

    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null", timeout=PATIENCE * 1000)
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null", timeout=PATIENCE * 1000)

    with screen.run():
        page.keyboard.press("Escape")
    seen = screen.state()
    assert (seen.path, seen.faults) == ("/takimi", [])
    assert "step" not in seen.query
    assert seen.query["agenda"].count("~~") == 1
    expect(page.get_by_role("heading", name=f"2. {second}")).to_be_visible()


def test_two_quick_presses_turn_two_cards(screen: BrowserScreen) -> None:
    views = (GIRLS, View("risk", "population"), View("risk", "victims_identified"))
    screen.page.goto(f"{screen.url}/takimi?step=1&agenda={'~~'.join(view.code for view in views)}")
    expect(place(screen.page)).to_contain_text(t("meeting.place", n=1, count=3), timeout=PATIENCE * 1000)
    screen.page.keyboard.press("ArrowRight")
    screen.page.keyboard.press("ArrowRight")
    expect(place(screen.page)).to_contain_text(t("meeting.place", n=3, count=3))
    screen.page.wait_for_function("() => location.search.includes('step=3')", timeout=PATIENCE * 1000)
    expect(place(screen.page)).to_contain_text(t("meeting.place", n=3, count=3))


def test_another_page_shows_the_card_by_the_snippet(screen: BrowserScreen) -> None:
    page = screen.page
    page.goto(f"{screen.url}/_stcore/health")
    page.set_content(embed_snippet(t, GIRLS, screen.url))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".st-key-alone h1")).to_contain_text("15–17", timeout=PATIENCE * 1000)
    expect(frame.locator(".st-key-alone svg").first).to_be_visible()
    link = frame.get_by_role("link", name=t("embed.open"))
    expect(link).to_have_attribute("target", "_blank")
    assert link.evaluate("each => each.href") == GIRLS.address(screen.url, lang="sq")
    for hidden in ("stHeader", "stSidebar"):
        expect(frame.get_by_test_id(hidden)).not_to_be_visible()
    expect(frame.get_by_text(t("frame.exit"))).to_have_count(0)
    # That page names no icon, so the browser asks for one that is not there.
    screen.errors[:] = [each for each in screen.errors if "favicon.ico" not in each]


def test_an_unknown_card_is_told(screen: BrowserScreen) -> None:
    screen.page.goto(f"{screen.url}/?embed=true&card=risk.nonsense")
    expect(screen.page.get_by_text(t("embed.unknown"))).to_be_visible(timeout=PATIENCE * 1000)


def test_typing_the_minutes_turns_no_card(
    open_screen: Callable[..., BrowserScreen],
    fresh_server: Callable[..., AppServer],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("HARTA_MINUTES", "on")
    monkeypatch.setenv("HARTA_MINUTES_FILE", str(tmp_path / "minutes.sqlite"))
    screen = open_screen(fresh_server())
    page = screen.page
    page.goto(f"{screen.url}/takimi?step=1&agenda={GIRLS.code}~~risk.population")
    page.locator(".st-key-presented summary").first.click(timeout=PATIENCE * 1000)
    field = page.locator(".st-key-presented textarea").first
    field.click()
    for key in ("f", "ArrowLeft", "ArrowRight", "End", "PageDown"):
        page.keyboard.press(key)
    expect(field).to_have_value("f")
    assert page.evaluate("document.fullscreenElement") is None
    expect(place(page)).to_contain_text(t("meeting.place", n=1, count=2))
    title(page).click()
    page.keyboard.press("ArrowRight")
    expect(place(page)).to_contain_text(t("meeting.place", n=2, count=2))
