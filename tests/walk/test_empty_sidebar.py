"""A page without filters has the whole width, whichever page and however slow a computer one comes from."""

import pytest
from browser_screen import PATIENCE, BrowserScreen

WITH_FILTERS = ("/rreziku", "/anketa", "/sherbimet", "/qarku", "/te-dhenat")
WITHOUT = ("/takimi", "/programi", "/metodat", "/")
ROOM = """() => {
  const bar = document.querySelector('[data-testid="stSidebar"]')
  return bar ? Math.max(0, bar.getBoundingClientRect().right) : 0
}"""


@pytest.mark.parametrize("start", WITH_FILTERS)
def test_a_turn_leaves_no_empty_sidebar(screen: BrowserScreen, start: str) -> None:
    screen.page.context.new_cdp_session(screen.page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for turn in WITHOUT:
        screen.open(start)
        assert screen.page.evaluate(ROOM) >= 300, "the filters are there"
        screen.go(turn)
        screen.page.wait_for_function(f"({ROOM})() === 0", timeout=PATIENCE * 1000)
        screen.page.wait_for_timeout(700)
        assert screen.page.evaluate(ROOM) == 0, (start, turn)


def test_a_sidebar_from_which_everything_went_takes_no_room(screen: BrowserScreen) -> None:
    screen.open("/rreziku")
    assert screen.page.evaluate(ROOM) >= 300
    inside = '[data-testid="stSidebarUserContent"] [data-testid="stElementContainer"]'
    screen.page.evaluate(f"document.querySelectorAll('{inside}').forEach((each) => each.remove())")
    assert screen.page.evaluate(ROOM) == 0
