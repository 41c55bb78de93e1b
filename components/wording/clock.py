"""."""

import datetime
import logging
from functools import cache
from typing import Final

from i18n import Text

LOG = logging.getLogger(__name__)
ZONES: Final = datetime.timedelta(days=1)  # a release may be dated today where the server still has yesterday


def clock_lines(t: Text, dated: str, today: datetime.date) -> list[str]:
    """What to say where the server's clock is before the day a release is dated (2026-11-24); else nothing.

    A clock that is ahead cannot be told from a release that is old.
    """
    if not is_behind(dated, today):
        return []
    note_clock(dated, today)
    return [t("faults.clock_behind", today=t.date(today), release=t.date(datetime.date.fromisoformat(dated)))]


def is_behind(dated: str, today: datetime.date) -> bool:
    """Whether the clock says a day before that of a release."""
    return today < datetime.date.fromisoformat(dated) - ZONES


@cache
def note_clock(dated: str, today: datetime.date) -> None:
    """Write it into the log, once a day."""
    LOG.error("the clock says %s, before the release of %s", today.isoformat(), dated)
