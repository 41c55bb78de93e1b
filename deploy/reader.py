"""A reader in a browser of their own, who may be cut off: what stands on the page, and when it is back."""

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 60.0  # seconds
RESTS = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !!document.querySelector('.footer') && !document.querySelector('#first-look')
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && [...document.querySelectorAll('.sheet')].every((each) => each.querySelector('.map svg text'))
    && [...document.querySelectorAll('.stBidiComponent')].every((each) => each.querySelector('div div'))
}"""
COMPLETE = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
# A part that the running script has not drawn again yet is marked as stale by Streamlit and belongs to the page before.
SEEN = """() => {
  const fresh = (each) => !each.closest('[data-stale="true"]')
  const texts = (selector) => [...document.querySelectorAll(selector)].filter(fresh).map((each) => each.textContent)
  const app = document.querySelector('[data-testid="stApp"]')
  return {
    address: location.pathname + location.search,
    language: document.documentElement.lang,
    state: app?.dataset.testConnectionState + ' ' + app?.dataset.testScriptState,
    stale: !!document.querySelector('[data-stale="true"]'),
    picks: Object.fromEntries([...document.querySelectorAll('[class*="st-key-pick_"]')].map((box) => [
      box.className.match(/st-key-pick_(\\w+)/)[1],
      (box.querySelector('[role=combobox]')?.value
        ?? box.querySelector('[role=radio][aria-checked=true]')?.textContent ?? '').trim(),
    ])),
    footer: texts('.footer').join(' '),
    small: texts('.small').join(' '),
    news: texts('.news').join(' '),
    figures: texts('.map svg text'),
    dialogs: texts('[role=dialog], [data-testid="stAlert"], .stException'),
  }
}"""
RELEASE = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{8}")


@dataclass(frozen=True)
class Seen:
    """What stands on the page at one moment."""

    address: str
    language: str
    picks: dict[str, str]
    figures: tuple[str, ...]
    releases: frozenset[str]
    news: str
    dialogs: tuple[str, ...]
    state: str
    stale: bool

    def says_what(self, other: "Seen") -> bool:
        """Whether page, filters and language are the same."""
        return (self.address, self.language, self.picks) == (other.address, other.language, other.picks)


class Reader:
    """One browser context with one page."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.context = browser.new_context(viewport={"width": 1366, "height": 800}, accept_downloads=True)
        self.page = self.context.new_page()
        self.url = url
        self.runs = 0
        self.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            message = ForwardMsg.FromString(payload)
            ended = message.script_finished in COMPLETE
            self.runs += message.WhichOneof("type") == "script_finished" and ended

    def open(self, address: str) -> None:
        """Open an address of the app."""
        before = self.runs
        self.page.goto(self.url + address, wait_until="commit")
        self.wait_for_run(before)

    def wait_for_run(self, before: int) -> float:
        """Wait until another run than `before` is over and drawn: the seconds it took. RuntimeError after a minute."""
        began = time.monotonic()
        while self.runs <= before:
            if time.monotonic() - began > PATIENCE:
                raise RuntimeError(f"nothing came at {self.page.url}: {self.seen()}")
            self.page.wait_for_timeout(20)
        self.page.wait_for_function(RESTS, timeout=PATIENCE * 1000)
        return time.monotonic() - began

    def options(self, key: str) -> list[str]:
        """The labels that a filter offers."""
        return self.page.locator(f".st-key-pick_{key}").get_by_role("radio", disabled=False).all_inner_texts()

    def pick(self, key: str, label: str) -> None:
        """Choose a filter's option by its label."""
        before = self.runs
        self.page.locator(f".st-key-pick_{key}").get_by_role("radio", name=label, exact=True).click()
        self.wait_for_run(before)

    def take(self, button: str) -> bytes:
        """The file that is offered under a button."""
        with self.page.expect_download(timeout=PATIENCE * 1000) as waiting:
            self.page.get_by_role("button", name=button, exact=True).first.click()
        return Path(waiting.value.path()).read_bytes()

    def replica(self) -> str:
        """The replica that the reader's cookie names."""
        return next((str(each.get("value")) for each in self.context.cookies() if each.get("name") == "harta"), "")

    def seen(self) -> Seen:
        """What stands on the page now; of a page in the making, the parts that are already of this run."""
        read: dict[str, Any] = self.page.evaluate(SEEN)
        said = " ".join((read["footer"], read["small"])).replace(read["news"] or "\0", "")  # the news name other ones
        return Seen(
            address=read["address"],
            language=read["language"],
            picks=read["picks"],
            figures=tuple(read["figures"]),
            releases=frozenset(RELEASE.findall(said)),
            news=read["news"],
            dialogs=tuple(read["dialogs"]),
            state=read["state"],
            stale=read["stale"],
        )
