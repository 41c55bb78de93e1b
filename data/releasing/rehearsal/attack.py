"""What inequalities over whole numbers leave open: the attacker's side of disclosure control.

An integer programme (HiGHS through scipy) looks for the smallest and the largest sum of a hidden cell. Where both would
be shown alike, everybody can work the cell out.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from data.disclosure.rules import rounded

SECONDS: Final = 20.0  # for one programme; an honest one takes hundredths
SOLVED, TOO_LONG, IMPOSSIBLE, UNBOUNDED = 0, 1, 2, 3  # what HiGHS says
Known = tuple[np.ndarray, np.ndarray, np.ndarray]  # rows over finest cells, low, high: data.disclosure.facts.fact_rows


class Undecided(Exception):
    """No answer within SECONDS."""


def is_possible(known: Known) -> bool:
    """Whether any counts meet all that is known; Undecided where that was not found out."""
    return _extreme(known, np.zeros(known[0].shape[1])) is not None


def worked_out(known: Known, cells: np.ndarray, fewest: Sequence[int]) -> list[bool | None]:
    """Of each hidden cell (a row of `cells` over finest cells, shown from `fewest` on): whether all counts that meet
    what is known look the same there; None where that was not found out."""
    seen: list[np.ndarray] = []
    return [_is_fixed(known, cell, least, seen) for cell, least in zip(cells, fewest, strict=True)]


def look(count: float, least: int) -> int:
    """What a table would show of a count: 0 for too few, else rounded."""
    return int(rounded(np.array(round(count)))) if round(count) >= least else 0


def _is_fixed(known: Known, cell: np.ndarray, least: int, seen: list[np.ndarray]) -> bool | None:
    """Counts found on the way are kept in `seen`: they answer for other cells too."""
    looks = {look(float(cell @ counts), least) for counts in seen}
    for direction in (cell, -cell):
        if len(looks) > 1:
            return False
        try:
            counts = _extreme(known, direction)
        except Undecided:
            return None
        if counts is None:
            return False  # the sum may grow without end
        seen.append(counts)
        looks.add(look(float(cell @ counts), least))
    return len(looks) == 1


def _extreme(known: Known, smallest: np.ndarray) -> np.ndarray | None:
    """Counts that meet what is known and make the sum smallest; None where there are none, or no end."""
    rows, low, high = known
    answer = milp(
        smallest,
        integrality=np.ones(len(smallest)),
        bounds=Bounds(0, np.inf),
        constraints=[LinearConstraint(rows, low, high)],
        options={"time_limit": SECONDS},
    )
    if answer.status in (IMPOSSIBLE, UNBOUNDED):
        return None
    if answer.status != SOLVED:
        raise Undecided
    return np.rint(answer.x)
