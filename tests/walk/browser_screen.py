"""What a reader sees and does in the browser, and the wait for what the app makes of it."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from app_server import HOST
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, WebSocket, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 30  # seconds
RENDERED = r"""() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !!document.querySelector('.footer') && !document.querySelector('#first-look')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[class*="st-key-pick_"]')]
      .every((box) => box.querySelector('[role=radio], [role=combobox], [role=toolbar], [type=checkbox]'))
    && [...document.querySelectorAll('[class*="st-key-chart_"]')].every((chart) => chart.querySelector('.main-svg'))
    && [...document.querySelectorAll('.stBidiComponent')].every((each) => {
      const inside = each.querySelector('[data-testid^="stBidiComponent"]')
      const root = inside?.shadowRoot ?? inside
      const looks = root?.querySelector('style')?.textContent ?? ''
      const [frame] = looks.match(/^\.(board|sheet)\b/) ?? []
      return root?.firstElementChild && (!frame || root.querySelector(`${frame} *`))
        && [...root.querySelectorAll('button')].every((button) => button.textContent)
    })
}"""
COMPLETE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
STATE = """() => ({
  address: location.href,
  language: document.documentElement.lang,
  page: document.querySelector('[data-testid="stTopNav"] a[aria-current="page"]')?.getAttribute('href') ?? null,
  picks: Object.fromEntries([...document.querySelectorAll('[class*="st-key-pick_"]')].map((box) => [
    box.className.match(/st-key-pick_(\\w+)/)[1],
    (({ true: 'on', false: 'off' })[box.querySelector('[type=checkbox]')?.checked]
      ?? box.querySelector('[role=combobox]')?.value
      ?? box.querySelector('[role=radio][aria-checked=true]')?.textContent ?? '').trim(),
  ])),
  faults: [...document.querySelectorAll('.stException, [data-testid="stAlert"], [role=dialog]')]
    .map((each) => each.innerText),
})"""


@dataclass(frozen=True)
class State:
    """What stands on the screen: path and codes of the address, language, menu entry, chosen labels, faults."""

    path: str
    query: dict[str, str]
    language: str
    page: str | None
    picks: dict[str, str]
    faults: list[str]


class BrowserScreen:
    """One tab of the browser."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.finished = 0
        self.alone = 0  # runs of a part of the page
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.held: list[tuple[WebSocketRoute, str | bytes]] | None = None
        page.on("websocket", self._listen)
        page.on("request", self._note_request)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            message = ForwardMsg.FromString(payload)
            if message.WhichOneof("type") == "script_finished" and message.script_finished in COMPLETE:
                self.finished += 1
                self.alone += message.script_finished == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname != HOST:
            self.foreign.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        # Below a page's path Streamlit first looks for its server there; the answer "not found" is part of the search.
        probe = PurePosixPath(urlsplit(message.location["url"]).path)
        if message.type == "error" and not ("_stcore" in probe.parts[2:] and "404" in message.text):
            self.errors.append(f"{message.text} ({message.location['url']})")

    @contextmanager
    def run(self) -> Iterator[None]:
        """Do in the block what makes the app run; afterwards that run is over and drawn."""
        with self.server_run():
            yield
        self.settle()

    @contextmanager
    def server_run(self) -> Iterator[None]:
        """Do in the block what makes the app run; afterwards the server has answered."""
        before = self.finished
        yield
        deadline = time.monotonic() + PATIENCE
        while self.finished == before:
            assert time.monotonic() < deadline, f"no run of the app came to an end at {self.page.url}"
            self.page.wait_for_timeout(5)  # the way to let Playwright deliver the websocket's messages

    def stand_between(self) -> None:
        """Before the first page is opened: let `hold` and `release` govern what the server sends."""

        def connect(reader: WebSocketRoute) -> None:
            def pass_on(message: str | bytes) -> None:
                self._count(message)
                if self.held is None:
                    reader.send(message)
                else:
                    self.held.append((reader, message))

            reader.connect_to_server().on_message(pass_on)

        self.page.route_web_socket(re.compile("_stcore/stream"), connect)

    def hold(self) -> None:
        """As on a slow line: the server's answers do not arrive, until they are released."""
        self.held = []

    def release(self, first: int | None = None) -> None:
        """Let everything arrive that was held, in its order, and what comes after; or the first of it only."""
        held = self.held or []
        self.held = None if first is None else held[first:]
        for reader, message in held[:first]:
            reader.send(message)
        if first is None:
            self.settle()

    def settle(self) -> None:
        """Wait until what the last run sent is drawn."""
        self.page.wait_for_function(RENDERED, timeout=PATIENCE * 1000)
        self.page.evaluate(TWO_FRAMES)

    def open(self, address: str = "/") -> None:
        """Open an address of the app."""
        with self.run():
            self.page.goto(self.url + address, wait_until="commit")

    def reload(self) -> None:
        """The browser's reload button."""
        with self.run():
            self.page.reload(wait_until="commit")

    def back(self) -> None:
        """The browser's Back button, once."""
        with self.run():
            self.page.go_back(wait_until="commit")

    def forward(self) -> None:
        """The browser's Forward button, once."""
        with self.run():
            self.page.go_forward(wait_until="commit")

    def go(self, path: str) -> None:
        """A page in the menu, by its path."""
        with self.run():
            self.page.click(f'[data-testid="stTopNav"] a[href="{self.url}{path}"]')

    def pick(self, key: str, label: str) -> None:
        """Choose the option called `label` in the widget of `key`."""
        box = self.pick_box(key)
        with self.run():
            if label in ("on", "off"):
                box.locator("label").click()
            elif box.get_by_role("combobox").count():
                box.get_by_role("combobox").click()
                box.get_by_role("combobox").fill(label)  # a long list holds only the options that are in view
                self.page.get_by_role("option", name=label, exact=True).click()
            else:
                box.get_by_role("radio", name=label, exact=True).click()

    def pick_box(self, key: str) -> Locator:
        """The widget of `key`."""
        return self.page.locator(f".st-key-pick_{key}")

    def county(self, area: str) -> Locator:
        """A county's button on the map."""
        return self.page.locator(f'.map [role="button"][data-area="{area}"]')

    def click_county(self, area: str) -> None:
        """Choose a county on the map, or give it up; its middle may be a neighbour's, its name never is."""
        with self.run():
            self.county(area).first.locator("text").first.click()

    def state(self) -> State:
        """What stands on the screen now."""
        read: dict[str, Any] = self.page.evaluate(STATE)
        address = urlsplit(read["address"])
        page = read["page"] and (urlsplit(read["page"]).path or "/")
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        return State(address.path, query, read["language"], page, read["picks"], read["faults"])
