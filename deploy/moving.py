"""Moving to a new release while readers read: replica by replica, and never a figure of the one under the name of the
other."""

import signal
import time
from collections.abc import Sequence
from pathlib import Path

from fleet import Front, Replica
from reader import Reader, Seen

SETTLE = 3.0  # seconds of looking on after each replica


class Watchers:
    """What readers saw at every moment: release and figures, of resting pages and of pages in the making."""

    def __init__(self, readers: Sequence[Reader]) -> None:
        self.readers = readers
        self.before = [each.seen() for each in readers]
        self.old = next(iter(self.before[0].releases))
        self.seen: list[list[Seen]] = [[] for _ in readers]

    def look(self, seconds: float) -> None:
        """Look at every page again and again for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for reader, seen in zip(self.readers, self.seen, strict=True):
                seen.append(reader.seen())
            self.readers[0].page.wait_for_timeout(20)

    def mixed(self, new: str) -> list[Seen]:
        """Moments at which a page showed figures of one release under the name of another, or under two names."""
        wrong = []
        for reader, before, moments in zip(self.readers, self.before, self.seen, strict=True):
            expected = {self.old: before.figures, new: reader.seen().figures}
            assert set(expected[self.old]).isdisjoint(figures_of(expected[new])), "the releases cannot be told apart"
            for each in moments:
                named = [release for release in each.releases if release in expected]
                fits = len(named) <= 1 and all(not each.figures or each.figures == expected[one] for one in named)
                wrong += [] if fits else [each]
        return wrong


def figures_of(texts: Sequence[str]) -> set[str]:
    """The texts of a map that are figures."""
    return {each for each in texts if any(sign.isdigit() for sign in each)}


def move_on(release: Path, link: Path, readers: Sequence[Reader], replicas: dict[str, Replica], front: Front) -> None:
    """Point the link at the new release, see that open pages say so, replace the replicas one after the other, and
    count what the readers saw; AssertionError where a page was mixed, lost its filters or did not come along."""
    watchers = Watchers(readers)
    point(link, release)
    time.sleep(2.5)  # two looks of the watch
    said = told_of(readers[0])
    assert watchers.old in said, f"the open page says nothing of the new release: {said!r}"
    assert readers[0].seen().releases == {watchers.old}
    for each in replicas.values():
        each.end(signal.SIGTERM)
        watchers.look(1.0)
        each.start()
        watchers.look(SETTLE)
    new = next(iter(replicas.values())).release()
    for reader, before in zip(readers, watchers.before, strict=True):
        now = reader.seen()
        assert now.says_what(before), f"came along as {now}, was {before}"
        assert now.releases == {new}, f"still shows {now.releases}"
    wrong = watchers.mixed(new)
    assert not wrong, f"{len(wrong)} mixed, the first: {wrong[0]}"
    looks = [each for moments in watchers.seen for each in moments]
    resting = sum(each.state == "CONNECTED notRunning" and not each.stale for each in looks)
    print(f"new release {new} in place of {watchers.old}: open pages said so before: {said}")
    print(f"moved on: {len(looks)} looks at {len(readers)} pages, {resting} of them resting: 0 mixed")
    old_link = f"{watchers.before[0].address}&release={watchers.old}"
    readers[0].open(old_link)
    news = readers[0].seen().news
    assert watchers.old in news and new in news, f"an old link says nothing: {news!r}"
    print(f"a link of the old release: {news}")


def point(link: Path, release: Path) -> None:
    """Let the link lead to another release, in one step."""
    beside = link.with_name("next-link")
    beside.symlink_to(release)
    beside.replace(link)


def told_of(reader: Reader) -> str:
    """What the reader's page says of other releases after the next click."""
    tab = reader.seen().picks["tab"]
    reader.pick("tab", next(each for each in reader.options("tab") if each != tab))
    reader.pick("tab", tab)
    return reader.seen().news
