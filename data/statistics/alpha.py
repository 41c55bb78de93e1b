"""The one level of significance: of every verdict, and of the intervals beside them."""

from typing import Final

ALPHA: Final = 0.05
POWER: Final = 0.8  # with which a difference is said to be found
