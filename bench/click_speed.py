"""From the click on a filter to the painted page, and what a click costs the server: our pages against the yardstick.

    python bench/click_speed.py              12 clicks a page and round, 2 rounds, both servers in turn
    python bench/click_speed.py --rounds 5

The same pages show the same figures: a map of the counties and their figures with intervals. A click is over when the
page has not changed for half a second and the app says that it rests; counted is the time to the last change. First all
choices are clicked once, as the app of a running server has them in its memory.
"""

import argparse
import statistics
from collections.abc import Callable
from pathlib import Path

from browsing import MAP_SHOWN, opened, start
from playwright.sync_api import Locator, Page, sync_playwright
from report import Targets, machine
from serving import ROOT, Served, serve

QUIET = 500  # milliseconds without a change: the page is painted
WATCH = """() => {
  if (window.__watch) return
  const watch = window.__watch = { clicked: 0, changed: 0 }
  addEventListener('pointerdown', () => { watch.clicked = watch.changed = performance.now() }, true)
  const observer = new MutationObserver(() => { watch.changed = performance.now() })
  const observe = (root) => observer.observe(root, {
    subtree: true, childList: true, attributes: true, characterData: true,
  })
  observe(document.body)
  // A component's picture stands in a tree of its own, which an observer of the page does not see.
  document.querySelectorAll('*').forEach((each) => each.shadowRoot && observe(each.shadowRoot))
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (...how) {
    const root = attach.apply(this, how)
    observe(root)
    return root
  }
}"""
RESTS = f"""() => {{
  const app = document.querySelector('[data-testid="stApp"]')
  return app?.dataset.testScriptState === 'notRunning' && performance.now() - window.__watch.changed > {QUIET}
    && window.__watch.changed > window.__watch.clicked + 20
}}"""
OURS = {
    "risk": "/rreziku?indicator=school_attendance_15_17",
    "survey": "/anketa?question=heard",
    "services": "/sherbimet?part=people",
}
AT_MOST, CPU_AT_MOST = 0.5, 30.0
KEYS = {"risk": "gender", "survey": "gender", "services": "cycle"}


def clicks(page: Page, key: str, times: int, cpu: Callable[[], float]) -> tuple[list[float], float]:
    """Milliseconds of each click on the choices of a filter in turn, and the server's CPU milliseconds a click."""
    spent = []
    before = cpu()
    for number in range(times):
        box = page.locator(f".st-key-pick_{key}")
        radios = box.locator("label:has(input[type=radio]), button[role=radio]")
        unchecked = [each for each in radios.all() if not is_chosen(each)]
        unchecked[number % len(unchecked)].click()
        page.wait_for_function(RESTS, timeout=30_000)
        spent.append(page.evaluate("window.__watch.changed - window.__watch.clicked"))
    return spent, 1000 * (cpu() - before) / times


def is_chosen(option: Locator) -> bool:
    """Whether this is the option in force."""
    chosen = "each => each.getAttribute('aria-checked') === 'true' || !!each.querySelector('input:checked')"
    return bool(option.evaluate(chosen))


def visited(page: Page, address: str) -> Page:
    """The page once its map is there, under watch."""
    page.goto(address)
    page.wait_for_function(MAP_SHOWN, timeout=60_000)
    page.evaluate(WATCH)
    page.wait_for_timeout(1500)
    return page


def measure(page: Page, servers: dict[str, Served], rounds: int, times: int, targets: Targets) -> None:
    """Every page in turn: its clicks, and what they are held to."""
    for name, address in OURS.items():
        addresses = {"ours": servers["ours"].url + address, "yardstick": f"{servers['yardstick'].url}/?page={name}"}
        wall: dict[str, list[float]] = {"ours": [], "yardstick": []}
        cpu: dict[str, list[float]] = {"ours": [], "yardstick": []}
        for number in range(rounds + 1):
            for who, served in servers.items():
                spent, each = clicks(visited(page, addresses[who]), KEYS[name], times, served.cpu_seconds)
                if number:  # the first round fills memories
                    wall[who] += spent
                    cpu[who].append(each)
        middle = {who: statistics.median(times) for who, times in wall.items()}
        cost = {who: statistics.median(times) for who, times in cpu.items()}
        print(
            f"{name}: click to painted page {middle['ours']:.0f} ms, yardstick {middle['yardstick']:.0f} ms; "
            f"server CPU a click {cost['ours']:.0f} ms, yardstick {cost['yardstick']:.0f} ms",
            flush=True,
        )
        targets.hold(f"{name}, click to painted page, ratio", middle["ours"] / middle["yardstick"], AT_MOST)
        targets.hold(f"{name}, server CPU a click", cost["ours"], CPU_AT_MOST, "ms")


def main() -> None:
    """Start both servers, click, end both."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=2)
    asked.add_argument("--clicks", type=int, default=12)
    chosen = asked.parse_args()
    folder = Path(__file__).parent / "yardstick"
    print(machine())
    targets = Targets()
    servers: dict[str, Served] = {}
    try:
        servers["ours"] = serve(ROOT / "server.py")
        servers["yardstick"] = serve(folder / "yardstick.py", folder)
        with sync_playwright() as playwright:
            browser = start(playwright)
            measure(opened(browser), servers, chosen.rounds, chosen.clicks, targets)
            browser.close()
    finally:
        for each in servers.values():
            each.stop()
    targets.end()


if __name__ == "__main__":
    main()
