"""Chromium for the measurements: started anew for every first visit, so that nothing is in its memory."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Playwright

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 4e6 / 8, "uploadThroughput": 4e6 / 8}
PATIENCE = 120_000  # milliseconds
# A map is visible once a county's outline stands in the page; ours stands in the shadow tree of its component.
MAP_SHOWN = """() => [document, ...[...document.querySelectorAll('.stBidiComponent *')].map((each) => each.shadowRoot)]
  .some((root) => root?.querySelector('.map svg path, .choroplethlayer path'))"""


# Ours stands in the shell at first, as a picture; it answers once it is the page's own.
MAP_ANSWERS = """() => !!document.querySelector('.stBidiComponent .map svg path, .choroplethlayer path')"""
# Told by the page itself, frame by frame: whoever asks from outside waits until the page is idle.
CLOCK = f"""{{
  const shown = {MAP_SHOWN}
  const answers = {MAP_ANSWERS}
  const look = () => {{
    if (!window.__shown && shown()) requestAnimationFrame(() => {{ window.__shown ??= performance.now() }})
    if (!window.__answers && answers()) window.__answers = performance.now()
    if (!window.__shown || !window.__answers) requestAnimationFrame(look)
  }}
  requestAnimationFrame(look)
}}"""


def start(playwright: Playwright) -> Browser:
    """A browser of this machine: the one that CHROME_PATH names, or Chromium."""
    path = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def opened(browser: Browser) -> Page:
    """An empty page in the size of a small laptop."""
    return browser.new_page(viewport={"width": 1366, "height": 900}, locale="sq-AL")


@dataclass
class Visit:
    """What a first visit took until the map was to be seen, until it answered, and what came over the line until
    nothing more came."""

    milliseconds: float
    answering: float
    kilobytes: float
    requests: int
    largest: list[tuple[str, float]]


class Line:
    """What comes over the line of a page: bytes as they were sent, headers and websocket included."""

    def __init__(self, session: CDPSession) -> None:
        self.names: dict[str, str] = {}
        self.sizes: dict[str, float] = {}
        self.socket = 0.0
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._begin)
        session.on("Network.loadingFinished", self._end)
        session.on("Network.webSocketFrameReceived", self._frame)

    def _begin(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            self.names[event["requestId"]] = event["request"]["url"].rsplit("/", 1)[-1]

    def _end(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.names:
            self.sizes[event["requestId"]] = event["encodedDataLength"]

    def _frame(self, event: dict[str, Any]) -> None:
        self.socket += len(event["response"]["payloadData"]) * 3 / 4  # binary frames are told in base64


@contextmanager
def cold_page(playwright: Playwright, *, slow: bool) -> Iterator[tuple[Page, Line]]:
    """A page of a browser that was never anywhere, on a slow line or on none."""
    browser = start(playwright)
    try:
        page = opened(browser)
        session = page.context.new_cdp_session(page)
        line = Line(session)
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW)
        yield page, line
    finally:
        browser.close()


def first_visit(playwright: Playwright, url: str, *, slow: bool) -> Visit:
    """A visit to an address until its map is visible, and then until the line has been quiet for two seconds."""
    with cold_page(playwright, slow=slow) as (page, line):
        page.add_init_script(CLOCK)
        page.goto(url, wait_until="commit", timeout=PATIENCE)
        page.wait_for_function("window.__shown && window.__answers", timeout=PATIENCE)
        shown, answers = page.evaluate("[window.__shown, window.__answers]")
        before = -1.0
        while before != sum(line.sizes.values()) + line.socket:
            before = sum(line.sizes.values()) + line.socket
            page.wait_for_timeout(2000)
        largest = sorted(
            ((line.names[key], size / 1000) for key, size in line.sizes.items()), key=lambda pair: -pair[1]
        )
        return Visit(shown, answers, before / 1000, len(line.sizes), largest[:6])
