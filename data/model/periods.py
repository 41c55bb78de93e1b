"""Reference periods: the text of a period read as a first and a last day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

FORMS = "a year, month, day, quarter (2019-Q2), half-year (2017-S1) or two of them joined by /"

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-S([12])")


@dataclass(frozen=True)
class Period:
    """A reference period: its text, first day and last day."""

    text: str
    start: date
    end: date

    @property
    def midpoint(self) -> date:
        """The day in the middle (the earlier of two)."""
        return self.start + timedelta(days=(self.end - self.start).days // 2)


@lru_cache(maxsize=1024)
def parse_period(text: str) -> Period:
    """The period a text names; ValueError, with the allowed forms, for any other text."""
    first, slash, last = text.partition("/")
    start, end = _days(first)
    if slash:
        last_start, end = _days(last)
        if last_start <= start:
            raise ValueError(f"expected a range whose second part is later, found {text!r}")
    return Period(text, start, end)


def is_period(text: str) -> bool:
    """Whether a text names a period."""
    try:
        return bool(parse_period(text))
    except ValueError:
        return False


def sort_key(text: str) -> tuple[date, date, str]:
    """Orders period texts by their midpoint, then by their last day."""
    period = parse_period(text)
    return period.midpoint, period.end, text


def _days(text: str) -> tuple[date, date]:
    try:
        if match := _YEAR.fullmatch(text):
            return _months(int(match[1]), 1, 12)
        if match := _QUARTER.fullmatch(text):
            return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
        if match := _HALF.fullmatch(text):
            return _months(int(match[1]), 6 * int(match[2]) - 5, 6)
        if match := _MONTH.fullmatch(text):
            return _months(int(match[1]), int(match[2]), 1)
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day
    except ValueError as error:
        raise ValueError(f"expected {FORMS}, found {text!r} ({error})") from None
    raise ValueError(f"expected {FORMS}, found {text!r}")


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    start = date(year, first, 1)
    last = first + count - 1
    return start, date(year, last, monthrange(year, last)[1])
