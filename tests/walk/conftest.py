"""A server, a browser, and for each test a tab of its own that may speak to nobody but that server."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app_server import AppServer, start_server
from browser_screen import BrowserScreen
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK: ViewportSize = {"width": 1366, "height": 800}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The server most tests share."""
    running = start_server(tmp_path_factory.mktemp("server") / "server.log")
    yield running
    running.stop()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Callable[..., AppServer]]:
    """Starts servers that nobody has visited yet."""
    started: list[AppServer] = []

    def start(entry: str = "server.py") -> AppServer:
        started.append(start_server(tmp_path / f"server-{len(started)}.log", entry))
        return started[-1]

    yield start
    for each in started:
        each.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROME_PATH names; closed with the file, for a test of another that runs
    something asynchronous cannot do so beside Playwright's own loop."""
    path = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    assert path, "the browser tests need Chromium: install it or name it in CHROME_PATH"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """What the readers of a file have in common: the browser's store of what was fetched, for Streamlit's own scripts
    take longer to fetch and to compile than a page of the app. `as_new` takes the rest away."""
    shared = browser.new_context(locale="sq-AL", reduced_motion="reduce")
    yield shared
    shared.close()


def as_new(page: Page, url: str) -> Page:
    """The tab, with nothing left behind by a reader before it."""
    page.context.clear_cookies()
    kept = {"origin": url, "storageTypes": "local_storage,indexeddb,service_workers,cache_storage"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", kept)
    return page


@pytest.fixture
def open_screen(context: BrowserContext, fresh_server: object) -> Iterator[Callable[..., BrowserScreen]]:
    """Opens tabs of new readers; when the test ends, each must have been free of errors and of requests elsewhere.

    `fresh_server` is named so that its servers end after the tabs: a tab without its server complains.
    """
    opened: list[BrowserScreen] = []

    def new_screen(server: AppServer, size: ViewportSize = DESK) -> BrowserScreen:
        page = as_new(context.new_page(), server.url)
        page.set_viewport_size(size)
        opened.append(BrowserScreen(page, server.url))
        return opened[-1]

    yield new_screen
    for each in opened:
        each.page.close()
    assert [address for each in opened for address in each.foreign] == []
    assert [error for each in opened for error in each.errors] == []


@pytest.fixture
def screen(open_screen: Callable[..., BrowserScreen], server: AppServer) -> BrowserScreen:
    """A tab on the shared server."""
    return open_screen(server)
