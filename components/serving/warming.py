"""What the server has at hand before its first reader comes."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from components import store
from components.serving.log import keep_no_record_of_readers, log_as_json
from components.serving.quiet import without_a_reader
from components.serving.watch import WATCH
from data import ReleaseError

LOG = logging.getLogger(__name__)


@asynccontextmanager
async def warmed(_app: st.App) -> AsyncIterator[None]:
    """Open the release, the outlines and the codes; let the collector pass over them for good; keep watch.

    A release that cannot be opened is told by the page, to each reader, in words.
    """
    log_as_json()
    keep_no_record_of_readers()
    warm()
    gc.collect()
    gc.freeze()
    watching = asyncio.create_task(WATCH.run())
    yield
    watching.cancel()


def warm() -> None:
    """What takes time, done once; not waited for longer than for a release that cannot be opened in time."""
    try:
        with without_a_reader():
            info = store.published_release().info
            store.known_codes()
            store.shapes()
        LOG.info("release %s open, version %s", info.id, info.version)
    except ReleaseError as fault:
        LOG.error("release not opened: %s", fault)
