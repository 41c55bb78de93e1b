"""From the click on a filter to the painted page, and what a click costs the server: our pages against the yardstick.

    python bench/click_speed.py              12 clicks a page and round, 3 rounds, both servers in turn
    python bench/click_speed.py --rounds 5

The same pages show the same figures: a map of the counties and their figures with intervals. A click is over when the
page has not changed for half a second and the app says that it rests; counted is the time to the last change. First all
choices are clicked once, as the app of a running server has them in its memory.
"""

import argparse
import shutil
import statistics
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from serving import ROOT, Served, serve

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUIET = 500  # milliseconds without a change: the page is painted
WATCH = """() => {
  if (window.__watch) return
  const watch = window.__watch = { clicked: 0, changed: 0 }
  addEventListener('pointerdown', () => { watch.clicked = watch.changed = performance.now() }, true)
  new MutationObserver(() => { watch.changed = performance.now() })
    .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
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


def is_chosen(option: object) -> bool:
    return bool(
        option.evaluate(  # type: ignore[attr-defined]
            "each => each.getAttribute('aria-checked') === 'true' || !!each.querySelector('input:checked')"
        )
    )


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector(".map svg path, .choroplethlayer path", timeout=60_000, state="attached")
    page.evaluate(WATCH)
    page.wait_for_timeout(1500)
    return page


def measure(page: Page, servers: dict[str, Served], rounds: int, times: int) -> None:
    for name, address in OURS.items():
        addresses = {"ours": servers["ours"].url + address, "yardstick": f"{servers['yardstick'].url}/?page={name}"}
        wall: dict[str, list[float]] = {"ours": [], "yardstick": []}
        cpu: dict[str, list[float]] = {"ours": [], "yardstick": []}
        for number in range(rounds + 1):
            for who, served in servers.items():
                spent, each = clicks(opened(page, addresses[who]), KEYS[name], times, served.cpu_seconds)
                if number:  # the first round fills memories
                    wall[who] += spent
                    cpu[who].append(each)
        middle = {who: statistics.median(times) for who, times in wall.items()}
        cost = {who: statistics.median(times) for who, times in cpu.items()}
        print(
            f"{name:9} click to painted page: {middle['ours']:.0f} ms, yardstick {middle['yardstick']:.0f} ms, "
            f"ratio {middle['ours'] / middle['yardstick']:.2f}; server CPU a click: {cost['ours']:.0f} ms, "
            f"yardstick {cost['yardstick']:.0f} ms",
            flush=True,
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--clicks", type=int, default=12)
    chosen = asked.parse_args()
    folder = Path(__file__).parent / "yardstick"
    servers = {"ours": serve(ROOT / "server.py"), "yardstick": serve(folder / "yardstick.py", folder)}
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            page = browser.new_page(viewport={"width": 1366, "height": 900}, locale="sq-AL")
            measure(page, servers, chosen.rounds, chosen.clicks)
            browser.close()
    finally:
        for each in servers.values():
            each.stop()


if __name__ == "__main__":
    main()
