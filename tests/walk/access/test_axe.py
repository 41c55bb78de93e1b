"""No page breaks a rule that axe-core knows: as most readers see it, and in the full matrix when AXE_FULL is set."""

import os

import pytest
from app_server import AppServer
from axe_report import faults
from browser_screen import PATIENCE, BrowserScreen
from playwright.sync_api import Browser, expect
from reader_model import ADDRESSES, PARTS, SECTIONS, TABS

from components.address.view import View

GIRLS = View("risk", "school_attendance_15_17", (("gender", "f"),))
AGENDA = "~~".join(view.code for view in (GIRLS, View("risk", "population"), View("risk", "victims_identified")))
CARD = "/rreziku?indicator=school_attendance_15_17&gender=f"
PAGES = list(ADDRESSES.values())
TABS_AND_PARTS = [
    *(f"{CARD}&tab={tab}" for tab in TABS),
    "/anketa?tab=chart",
    "/sherbimet?part=people",
    f"/takimi?agenda={AGENDA}",
]
MORE = [
    f"{CARD}&view=twelve&compare=gender",
    "/rreziku?indicator=victims_identified",
    *(f"/anketa?tab={tab}" for tab in TABS),
    *(f"/sherbimet?part={part}" for part in PARTS),
    *(f"/metodat?section={section}" for section in SECTIONS),
    "/te-dhenat?desk=check",
]
# Pages without header and footer: a meeting's card, a card in another page.
BARE = [f"/takimi?step=1&agenda={AGENDA}", f"/?embed=true&card={GIRLS.code}"]
LOOKS = {
    ("sq", "light"): [*PAGES, *BARE],
    ("en", "dark"): ["/te-dhenat", *TABS_AND_PARTS],
}
if os.environ.get("AXE_FULL"):
    everything = [*PAGES, *TABS_AND_PARTS, *MORE, *BARE]
    LOOKS = {(language, ground): everything for language in ("sq", "en") for ground in ("light", "dark")}


@pytest.mark.parametrize(("language", "ground"), LOOKS, ids=map("-".join, LOOKS))
def test_axe_finds_nothing(browser: Browser, server: AppServer, language: str, ground: str) -> None:
    context = browser.new_context(
        viewport={"width": 1366, "height": 800}, locale="sq-AL", color_scheme=ground, reduced_motion="reduce"
    )
    screen = BrowserScreen(context.new_page(), server.url)
    found = {}
    for address in LOOKS[language, ground]:
        there = f"{address}{'&' if '?' in address else '?'}lang={language}"
        if address in BARE:
            screen.page.goto(server.url + there)
            expect(screen.page.locator(".st-key-presented h1, .st-key-alone h1")).to_be_visible(timeout=PATIENCE * 1000)
            expect(screen.page.locator("svg text").first).to_be_visible(timeout=PATIENCE * 1000)
        else:
            screen.open(there)
        assert screen.page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == ground
        if faults_there := faults(screen.page):
            found[there] = faults_there
    context.close()
    assert found == {}
    assert screen.foreign == []
