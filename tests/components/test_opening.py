"""Opening a release that does not come: who asks is answered all the same, and nobody waits twice."""

import threading
import time
from typing import Any, cast

import pytest

from components.opening import Opening, ReleaseAwaited
from data import Release, ReleaseError

OPENED = cast(Release, object())


class Storage:
    """A storage that answers when it is told to."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.fault: Exception | None = None
        self.asked = 0

    def open(self) -> Release:
        self.asked += 1
        assert self.answers.wait(20)
        if self.fault:
            raise self.fault
        return OPENED


def seconds(opening: Opening, storage: Storage) -> float:
    """How long who asks waits to be told that it has not come."""
    began = time.monotonic()
    with pytest.raises(ReleaseAwaited, match=r"expected a release within 0\.3 seconds"):
        opening.opened(storage.open)
    return time.monotonic() - began


def until_done(opening: Opening) -> None:
    assert opening.attempt
    cast(Any, opening.attempt.made).exception(20)


def test_a_release_that_comes_in_time_is_opened_once() -> None:
    opening, storage = Opening(patience=20), Storage()
    storage.answers.set()
    assert opening.opened(storage.open) is OPENED
    assert storage.asked == 1 and opening.attempt is None


def test_only_the_first_waits_and_one_attempt_is_enough() -> None:
    opening, storage = Opening(patience=0.3), Storage()
    assert seconds(opening, storage) > 0.25
    assert sum(seconds(opening, storage) for _ in range(20)) < 0.25
    assert storage.asked == 1
    storage.answers.set()
    until_done(opening)
    assert opening.opened(storage.open) is OPENED
    assert storage.asked == 1


def test_after_a_fault_that_came_late_the_next_attempt_keeps_nobody_waiting() -> None:
    opening, storage = Opening(patience=0.3), Storage()
    seconds(opening, storage)
    storage.fault = ReleaseError("no such bucket")
    storage.answers.set()
    until_done(opening)
    with pytest.raises(ReleaseError, match="no such bucket"):
        opening.opened(storage.open)
    storage.answers.clear()
    assert seconds(opening, storage) < 0.25
    assert storage.asked == 2
    storage.fault = None
    storage.answers.set()
    until_done(opening)
    assert opening.opened(storage.open) is OPENED


def test_a_fault_in_time_is_told_and_tried_anew_at_once() -> None:
    opening, storage = Opening(patience=20), Storage()
    storage.answers.set()
    storage.fault = ReleaseError("hash expected")
    for asked in (1, 2):
        with pytest.raises(ReleaseError, match="hash expected"):
            opening.opened(storage.open)
        assert storage.asked == asked
    storage.fault = None
    assert opening.opened(storage.open) is OPENED


def test_an_attempt_that_never_ends_is_given_up() -> None:
    opening, dead, alive = Opening(patience=0.3, given_up=0.5), Storage(), Storage()
    seconds(opening, dead)
    time.sleep(0.3)
    alive.answers.set()
    with pytest.raises(ReleaseAwaited):
        opening.opened(dead.open)
    assert dead.asked == 2
    time.sleep(0.6)
    for _ in range(100):
        try:
            assert opening.opened(alive.open) is OPENED
            break
        except ReleaseAwaited:
            time.sleep(0.02)
    assert alive.asked == 1
    dead.answers.set()
