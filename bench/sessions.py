"""Many readers at once, each thinking 8 seconds between clicks: how long they wait, and what a click costs the server.

    python bench/sessions.py                 50 and 200 readers, one process and two replicas; about four minutes
    python bench/sessions.py --seconds 120

The readers are this process; on Risk, Survey and Services they choose filters at random, one in ten times another
measure, over the websocket, without a browser. Two replicas stand behind nginx with the containers' configuration
(Debian: nginx-light). Before it counts, a few readers click without thinking, as the memory of a running server is full
of what others chose.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from reader import Reader
from report import Targets, machine, percentile
from serving import ROOT, Served, front, serve

PAGES = (
    ("rreziku", "indicator=school_attendance_15_17"),
    ("anketa", "question=heard"),
    ("sherbimet", "part=people"),
)
READERS = (50, 200)
THINK = 8.0  # seconds, on average
WARMING = 300  # clicks a process
WAIT_AT_MOST = 250.0  # milliseconds, 95 of 100 clicks
HELD = (1, READERS[0])  # the load that the target is for: processes, readers


@dataclass
class Load:
    """What happened while readers read."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0

    def told(self, readers: int, where: str, megabytes: float) -> str:
        """The figures in one line."""
        p50, p95, p99 = (1000 * percentile(self.waits, share) for share in (50, 95, 99))
        return (
            f"{readers} readers, {where}: {len(self.waits)} clicks, {len(self.waits) / self.seconds:.1f} a second; "
            f"wait p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f} ms; server CPU a click "
            f"{1000 * self.cpu / len(self.waits):.0f} ms; memory {megabytes:.0f} MB"
        )


@contextmanager
def replicas(number: int, folder: Path) -> Iterator[tuple[str, list[Served]]]:
    """One process, or several behind nginx: the address for readers and the processes."""
    servers: list[Served] = []
    before = None
    try:
        servers += [serve(ROOT / "server.py") for _ in range(number)]
        if number > 1:
            before = front(folder / "nginx", [each.port for each in servers])
        yield before.url if before else servers[0].url, servers
    finally:
        if before:
            before.end()
        for each in servers:
            each.stop()


async def use(url: str, seed: int, until: float, load: Load, *, think: float) -> None:
    """One reader: opens a page at a moment of their own, then thinks and clicks."""
    chance = random.Random(seed)
    await asyncio.sleep(chance.uniform(0, think))
    reader = await Reader.opened(url, *PAGES[seed % len(PAGES)])
    while time.monotonic() < until:
        await asyncio.sleep(chance.expovariate(1 / think))
        load.waits.append(await reader.click(chance))
    await reader.close()


async def warm(servers: list[Served]) -> None:
    """Fill each server's memory: clicks without a pause, a reader a page."""
    for served in servers:
        for number, page in enumerate(PAGES):
            reader, chance = await Reader.opened(served.url, *page), random.Random(1000 + number)
            for _ in range(WARMING // len(PAGES)):
                await reader.click(chance)
            await reader.close()


async def loaded(url: str, servers: list[Served], readers: int, seconds: float) -> Load:
    """What so many readers see; counted from when all have come."""
    load, until = Load(), time.monotonic() + THINK + seconds
    tasks = [asyncio.create_task(use(url, seed, until, load, think=THINK)) for seed in range(readers)]
    await asyncio.sleep(THINK + 2)
    load.waits.clear()
    began, cpu = time.monotonic(), sum(each.cpu_seconds() for each in servers)
    await asyncio.sleep(max(0.0, until - time.monotonic()))
    load.seconds, load.cpu = time.monotonic() - began, sum(each.cpu_seconds() for each in servers) - cpu
    counted = list(load.waits)
    await asyncio.gather(*tasks)
    load.waits = counted
    return load


def main() -> None:
    """One process, then two, each with few and many readers."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=float, default=30, help="how long each load lasts once all have come")
    seconds = asked.parse_args().seconds
    print(machine())
    targets = Targets()
    for number in (1, 2):
        where = "one process" if number == 1 else f"{number} replicas"
        with (
            tempfile.TemporaryDirectory(prefix="harta-bench-") as folder,
            replicas(number, Path(folder)) as (url, all_),
        ):
            asyncio.run(warm(all_))
            for readers in READERS:
                load = asyncio.run(loaded(url, all_, readers, seconds))
                print(load.told(readers, where, statistics.mean(each.megabytes() for each in all_)), flush=True)
                if number == 1 and readers == READERS[0]:
                    targets.hold(
                        f"{readers} readers, {where}: wait p95", 1000 * percentile(load.waits, 95), WAIT_AT_MOST, "ms"
                    )
    targets.end()


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as fault:
        sys.exit(str(fault))
