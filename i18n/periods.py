"""A reference period's code in words. The codes' meaning is the data's; here they are only spelled."""

import datetime
import re
from typing import Protocol

from babel import Locale
from babel.dates import format_date, format_skeleton

ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


class Speller(Protocol):
    """What spelling needs of a language."""

    @property
    def locale(self) -> Locale:
        """Babel's locale."""

    def __call__(self, key: str, **values: object) -> str:
        """Words under a key."""


def spell_period(period: str, text: Speller) -> str:
    """`2017/2018` → `2017–18`; `2020-08` → `gusht 2020`; a code of no known form comes back as it is."""
    if "/" in period:
        start, end = period.split("/", 1)
        if start.isdigit() and end.isdigit():
            return f"{start}–{end[2:]}" if int(end) == int(start) + 1 else f"{start}–{end}"
        return f"{spell_moment(start, text)} – {spell_moment(end, text)}"
    return spell_moment(period, text)


def spell_moment(period: str, text: Speller) -> str:
    """One year, quarter, half-year, month or day in words."""
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return text("period.quarter", year=found[1], number=found[2], roman=ROMAN[found[2]])
    if found := re.fullmatch(r"(\d{4})-S([12])", period):
        return text("period.half", year=found[1], number=found[2], roman=ROMAN[found[2]])
    if found := re.fullmatch(r"(\d{4})-(\d{2})", period):
        month = datetime.date(int(found[1]), int(found[2]), 1)
        return str(format_skeleton("yMMMM", month, locale=text.locale))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", period):
        return str(format_date(datetime.date.fromisoformat(period), "long", locale=text.locale))
    return period
