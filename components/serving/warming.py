"""What the server has at hand before its first reader comes."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st

from components import store
from data import ReleaseError

SILENT = "streamlit.runtime.scriptrunner_utils.script_run_context"


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[None]:
    """Open the release, the outlines and the codes; then let the collector pass over them for good.

    A release that cannot be opened is told by the page, to each reader, in words.
    """
    log = logging.getLogger(SILENT)
    level = log.level
    log.setLevel(logging.ERROR)  # Streamlit warns that nobody is reading yet
    with suppress(ReleaseError):
        store.published_release()
        store.known_codes()
        store.shapes()
    log.setLevel(level)
    gc.collect()
    gc.freeze()
    yield
