"""Replicas behind nginx, tried with real processes: one is killed in mid-use, then all move on to a new release.

    python deploy/trial.py               three readers, six kills, one move; about two minutes
    python deploy/trial.py --kills 20

Needs nginx and Chromium (Debian: nginx-light, chromium). It listens on free ports of the loopback only, writes into a
temporary folder, ends what it started, prints what it saw and fails where a reader did not get back what they had.
"""

import argparse
import os
import platform
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from fleet import NAMES, ROOT, Front, Replica, free_port
from moving import move_on
from next_release import INDICATOR, build_next
from playwright.sync_api import sync_playwright
from reader import Reader
from serving import look_at_serving

DOWNLOAD = 3  # the place of the download tab
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ADDRESSES = (
    f"/rreziku?indicator={INDICATOR}&gender=f&lang=en",
    f"/rreziku?indicator={INDICATOR}&gender=m&county=AL-09",
    f"/rreziku?indicator={INDICATOR}&gender=f&view=twelve",
)


@contextmanager
def fleet(folder: Path, release: Path) -> Iterator[tuple[dict[str, Replica], Front]]:
    """Three replicas that open the release behind a link, and nginx before them; ended at the end, whatever happens."""
    environment = {
        "HARTA_RELEASE": str(release),
        "HARTA_WATCH_SECONDS": "1",
        "STREAMLIT_SERVER_COOKIE_SECRET": "of-the-trial-only",
    }
    replicas = {name: Replica(name, free_port(), environment, folder / f"{name}.log") for name in NAMES}
    (folder / "nginx").mkdir()
    front = Front(folder / "nginx", {name: each.port for name, each in replicas.items()})
    try:
        waited = [each.start() for each in replicas.values()]
        front.start()
        print(f"start: {len(replicas)} replicas ready after {', '.join(f'{each:.1f}' for each in waited)} s each")
        yield replicas, front
    finally:
        front.end()
        for each in replicas.values():
            each.end(signal.SIGTERM)


def kill_one(number: int, readers: list[Reader], replicas: dict[str, Replica]) -> list[float]:
    """Kill the replica that a reader is on: the seconds until each of its readers has page, filters and language back
    on another; AssertionError where something is missing."""
    name = readers[number % len(readers)].replica()
    cut_off = [each for each in readers if each.replica() == name]
    before = [(each.seen(), each.runs) for each in cut_off]
    began = time.monotonic()
    replicas[name].end(signal.SIGKILL)
    spent = []
    for reader, (seen, runs) in zip(cut_off, before, strict=True):
        reader.wait_for_run(runs)
        spent.append(time.monotonic() - began)
        now = reader.seen()
        assert now.says_what(seen) and now.figures == seen.figures, f"came back as {now}, was {seen}"
        assert reader.replica() not in ("", name), f"still on {reader.replica()}"
        assert now.dialogs == (), now.dialogs
    return spent


def use(reader: Reader) -> None:
    """The first click counts, the second takes it back; a file comes. AssertionError otherwise."""
    seen = reader.seen()
    chosen, tab = seen.picks["gender"], seen.picks["tab"]
    other = next(each for each in reader.options("gender") if each != chosen)
    reader.pick("gender", other)
    changed = reader.seen()
    assert changed.picks["gender"] == other and changed.figures != seen.figures, "the first click was lost"
    reader.pick("gender", chosen)
    assert reader.seen().figures == seen.figures
    reader.pick("tab", reader.options("tab")[DOWNLOAD])
    assert reader.take("CSV").startswith(b"\xef\xbb\xbf")
    reader.pick("tab", tab)


def main(kills: int) -> None:
    """The whole trial."""
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    browser_path = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    with tempfile.TemporaryDirectory(prefix="harta-trial-") as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        link = folder / "current"
        link.symlink_to(ROOT / "data" / "release")
        with fleet(folder, link) as (replicas, front):
            look_at_serving(front, replicas)
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            readers = [Reader(browser, front.url) for _ in ADDRESSES]
            for reader, address in zip(readers, ADDRESSES, strict=True):
                reader.open(address)
            print(f"readers: {len(readers)}, on {', '.join(reader.replica() for reader in readers)}")
            spent: list[float] = []
            for number in range(kills):
                spent += kill_one(number, readers, replicas)
                use(readers[number % len(readers)])
                dead = next(each for each in replicas.values() if each.process and each.process.poll() is not None)
                dead.start()
                use(readers[number % len(readers)])
            print(
                f"kill -9: {kills} times, {len(spent)} readers cut off, all back with page, filters, language, figures "
                f"after {statistics.median(spent):.1f} s (median), {max(spent):.1f} s (longest); the first click and a "
                "download worked, also after the killed replica was back"
            )
            move_on(build_next(folder), link, readers, replicas, front)
            browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=6, help="how often a replica is killed")
    try:
        main(parser.parse_args().kills)
    except (AssertionError, RuntimeError) as fault:
        sys.exit(f"FAILED: {fault}")
