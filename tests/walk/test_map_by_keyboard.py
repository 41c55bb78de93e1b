"""The map without a pointer: Tab to a county, Enter chooses it, Enter or Escape gives it up."""

import pytest
from browser_screen import BrowserScreen
from playwright.sync_api import expect

from data import FOCUS

GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
IN_FOCUS = """() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element?.dataset?.area ?? ''
}"""
SAID = {
    "AL-11": ("Tiranë", "92,4\u00a0%"),
    "AL-10": ("Shkodër", "94,1\u00a0%"),
    "AL-09": ("Dibër", "73,7\u00a0%"),
    "AL-07": ("Kukës", "(74,6\u00a0%)"),
}
MANY = 40  # more stops than lie between the card's tabs and the map's last county


def tab_to(screen: BrowserScreen, area: str) -> list[str]:
    """Press Tab, from the card's tabs on, until the county has the focus; the counties passed, this one included."""
    screen.pick_box("tab").get_by_role("radio").last.focus()
    passed: list[str] = []
    for _ in range(MANY):
        screen.page.keyboard.press("Tab")
        if focused := screen.page.evaluate(IN_FOCUS):
            passed.append(focused)
        if focused == area:
            return passed
    raise AssertionError(f"Tab does not lead to {area}; counties passed: {passed}")


def press(screen: BrowserScreen, key: str) -> None:
    with screen.run():
        screen.page.keyboard.press(key)


@pytest.mark.parametrize("giving_up", ["Enter", "Escape", " "])
def test_county_is_chosen_and_given_up(screen: BrowserScreen, giving_up: str) -> None:
    screen.open(GIRLS)
    tab_to(screen, "AL-09")
    county = screen.county("AL-09")
    expect(county).to_have_attribute("aria-pressed", "false")
    press(screen, "Enter")
    assert screen.state().query["county"] == "AL-09"
    expect(county).to_have_attribute("aria-pressed", "true")
    assert screen.page.evaluate(IN_FOCUS) == "AL-09"
    press(screen, giving_up)
    assert "county" not in screen.state().query
    expect(county).to_have_attribute("aria-pressed", "false")
    assert screen.page.evaluate(IN_FOCUS) == "AL-09"


def test_tab_visits_every_county_once(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    last = screen.page.locator('.map [role="button"]').last.get_attribute("data-area")
    assert last
    assert sorted(tab_to(screen, last)) == sorted(FOCUS)


def test_focused_county_is_marked(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    expect(screen.county("AL-10").locator(".ring")).to_have_css("visibility", "hidden")
    tab_to(screen, "AL-10")
    expect(screen.county("AL-10").locator(".ring")).to_have_css("visibility", "visible")


def test_names_say_county_and_figure(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    for area, (name, figure) in SAID.items():
        county = screen.page.get_by_role("button", name=name)
        expect(county).to_have_attribute("data-area", area)
        label = county.get_attribute("aria-label") or ""
        assert label.startswith(name)
        assert figure in label
    group = screen.page.locator(".map svg")
    assert group.get_attribute("role") == "group"
