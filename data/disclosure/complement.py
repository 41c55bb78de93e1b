"""Complementary hiding: which further cells are hidden until every protected cell has its witnesses."""

import time
from itertools import product
from typing import Final

import numpy as np

from data.disclosure.errors import DisclosureError
from data.disclosure.picture import Picture
from data.disclosure.witness import Aim, Effort, find

# Tried in this order: keep all that is shown; hide something; look longer and farther. Room is counted in thresholds.
EFFORTS: Final = (("look", 2), ("hide", 2), ("last", 10))


class Search:
    """What is hidden so far, and the witnesses found so far. Hiding only ever adds, so no witness is ever lost."""

    def __init__(self, picture: Picture, seconds: float) -> None:
        self.picture = picture
        self.hidden = picture.veiled.copy()
        self.witnesses: list[np.ndarray] = []
        self._sums: list[np.ndarray] = []
        self._zero = picture.protected.copy()  # cells that still want a witness in which they are 0
        self._least = picture.protected.copy()  # ... in which they are not too few
        self._end = time.monotonic() + seconds

    def run(self) -> None:
        """Find every witness. DisclosureError: there is none for some cell, or none in the time."""
        while self._zero.any() or self._least.any():
            self._reach(self._next_aim())
        while alike := self._all_look_alike():
            self._reach(*self._otherwise(alike[0]))
        if not self.witnesses:  # nothing to protect; one cube still ties the proof to the table's shown values
            dearest = int(np.argmax(self.picture.cost))
            self._reach(Aim(dearest, 0, np.inf))

    def _next_aim(self) -> Aim:
        """The dearest open cell first: what is summed most is hardest to move, and takes the finer ones along."""
        dear = np.where(self._zero | self._least, self.picture.cost, -1)
        cell = int(np.argmax(dear))
        return Aim(cell, 0, 0) if self._zero[cell] else Aim(cell, self.picture.least[cell], np.inf)

    def _otherwise(self, cell: int) -> list[Aim]:
        """Where a cell looks unlike what all witnesses so far show of it: as it truly does, or else above or below."""
        low, high = self.picture.low[cell], self.picture.high[cell]
        as_true = self.picture.looks(self.picture.truth)[cell]
        if all(self.picture.looks(sums)[cell] != as_true for sums in self._sums):
            return [Aim(cell, low, high)]
        return [Aim(cell, high + 1, np.inf), Aim(cell, 0, low - 1)]

    def _reach(self, *aims: Aim) -> None:
        """Find a witness for the first aim that has one."""
        room = int(self.picture.least.max())
        for (name, times), aim in product(EFFORTS, aims):
            effort = Effort(name, times * room, max(self._end - time.monotonic(), 0.01))
            witness = find(self.picture, self.hidden, aim, self._zero, self._least, effort)
            # What the clock cut short depends on the machine, so it is thrown away even when it would do.
            if time.monotonic() >= self._end:
                raise DisclosureError("no protection was found in the time: nothing may be published")
            if witness is not None:
                return self._keep(witness, aim)
        raise DisclosureError("some small count cannot be hidden from what is known besides: nothing may be published")

    def _keep(self, witness: np.ndarray, aim: Aim) -> None:
        sums = self.picture.sums @ witness
        sums = np.rint(sums).astype(np.int64)
        if not aim.low <= sums[aim.cell] <= aim.high:
            raise DisclosureError("the solver missed a cell it was aimed at: nothing may be published")
        self.hidden |= self.picture.published & ((sums < self.picture.low) | (sums > self.picture.high))
        self.witnesses.append(witness)
        self._sums.append(sums)
        self._zero &= sums != 0
        self._least &= sums < self.picture.least

    def _all_look_alike(self) -> list[int]:
        """Hidden cells that would be shown the same in every witness: who knows the rules could work them out."""
        looks = np.array([self.picture.looks(sums) for sums in self._sums]).reshape(-1, len(self.hidden))
        return [int(cell) for cell in np.flatnonzero(self.hidden) if len(set(looks[:, cell])) < 2]

    def needed(self) -> list[np.ndarray]:
        """The witnesses without those that others make needless, in the order they were found."""
        kept = list(range(len(self.witnesses)))
        for each in range(len(self.witnesses)):
            without = [other for other in kept if other != each]
            if without and self._proves(without):
                kept = without
        return [self.witnesses[each] for each in kept]

    def _proves(self, chosen: list[int]) -> bool:
        sums = np.array([self._sums[each] for each in chosen])
        apart = (sums == 0).any(axis=0) & (sums >= self.picture.least).any(axis=0)
        looks = self.picture.looks(sums)
        varied = looks.min(axis=0) < looks.max(axis=0)
        return bool(np.all(apart | ~self.picture.protected) and np.all(varied | ~self.hidden))
