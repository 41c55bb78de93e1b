"""A telephone held upright: nothing wider than the screen, the menu in reach, the map to be seen."""

from collections.abc import Callable

import pytest
from app_server import AppServer
from browser_screen import PATIENCE, BrowserScreen
from reader_model import ADDRESSES, SECTIONS

PHONE = {"width": 390, "height": 844}
GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
TOO_WIDE = """() => [document.documentElement, document.body, document.querySelector('[data-testid="stMain"]')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1)
  .map((each) => `${each.tagName} ${each.scrollWidth} > ${each.clientWidth}`)"""
# Every page and tab is measured at this width in access/test_other_displays.py; these are the others.
PAGES = [f"{GIRLS}&view=twelve&compare=gender", *(f"/metodat?section={section}" for section in SECTIONS)]


@pytest.fixture
def phone(open_screen: Callable[..., BrowserScreen], server: AppServer) -> BrowserScreen:
    return open_screen(server, PHONE)


def test_no_page_is_wider_than_the_screen(phone: BrowserScreen) -> None:
    wide = {}
    for address in PAGES:
        phone.open(address)
        if found := phone.page.evaluate(TOO_WIDE):
            wide[address] = found
    assert wide == {}


def test_menu_is_in_reach(phone: BrowserScreen) -> None:
    phone.open("/")
    for address in (*list(ADDRESSES.values())[1:], "/"):
        entry = phone.page.locator(f'[data-testid="stSidebarNavLink"][href="{phone.url}{address}"]')
        expand = phone.page.get_by_test_id("stExpandSidebarButton")
        if expand.is_visible():  # a menu that the page before left open has no such button
            expand.click()
        with phone.run():
            entry.click()
        # The width reported by the page before may run the app once more; the address follows the click, not that run.
        phone.page.wait_for_function("address => location.pathname === address", arg=address, timeout=PATIENCE * 1000)
        phone.settle()


@pytest.mark.parametrize("address", ["/", GIRLS, f"{GIRLS}&view=twelve"])
def test_map_fills_the_screen_without_leaving_it(phone: BrowserScreen, address: str) -> None:
    phone.open(address)
    svg = phone.page.locator(".map svg").first
    svg.scroll_into_view_if_needed()
    box = svg.bounding_box()
    assert box
    assert box["width"] > 250
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
