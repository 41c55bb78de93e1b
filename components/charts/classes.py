"""Fixed classes: which of an indicator's four classes a value falls into, and what colour the class has."""

from bisect import bisect_right
from collections.abc import Sequence

from components.charts.palette import Palette, Ramp
from data.model.rounding import rounded


def class_index(value: float, scale: Sequence[float], decimals: int) -> int:
    """0 to 3 by rising value; a value on a break belongs to the class above, the upper end to the last class.

    The class is that of the number as it is shown, with `decimals`: 12.97 shown as 13.0 belongs to the class from 13.
    `scale` holds the ends and the three inner breaks; a value outside the ends raises ValueError.
    """
    low, *breaks, high = scale
    if not low <= value <= high:
        raise ValueError(f"{value} lies outside the scale {list(scale)}")
    return bisect_right(breaks, rounded(value, decimals))


def class_colours(palette: Palette, higher_is: str) -> Ramp:
    """The four class colours by rising value: dark is worse, or more where neither end is the worse one
    (`higher_is` neutral)."""
    if higher_is == "neutral":
        return palette.neutral_ramp
    palest, pale, strong, darkest = palette.ramp
    return palette.ramp if higher_is == "worse" else (darkest, strong, pale, palest)
