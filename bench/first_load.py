"""The first visit to a page until its map is visible: ours against the yardstick, in a browser never used before.

    python bench/first_load.py               2 visits of each kind, both servers in turn; about three minutes
    python bench/first_load.py --rounds 5

Unthrottled and on a line of 4 Mbit/s with a delay of 100 ms; straight from the server and behind nginx, which
compresses for both (needs nginx: Debian's nginx-light). Bytes are those that came over the line until it was quiet.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browsing import Visit, first_visit
from playwright.sync_api import Playwright, sync_playwright
from report import Targets, machine
from serving import ROOT, Served, front, serve

PAGES = {"ours": "/rreziku?indicator=school_attendance_15_17", "yardstick": "/?page=risk"}
LINES = {"unthrottled": False, "4 Mbit/s": True}
AT_MOST = 0.5


@contextmanager
def places(folder: Path) -> Iterator[dict[str, dict[str, str]]]:
    """The addresses of both pages, by the way that leads there."""
    yard = Path(__file__).parent / "yardstick"
    servers: dict[str, Served] = {}
    fronts = []
    try:
        servers["ours"] = serve(ROOT / "server.py")
        servers["yardstick"] = serve(yard / "yardstick.py", yard)
        for who, served in servers.items():
            fronts.append(front(folder / who, [served.port]))
        yield {
            "direct": {who: served.url + PAGES[who] for who, served in servers.items()},
            "behind nginx": {who: each.url + PAGES[who] for who, each in zip(servers, fronts, strict=True)},
        }
    finally:
        for each in fronts:
            each.end()
        for served in servers.values():
            served.stop()


def measure(playwright: Playwright, addresses: dict[str, str], rounds: int, *, slow: bool) -> dict[str, list[Visit]]:
    """Visits to both in turn."""
    visits: dict[str, list[Visit]] = {who: [] for who in addresses}
    for _ in range(rounds):
        for who, url in addresses.items():
            visits[who].append(first_visit(playwright, url, slow=slow))
    return visits


def middle(visits: list[Visit]) -> tuple[float, float, float]:
    """The median seconds until the map is to be seen and until it answers, and the kilobytes."""
    shown = statistics.median(each.milliseconds for each in visits) / 1000
    answers = statistics.median(each.answering for each in visits) / 1000
    return shown, answers, statistics.median(each.kilobytes for each in visits)


def main() -> None:
    """Every way and line, and what they are held to."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=2)
    rounds = asked.parse_args().rounds
    print(machine())
    targets = Targets()
    with (
        tempfile.TemporaryDirectory(prefix="harta-bench-") as folder,
        places(Path(folder)) as ways,
        sync_playwright() as playwright,
    ):
        for addresses in ways.values():  # a first visit to each server itself: what they make once is made
            measure(playwright, addresses, 1, slow=False)
        for way, addresses in ways.items():
            for line, slow in LINES.items():
                visits = measure(playwright, addresses, rounds, slow=slow)
                ours, our_answer, our_bytes = middle(visits["ours"])
                yardstick, yard_answer, yard_bytes = middle(visits["yardstick"])
                print(
                    f"{way}, {line}: map visible after {ours:.2f} s, yardstick {yardstick:.2f} s; "
                    f"it answers after {our_answer:.2f} s, yardstick {yard_answer:.2f} s; "
                    f"{our_bytes:.0f} kB, yardstick {yard_bytes:.0f} kB; requests {visits['ours'][0].requests}, "
                    f"yardstick {visits['yardstick'][0].requests}"
                )
                targets.hold(f"{way}, {line}: time, ratio", ours / yardstick, AT_MOST)
                targets.hold(f"{way}, {line}: bytes, ratio", our_bytes / yard_bytes, AT_MOST)
        largest = ", ".join(f"{name} {size:.0f}" for name, size in visits["ours"][0].largest)
        print(f"our largest files, in kB: {largest}")
    targets.end()


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as fault:
        sys.exit(str(fault))
