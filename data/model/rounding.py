"""The one rule by which every output rounds: half up on the decimal digits, as pupils and Excel's ROUND do it."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike

# What a double holds for certain, and what Excel reads: 93.55 is 93.55 here, not the 93.5499… of its binary form.
SIGNIFICANT: Final = 15
# Of such numbers, moved by as many places, the last of the significant digits is far below _NEAR_HALF.
_SMALL: Final = 1e5
_FEW_PLACES: Final = 4
_NEAR_HALF: Final = 1e-5


def half_up(value: float, decimals: int = 0) -> Decimal:
    """The number with just so many decimals, a half away from zero: 93.55 is 93.6, −0.5 is −1; never a negative zero.

    Round once, from the number of the release: 11.47 is 11, and never 12 by way of 11.5. A value that is no finite
    number raises ValueError.
    """
    exact = Decimal(f"{float(value):.{SIGNIFICANT}g}")
    if not exact.is_finite():
        raise ValueError(f"expected a finite number, found {value}")
    # Adding zero turns a negative zero into a plain one.
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP) + 0


def rounded(value: float, decimals: int = 0) -> float:
    """The double nearest to the rounded number; a missing or infinite value stays what it is."""
    return float(half_up(value, decimals)) if np.isfinite(value) else float(value)


def all_rounded(values: ArrayLike, decimals: ArrayLike = 0) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Every value rounded, with one number of decimals for all or one for each; missing values stay missing."""
    numbers, places = np.broadcast_arrays(np.asarray(values, dtype=float), np.asarray(decimals, dtype=int))
    small = (np.abs(numbers) < _SMALL) & (places >= 0) & (places <= _FEW_PLACES)
    steps = 10.0 ** np.where(small, places, 0)
    scaled = np.where(small, np.abs(numbers), 0.5) * steps
    result = np.asarray(np.copysign(np.floor(scaled + 0.5) / steps, numbers) + 0.0)
    # Away from a half plain arithmetic gives the same; at it, and for large and missing numbers, the digits decide.
    close = np.abs(scaled % 1 - 0.5) < _NEAR_HALF
    apart = zip(numbers[close].tolist(), places[close].tolist(), strict=True)
    result[close] = [rounded(value, place) for value, place in apart]
    return result
