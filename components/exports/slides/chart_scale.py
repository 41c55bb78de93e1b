"""The value axis: from zero, in round steps, over every figure and the whole of every interval."""

import math
from dataclasses import dataclass

from components.exports.slides.model import NativeChart

ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_STEPS = 6
ROOM_BELOW = 0.3  # of the span: the figures of negative bars stand at their left, before the names


@dataclass(frozen=True)
class Scale:
    """`low` and `high` are the axis' ends, `step` lies between two ticks."""

    low: float
    high: float
    step: float

    @property
    def span(self) -> float:
        """From end to end."""
        return self.high - self.low

    @property
    def is_whole(self) -> bool:
        """Whether every tick is a whole number: other numbers a program would write in its own language."""
        return float(self.step).is_integer()


def scale_of(chart: NativeChart) -> Scale:
    """Bars begin at zero: a bar that does not is longer or shorter than its figure."""
    told = [bar for side in chart.sides for bar in side.bars if bar.value is not None]
    numbers = [number for bar in told for number in (bar.value, bar.low, bar.upp) if number is not None]
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    if low == high:
        return Scale(0.0, 1.0, 1.0)
    below = low - ROOM_BELOW * (high - low) if low < 0 else low
    step = round_step((high - below) / MOST_STEPS)
    return Scale(math.floor(below / step) * step, math.ceil(high / step) * step, step)


def round_step(rough: float) -> float:
    """The smallest round number that is not below the rough one."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in ROUND if factor * power >= rough * (1 - 1e-9))
