"""One witness: another whole-number cube that gives the published picture and has one cell where we want it.

A mixed-integer programme (HiGHS, whose threads scipy leaves no say in). Limits are counted in nodes, never in seconds,
so that neither the clock nor the number of cores changes what is found; the clock only decides when to give up.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from data.disclosure.picture import Picture

NODES: Final = {"look": 1, "hide": 50, "last": 5000}
GAPS: Final = {"look": 0.5, "hide": 0.1, "last": 0.1}
WISHES: Final = 60  # how many further cells a programme is asked to bring to their threshold on the way


@dataclass(frozen=True)
class Aim:
    """The lattice cell that a witness is looked for, and where its sum has to lie."""

    cell: int
    low: float
    high: float


@dataclass(frozen=True)
class Effort:
    """How hard to look: `look` moves nothing that is shown; `hide` and `last` may, at the cells' cost."""

    name: str
    room: int  # how far a finest cell may rise above its count
    seconds: float

    @property
    def may_hide(self) -> bool:
        return self.name != "look"


def find(
    picture: Picture, hidden: np.ndarray, aim: Aim, open_zero: np.ndarray, open_least: np.ndarray, effort: Effort
) -> np.ndarray | None:
    """Finest cells of a witness with the aim met, or None where there is none within the effort.

    On the way it takes along what it can: `open_zero` and `open_least` (true for a lattice cell) still want a witness
    in which they are 0, or reach their threshold.
    """
    shown = np.flatnonzero(picture.published & ~hidden)
    wishes = np.flatnonzero(open_least)[-WISHES:]
    cells, moves, extra = len(picture.counts), len(shown) if effort.may_hide else 0, len(wishes)
    top = picture.counts + effort.room
    weight = 0.5 / max(1, int(open_zero.sum()) + extra) if effort.may_hide else 1.0
    answer = milp(
        np.concatenate(
            [
                weight * (picture.sums[np.flatnonzero(open_zero)].T @ (1 / picture.least[open_zero])),
                picture.cost[shown][:moves],
                -weight / picture.least[wishes],
            ]
        ),
        integrality=np.concatenate([np.ones(cells + moves), np.zeros(extra)]),
        bounds=Bounds(0, np.concatenate([top, picture.stays[shown][:moves] < 1, picture.least[wishes]])),
        constraints=[
            *_kept_in_sight(picture, shown, moves, extra, effort.room),
            _rows(picture.sums[[aim.cell]], moves, extra, aim.low, aim.high),
            _rows(sparse.csr_array(picture.known[0]), moves, extra, *picture.known[1:]),
            LinearConstraint(
                _beside(picture.sums[wishes], sparse.csr_array((extra, moves)), -sparse.eye_array(extra)), 0, np.inf
            ),
        ],
        options={"node_limit": NODES[effort.name], "mip_rel_gap": GAPS[effort.name], "time_limit": effort.seconds},
    )
    return None if answer.x is None else np.rint(answer.x[:cells]).astype(np.int64)


def _kept_in_sight(picture: Picture, shown: np.ndarray, moves: int, extra: int, room: int) -> list[LinearConstraint]:
    """Every shown cell inside the interval behind its shown value, unless it is moved (and then hidden)."""
    rows, low, high = picture.sums[shown], picture.low[shown], picture.high[shown]
    if not moves:
        return [_rows(rows, moves, extra, low, high)]
    rest = sparse.csr_array((len(shown), extra))
    down, up = np.minimum(2 * room, low).astype(float), np.full(len(shown), 2.0 * room)
    return [
        LinearConstraint(_beside(rows, sparse.diags_array(down), rest), low, np.inf),
        LinearConstraint(_beside(rows, -sparse.diags_array(up), rest), -np.inf, high),
    ]


def _rows(
    rows: sparse.csr_array, moves: int, extra: int, low: float | np.ndarray, high: float | np.ndarray
) -> LinearConstraint:
    return LinearConstraint(_beside(rows, sparse.csr_array((rows.shape[0], moves + extra))), low, high)


def _beside(*blocks: sparse.sparray) -> sparse.csr_array:
    return sparse.csr_array(sparse.hstack(blocks))
