"""The Albanian page says nothing in English: no word of ours left untranslated, none that Streamlit brings along."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from app_server import AppServer
from browser_screen import BrowserScreen
from playwright.sync_api import BrowserContext, ViewportSize, expect
from reader_model import ADDRESSES, RELEASE, SECTIONS, TABS

DESK: ViewportSize = {"width": 1366, "height": 800}
GIRLS = "/rreziku?indicator=school_attendance_15_17&gender=f"
# Everything a reader sees, hears or finds on pointing. Not: scripts, icons written as words, cited titles (in
# italics), cells and links that hold the titles of publications, markup to copy, and what a document itself marks as
# another language.
COLLECT = """() => {
  const said = new Map()
  const skipped = 'style, script, noscript, em, [data-testid="stIconMaterial"], table.list td, ' +
    'a[href^="http"][target], [lang]:not(html), [data-testid="stCode"] code'
  const put = (text, element) => text?.trim() && said.set(text.trim().replace(/\\s+/g, ' '),
    element.closest('[data-testid]')?.dataset.testid ?? element.tagName)
  const walk = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.shadowRoot) walk(element.shadowRoot)
    if (element.closest(skipped)) return
    for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'])
      put(element.getAttribute(name), element)
    element.childNodes.forEach((node) => node.nodeType === Node.TEXT_NODE && put(node.data, element))
  })
  walk(document)
  return [...said]
}"""
# Frequent English words and what Streamlit says by itself; none of them is an Albanian word.
ENGLISH = re.compile(
    r"\b(the|of|and|for|with|from|this|that|is|are|was|not|you|your|please|"
    r"search|open|close|dismiss|results?|settings|print|record|rerun|choose|select|options?|available|page|pages|home|"
    r"navigate|collapse|expand|sidebar|theme|light|dark|system|running|stop|connecting|connection|error|unable|"
    r"download|fullscreen|press|apply|skip|content|copy|version|clear|value|made|found|requested|server|"
    r"responding|loading|show|hide|more|less|view)\b",
    re.IGNORECASE,
)
# Asked for in these very words by those who made the boundaries and the first wave's report.
ATTRIBUTIONS = ("Made with Natural Earth", "Davy, D., and Metanji, B.", "Open Font License", "Open Numbers")


def proper_names() -> list[str]:
    """Titles and publishers, as their publishers write them; the longest first, for some contain others."""
    publications = RELEASE.programme["publications"]["publication"]
    names = {name for each in RELEASE.sources.values() for name in (each.title, each.publisher, each.cites, each.copy)}
    names |= {each.get(part, "") for each in publications for part in ("title", "publisher")}
    return sorted(filter(None, (*names, *ATTRIBUTIONS)), key=len, reverse=True)


NAMES = proper_names()


def english(screen: BrowserScreen) -> list[str]:
    """What stays in English on the screen, each with the part of the page that says it; words that Streamlit draws
    are exchanged only after they stand there."""
    deadline = time.monotonic() + 5
    while (found := english_now(screen)) and time.monotonic() < deadline:
        screen.page.wait_for_timeout(50)
    return found


def english_now(screen: BrowserScreen) -> list[str]:
    """What is said in English on the screen at this moment."""
    found = []
    for text, place in screen.page.evaluate(COLLECT):
        own = text
        for name in NAMES:
            own = own.replace(" ".join(name.split()), "")
        own = re.sub(r"«[^»]*»|https?://\S+", "", own)
        if match := ENGLISH.search(own):
            found.append(f"{match.group()!r} in {text[:160]!r} ({place})")
    return found


@pytest.fixture(scope="module")
def tab(context: BrowserContext, server: AppServer) -> Iterator[BrowserScreen]:
    """One tab for all pages that are only looked at."""
    shared = BrowserScreen(context.new_page(), server.url)
    shared.page.set_viewport_size(DESK)
    yield shared
    shared.page.close()


@pytest.mark.parametrize(
    "address",
    [
        *ADDRESSES.values(),
        *(f"{GIRLS}&tab={tab}" for tab in TABS),
        f"{GIRLS}&compare=period&view=twelve",
        "/rreziku?indicator=victims_identified",
        *(f"/metodat?section={section}" for section in SECTIONS[1:]),
    ],
)
def test_page(tab: BrowserScreen, address: str) -> None:
    tab.open(address)
    assert english(tab) == []
    assert tab.foreign == tab.errors == []


def test_open_list_and_search_without_match(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    box = screen.pick_box("indicator").get_by_role("combobox")
    box.click()
    screen.page.get_by_role("option").first.wait_for()
    assert english(screen) == []
    box.fill("zzzz")
    expect(screen.page.get_by_role("option")).to_have_count(1)  # the sentence that there is none
    assert english(screen) == []


def test_sidebar_closed_and_open(screen: BrowserScreen) -> None:
    screen.open(GIRLS)
    screen.page.locator('[data-testid="stSidebar"]').hover()
    screen.page.locator('[data-testid="stSidebarCollapseButton"] button').click()
    expand = screen.page.get_by_test_id("stExpandSidebarButton")
    expand.hover()
    assert english(screen) == []
    expand.click()
    expect(expand).to_have_count(0)
    assert english(screen) == []


def test_main_menu(screen: BrowserScreen) -> None:
    screen.open("/")
    for button in screen.page.locator('[data-testid="stMainMenu"] button, [data-testid="stMainMenuButton"]').all():
        button.click()
        screen.page.get_by_test_id("stMainMenuPopover").wait_for()
    assert english(screen) == []


@pytest.mark.parametrize("address", ["/programi", "/metodat?section=sources"])
def test_search_box(screen: BrowserScreen, address: str) -> None:
    screen.open(address)
    box = screen.page.get_by_role("textbox")
    box.click()
    box.press_sequentially("zzzz")
    screen.page.get_by_test_id("InputInstructions").wait_for()
    assert english(screen) == []
    with screen.run():
        box.press("Enter")
    assert english(screen) == []


def test_charts_under_the_pointer(screen: BrowserScreen) -> None:
    screen.open(f"{GIRLS}&tab=chart")
    for chart in screen.page.get_by_test_id("stPlotlyChart").all():
        chart.locator(".main-svg").first.wait_for()
        chart.hover()
        assert english(screen) == []


def test_address_without_a_page(open_screen: Callable[..., BrowserScreen], server: AppServer) -> None:
    screen = open_screen(server)
    answer = screen.page.goto(f"{server.url}/nuk-ka")
    assert answer is not None and answer.status == 404
    screen.page.get_by_role("heading", level=1).wait_for()
    assert english(screen) == []
    screen.errors.clear()  # the browser tells its console of the 404


def test_server_gone(open_screen: Callable[..., BrowserScreen], fresh_server: Callable[..., AppServer]) -> None:
    server = fresh_server()
    screen = open_screen(server)
    screen.open("/metodat")
    server.stop()
    screen.page.get_by_role("dialog").wait_for(timeout=60_000)
    found = english(screen)
    screen.page.close()
    screen.errors.clear()  # the browser itself reports that the server does not answer
    assert found == []
