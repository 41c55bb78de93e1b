"""Whether two reference periods of an indicator may be set beside each other."""

from data.model.catalogue import Indicator
from data.model.periods import parse_period


def comparability(indicator: Indicator, earlier: str, later: str) -> str:
    """The catalogue's word for the indicator; `not_comparable` where a break lies between the periods."""
    first, second = parse_period(earlier).midpoint, parse_period(later).midpoint
    broken = any(first < parse_period(each).start <= second for each in indicator.breaks)
    return "not_comparable" if broken else indicator.comparability


def comparable(indicator: Indicator, earlier: str, later: str) -> bool:
    """Whether a difference between the two periods may be shown at all."""
    return comparability(indicator, earlier, later) != "not_comparable"
