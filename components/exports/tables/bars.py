"""What a table's chart shows: bars of one measure, each with all that its figure needs."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

AT_MOST: Final = 30


@dataclass(frozen=True)
class Bar:
    """One figure: its label (with the state in words where it is hidden), value and interval; None where none."""

    label: str
    value: float | None
    low: float | None
    upp: float | None
    is_unreliable: bool
    is_made_up: bool

    @property
    def below(self) -> float | None:
        """How far the interval reaches below the value."""
        return None if self.value is None or self.low is None else max(self.value - self.low, 0.0)

    @property
    def above(self) -> float | None:
        """How far the interval reaches above the value."""
        return None if self.value is None or self.upp is None else max(self.upp - self.value, 0.0)


@dataclass(frozen=True)
class Charted:
    """The bars of one measure; `only`: what was chosen out of the table; `left_out`: bars that were too many then."""

    measure: str
    unit: str
    decimals: int
    bars: tuple[Bar, ...]
    only: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def has_intervals(self) -> bool:
        """Whether any bar has an interval."""
        return any(bar.low is not None for bar in self.bars)


def number(cell: object) -> float | None:
    """The cell as a number; None where it is empty."""
    return None if pd.isna(cell) else float(cell)  # type: ignore[call-overload, arg-type]


def label_with(label: str, state: str) -> str:
    """The label of a hidden figure: `Kukës (pak përgjigje)`; a state's reason, behind a colon, is left out."""
    return f"{label} ({state.partition(':')[0]})"
