"""An attacker who reads only the published table and the facts, and solves for every cell exactly (scipy's milp).

Shares no code with the protector: the sums are built from the table's own labels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

Labels = tuple[str, ...]
Known = tuple[np.ndarray, float, float]  # coefficients of the finest cells, least, most


@dataclass
class Attacker:
    """Knows the categories, the rules (rounding to 5, the least count of each cell), the table and some facts."""

    dimensions: Mapping[str, Labels]
    apart: frozenset[str] = frozenset()
    knowledge: list[Known] = field(default_factory=list)
    tables: list[np.ndarray] = field(default_factory=list)  # tables found to be possible

    def __post_init__(self) -> None:
        self.finest = list(product(*self.dimensions.values()))

    def inside(self, cell: Sequence[str]) -> np.ndarray:
        """One for each finest cell that a cell of the table sums."""
        return np.array([all(asked in ("all", own) for asked, own in zip(cell, each, strict=True))
                         for each in self.finest], dtype=float)  # fmt: skip

    def everything(self) -> list[Labels]:
        """Every cell that could be asked for, published or not."""
        return list(product(*(kinds if name in self.apart else (*kinds, "all")
                              for name, kinds in self.dimensions.items())))  # fmt: skip

    def reads(self, table: pd.DataFrame, least: Mapping[Labels, int]) -> None:
        for row in table.to_dict("records"):
            if row["status"] == "ok":
                cell = tuple(row[name] for name in self.dimensions)
                value = int(row["value"])
                self.knowledge.append((self.inside(cell), max(value - 2, least[cell]), value + 2))

    def knows(self, coefficients: np.ndarray, low: float, high: float) -> None:
        self.knowledge.append((coefficients.ravel().astype(float), low, high))

    def tries(self, candidates: Iterable[np.ndarray]) -> None:
        """Whole tables someone else found; kept only where everything known allows them."""
        for candidate in candidates:
            flat = candidate.ravel()
            if all(low <= row @ flat <= high for row, low, high in self.knowledge):
                self.tables.append(flat)

    def possible(self, cell: Labels, low: float, high: float) -> bool:
        """Can this cell lie there in any whole table that agrees with everything known?"""
        row = self.inside(cell)
        if any(low <= row @ table <= high for table in self.tables):
            return True
        rows, lows, highs = zip(*[*self.knowledge, (row, low, high)], strict=True)
        answer = milp(np.zeros(len(row)), integrality=np.ones(len(row)), bounds=Bounds(0, np.inf),
                      constraints=LinearConstraint(np.array(rows), lows, highs))  # fmt: skip
        assert answer.status in (0, 2), answer.message
        if answer.status == 0:
            self.tables.append(np.rint(answer.x))
        return bool(answer.status == 0)

    def learns(self, cell: Labels, least: int) -> bool:
        """Does the attacker learn that this small count is not none, or not a safe one?"""
        return not (self.possible(cell, 0, 0) and self.possible(cell, least, np.inf))

    def wins(self, counts: np.ndarray, least: Mapping[Labels, int], *, first: bool = False) -> list[Labels]:
        """The small cells (1 to below the least count) that are learnt; only the first if that is enough."""
        won = []
        for cell in self.everything():
            true = self.inside(cell) @ counts.ravel()
            if 0 < true < least[cell] and self.learns(cell, least[cell]):
                won.append(cell)
                if first:
                    break
        return won
