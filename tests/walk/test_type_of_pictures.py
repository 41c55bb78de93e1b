"""The text of every picture can be read at every width of the window, also at 200 % zoom and on a low screen."""

from collections.abc import Callable

import pytest
from app_server import AppServer
from browser_screen import BrowserScreen

SIZES = [
    (390, 844),
    (683, 384),
    (800, 600),
    (820, 1180),
    (900, 800),
    (1024, 768),
    (1150, 800),
    (1250, 800),
    (1366, 768),
]
LEAST = 11.95  # pixels: 12, less what a browser rounds
# The size that each text of a picture has on the screen, in open and in shadowed parts of the page.
SMALLEST = """() => {
  const found = []
  const walk = (root) => root.querySelectorAll("*").forEach((each) => {
    if (each.shadowRoot) walk(each.shadowRoot)
    if (each.tagName !== "text" || !each.textContent.trim()) return
    const box = each.getBoundingClientRect(), matrix = each.getScreenCTM()
    if (!box.width || !matrix || getComputedStyle(each).visibility === "hidden") return
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
    found.push([parseFloat(getComputedStyle(each).fontSize) * scale, each.textContent.trim().slice(0, 30)])
  })
  walk(document)
  return found.sort((one, other) => one[0] - other[0])
}"""
PAGES = [
    "/",
    "/rreziku?indicator=school_attendance_15_17&gender=f",
    "/rreziku?indicator=school_attendance_15_17&gender=f&view=twelve",
    "/rreziku?indicator=school_attendance_15_17&compare=gender",
    "/rreziku?indicator=school_attendance_15_17&tab=chart",
    "/anketa?tab=chart",
    "/sherbimet",
    "/sherbimet?part=people",
    "/qarku",
]


@pytest.mark.parametrize("address", PAGES)
def test_no_text_of_a_picture_is_too_small_to_read(
    open_screen: Callable[..., BrowserScreen], server: AppServer, address: str
) -> None:
    screen = open_screen(server)
    screen.open(address)
    small = {}
    for width, height in SIZES:
        screen.page.set_viewport_size({"width": width, "height": height})
        screen.settle()
        texts = screen.page.evaluate(SMALLEST)
        assert texts, f"no picture at {width}"
        if texts and texts[0][0] < LEAST:
            small[width] = texts[0]
    assert small == {}
