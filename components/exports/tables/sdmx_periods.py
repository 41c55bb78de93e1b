"""Our reference periods as SDMX time periods, and back.

Years, months, days, quarters (`2019-Q2`) and half-years (`2017-S1`) are written alike in both. A range is not:
SDMX (technical notes, "distinct range") knows only an ISO 8601 start with a duration, so `2017/2018`, which no SDMX
reader would take, is written `2017-01-01/P2Y`. The unit of the duration keeps how finely the source spoke: years,
months or days; ranges of quarters and half-years, or of unlike parts, come back in months or days, the same days.
"""

import re
from datetime import date, timedelta

from data.model.periods import parse_period

_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d{2}-\d{2}")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})/P(\d+)([YMD])")


def time_period(text: str) -> str:
    """The SDMX time period of one of our period texts. ValueError: no period of ours."""
    period = parse_period(text)
    parts = text.split("/")
    if len(parts) == 1:
        return text
    if all(_YEAR.fullmatch(part) for part in parts):
        return f"{period.start}/P{period.end.year - period.start.year + 1}Y"
    if any(_DAY.fullmatch(part) for part in parts):
        return f"{period.start}/P{(period.end - period.start).days + 1}D"
    months = 12 * (period.end.year - period.start.year) + period.end.month - period.start.month + 1
    return f"{period.start}/P{months}M"


def period_of(written: str) -> str:
    """Our text of an SDMX time period, of the same days. ValueError: no time period that `time_period` writes."""
    if match := _RANGE.fullmatch(written):
        return _range(date.fromisoformat(match[1]), int(match[2]), match[3])
    return parse_period(written).text


def _range(start: date, count: int, unit: str) -> str:
    day = start.isoformat()
    if unit == "D":
        first, last = day, (start + timedelta(days=count - 1)).isoformat()
    elif unit == "Y":
        first, last = day[:4], f"{start.year + count - 1:04d}"
    else:
        year, month = divmod(12 * start.year + start.month - 1 + count - 1, 12)
        first, last = day[:7], f"{year:04d}-{month + 1:02d}"
    period = parse_period(first if first == last else f"{first}/{last}")
    if period.start != start:
        raise ValueError(f"expected a range that starts with its first {unit}, found {day}")
    return period.text
