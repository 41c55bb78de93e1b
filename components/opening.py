"""Opening the release beside those who wait for it: a storage that hangs keeps nobody waiting for long."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Final

from data import Release, ReleaseError

PATIENCE: Final = 10.0  # seconds; a release is opened in two
GIVEN_UP: Final = 120.0  # seconds after which an attempt is taken for dead, and another begins


class ReleaseAwaited(ReleaseError):
    """The release could not be opened in time; the attempt goes on."""


@dataclass
class Attempt:
    """One opening under way since `began` (seconds of the monotonic clock)."""

    began: float = field(default_factory=time.monotonic)
    made: Future[Release] = field(default_factory=Future)

    def run(self, make: Callable[[], Release]) -> None:
        """Make it; what comes of an attempt that was given up is left unsaid."""
        try:
            self.made.set_result(make())
        except Exception as fault:
            self.made.set_exception(fault)


@dataclass
class Opening:
    """The attempt under way. Once one has taken longer than `patience`, nobody waits any more: who asks is told at once
    whether it is there."""

    patience: float = PATIENCE
    given_up: float = GIVEN_UP
    attempt: Attempt | None = None
    was_slow: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def opened(self, make: Callable[[], Release]) -> Release:
        """What `make` makes; raises what it raises, or ReleaseAwaited while it has not come."""
        attempt = self.attempt_now(make)
        wait([attempt.made], 0 if self.was_slow else max(0, attempt.began + self.patience - time.monotonic()))
        if not attempt.made.done():
            self.was_slow = True
            raise ReleaseAwaited(f"expected a release within {self.patience:g} seconds, found none yet")
        self.end(attempt)
        release = attempt.made.result()
        self.was_slow = False
        return release

    def attempt_now(self, make: Callable[[], Release]) -> Attempt:
        """The attempt under way, begun where there is none or it was given up."""
        with self.lock:
            if self.attempt is None or time.monotonic() - self.attempt.began > self.given_up:
                self.attempt = Attempt()
                threading.Thread(target=self.attempt.run, args=(make,), daemon=True).start()
            return self.attempt

    def end(self, attempt: Attempt) -> None:
        """The next one to ask begins another."""
        with self.lock:
            if self.attempt is attempt:
                self.attempt = None
