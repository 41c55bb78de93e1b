"""Faults of the server while it serves: a sentence for the reader, a line for the log, a state for whoever watches.

What a page raises is never shown: its message may repeat what somebody typed, and its trace tells nobody anything.
"""

import datetime
import logging
import os
import tempfile
import traceback
from typing import Final

import streamlit as st

from components import state
from components.exports.chart_svg import NoBrowser, find_browser
from components.serving.log import ASKED, place
from components.widgets import titled
from components.wording.clock import is_behind
from i18n import LANGUAGES, words

LOG = logging.getLogger(__name__)
# Who writes what a page, a button or the making of a file raised.
TELLING: Final = (
    "streamlit.error_util",
    "streamlit.runtime.backend_operation_handler",
    "components.downloads.long_work",
    "uvicorn.error",
    *ASKED,
)
ROOM: Final = 1_000_000  # bytes; a picture of a chart needs several times as much


def tell_fault(fault: Exception) -> bool:
    """The sentence in place of what a page, a part of it or a button raised; True: Streamlit shows nothing of it."""
    LOG.error("page not shown: %s", type(fault).__name__)
    for language in languages():
        t = words(language)
        st.error(f"{first_rank()} {t('faults.page_title')}\n\n{t('faults.page')}")
    return True


def first_rank() -> str:
    """The Markdown of a heading: the page's own where it has none yet."""
    try:
        rank = 2 if titled.is_titled() else 1
        titled.note()
    except Exception:  # the fault may lie in the session itself
        rank = 2
    return "#" * rank


def languages() -> tuple[str, ...]:
    """The reader's language; all of them where that is not known."""
    try:
        return (state.recall("lang", LANGUAGES),)
    except Exception:  # the fault may lie in the session itself
        return LANGUAGES


def clock_state(dated: str) -> str:
    """`ok`, or `behind`."""
    return "behind" if is_behind(dated, datetime.date.today()) else "ok"


def picture_state() -> str:
    """`ok`, or `no_browser`: pictures of charts cannot be had, everything else can."""
    try:
        find_browser()
    except NoBrowser:
        return "no_browser"
    return "ok"


def disk_state() -> str:
    """`ok`, or `full`: files that need room on the disk while they are made cannot be had."""
    try:
        with tempfile.TemporaryFile() as file:
            file.write(bytes(ROOM))
            file.flush()
    except OSError:
        return "full"
    return "ok"


class WithoutMessage(logging.Filter):
    """Leaves of a fault in a record its kind and where it arose: its message may repeat what a reader typed."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes, a fault's without message and trace."""
        if record.exc_info and record.exc_info[1]:
            fault = root_of(record.exc_info[1])
            steps = "; ".join(places_of(fault)[-3:])
            record.msg = f"{record.getMessage()}: {type(fault).__name__} at {steps}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


def root_of(fault: BaseException) -> BaseException:
    """What a fault came from in the first place."""
    while fault.__cause__:
        fault = fault.__cause__
    return fault


def places_of(fault: BaseException) -> list[str]:
    """Where a fault arose, innermost last: in our code where that took part, else anywhere."""
    steps = [place(frame) for frame in traceback.extract_tb(fault.__traceback__)]
    return [step for step in steps if "/" in step.partition(":")[0] and not step.startswith(".")] or steps


def keep_messages_out() -> None:
    """No message of a fault in the log, where Streamlit would write it with its trace; as JSON lines they have none."""
    if os.environ.get("HARTA_LOG") != "json":
        for name in TELLING:
            logging.getLogger(name).addFilter(WithoutMessage())
