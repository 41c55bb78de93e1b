"""The server's memory: what a session takes, and whether it stays flat over 10,000 clicks.

    python bench/memory.py                   about four minutes
    python bench/memory.py --clicks 2000

Readers without a browser choose filters at random on Risk, Survey and Services, now and then another measure. Flat
means: the second half of the clicks adds less than 5 per cent to what the process held after the first half, which
fills the memory of what is worked out for all readers; that memory is bounded.
"""

import argparse
import asyncio
import random

from reader import Reader
from report import Targets, machine
from serving import ROOT, Served, serve
from sessions import PAGES

SESSIONS = 100
STEPS = 10
LISTS_EVERY = 100  # clicks until a reader turns to another measure
GROWTH_AT_MOST, SESSION_AT_MOST = 5.0, 1.0


async def sessions(served: Served) -> float:
    """Megabytes a session, of so many that stay open on pages that others have opened before."""
    for page in PAGES:
        await (await Reader.opened(served.url, *page)).close()
    before = served.megabytes()
    readers = [await Reader.opened(served.url, *PAGES[number % len(PAGES)]) for number in range(SESSIONS)]
    taken = served.megabytes() - before
    for each in readers:
        await each.close()
    return taken / SESSIONS


async def clicked(served: Served, clicks: int) -> list[float]:
    """Megabytes after each tenth of the clicks; a reader a page, one after the other without a pause."""
    chance, held = random.Random(1), []
    readers = [await Reader.opened(served.url, *page) for page in PAGES]
    for number in range(1, clicks + 1):
        await readers[number % len(readers)].click(chance, LISTS_EVERY)
        if number % (clicks // STEPS) == 0:
            held.append(served.megabytes())
            print(f"  after {number:6,} clicks: {held[-1]:.0f} MB", flush=True)
    for each in readers:
        await each.close()
    return held


def main() -> None:
    """A fresh server, its sessions, its clicks."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--clicks", type=int, default=10_000)
    clicks = asked.parse_args().clicks
    print(machine())
    targets = Targets()
    served = serve(ROOT / "server.py")
    try:
        print(f"before the first reader: {served.megabytes():.0f} MB")
        a_session = asyncio.run(sessions(served))
        targets.hold(f"memory a session, of {SESSIONS} open at once", a_session, SESSION_AT_MOST, "MB")
        held = asyncio.run(clicked(served, clicks))
        half = held[STEPS // 2 - 1]
        targets.hold("growth over the second half of the clicks", 100 * (held[-1] - half) / half, GROWTH_AT_MOST, "%")
    finally:
        served.stop()
    targets.end()


if __name__ == "__main__":
    main()
