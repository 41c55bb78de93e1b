"""Days and times as SPSS and Stata count them; what no calendar or clock holds is none."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pandas as pd

Moment = Callable[[float], date | time | None]

_SPSS_START, _STATA_START = datetime(1582, 10, 14), datetime(1960, 1, 1)
_DAY = 86_400
_SPSS_DATES, _SPSS_DATETIMES, _SPSS_TIMES = (
    {"DATE", "ADATE", "EDATE", "JDATE", "SDATE"},
    {"DATETIME", "YMDHMS"},
    {"TIME"},
)


def spss_moment(format: str) -> Moment | None:
    """What the seconds of a variable of this format mean (SPSS counts from 14 October 1582); None for no time."""
    name = format.rstrip("0123456789.").upper()
    if name in _SPSS_DATES:
        return lambda seconds: _day(_SPSS_START, seconds)
    if name in _SPSS_DATETIMES:
        return lambda seconds: _at(_SPSS_START, seconds)
    return _time if name in _SPSS_TIMES else None


def stata_moment(format: str) -> Moment | None:
    """What the days (%td) or milliseconds (%tc, %tC) since 1960 mean; None for no time and for weeks, months, years."""
    kind = format.replace("-", "", 1) if format.startswith("%-") else format
    if kind.startswith(("%tcHH", "%tCHH")):
        return lambda milliseconds: _time(milliseconds / 1000)
    if kind.startswith(("%tc", "%tC")):
        return lambda milliseconds: _at(_STATA_START, milliseconds / 1000)
    return (lambda days: _day(_STATA_START, days * _DAY)) if kind.startswith(("%td", "%d")) else None


def _at(start: datetime, seconds: float) -> datetime | None:
    if pd.isna(seconds):
        return None
    try:
        return start + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _day(start: datetime, seconds: float) -> date | None:
    moment = _at(start, seconds)
    return moment.date() if moment else None


def _time(seconds: float) -> time | None:
    """The time of day; a length of time of a day or more is none."""
    moment = _at(_STATA_START, seconds)
    return moment.time() if moment and 0 <= seconds < _DAY else None
