"""Streamlit's warnings about code that runs while nobody reads: expected where the server itself runs it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

SILENT = "streamlit.runtime.scriptrunner_utils.script_run_context"


class NoReader(logging.Filter):
    """Drops every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Nothing passes."""
        return False


@contextmanager
def without_a_reader() -> Iterator[None]:
    """While the block runs, Streamlit does not say that nobody is reading."""
    log, none = logging.getLogger(SILENT), NoReader()
    log.addFilter(none)
    try:
        yield
    finally:
        log.removeFilter(none)
