"""The quick exit leads away at once, and neither Back nor Forward leads to a page of ours again."""

import pytest
from browser_screen import BrowserScreen
from playwright.sync_api import Page, Route

from components.widgets.ways_out import AWAY, SAFE_PLACE
from i18n import words

HARMLESS = "<!doctype html><title>harmless</title>"


@pytest.fixture
def page(screen: BrowserScreen) -> Page:
    """A tab in which the harmless page is the test's own: no request leaves this machine."""

    def answer(route: Route) -> None:
        route.fulfill(body=HARMLESS, content_type="text/html")

    screen.page.route(f"{SAFE_PLACE}**", answer)
    screen.page.route(
        f"{screen.url}/{AWAY}", answer
    )  # which leads there: tests/components/serving/test_nothing_here.py
    return screen.page


def leave(screen: BrowserScreen, page: Page) -> None:
    with page.expect_navigation(url=SAFE_PLACE, wait_until="load"):
        page.get_by_role("link", name=words("sq")("frame.exit"), exact=True).click()
    screen.foreign.clear()  # the one place that it may lead to; answered above


def is_away(screen: BrowserScreen, page: Page) -> bool:
    """Whether nothing of ours stands there, by address and by what is shown."""
    ours = page.url.startswith(screen.url) and page.url != f"{screen.url}/{AWAY}"
    return not ours and page.title() in ("harmless", "")


@pytest.mark.parametrize("visited", [[], ["/anketa"], ["/anketa", "/metodat", "/rreziku"]])
def test_neither_back_nor_forward_leads_to_a_page_of_ours(
    screen: BrowserScreen, page: Page, visited: list[str]
) -> None:
    page.goto("about:blank#before")
    screen.open("/rreziku?gender=f")
    for path in visited:
        screen.go(path)
    leave(screen, page)
    for _ in range(len(visited) + 1):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(300)
        assert is_away(screen, page), page.url
        if page.url.startswith("about:blank"):
            break
    while page.go_forward(wait_until="commit"):
        page.wait_for_timeout(300)
        assert is_away(screen, page), page.url
    screen.foreign.clear()
    screen.errors.clear()  # a tab that leaves cuts off its session
