"""The door to the store of minutes, and how its troubles are said."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from components.minutes.standing import Standing
from i18n import Text
from minutes import NewerStore, Store, StoreDown, existing_store, open_store, store_address

DEFAULT = Path(__file__).parents[2] / "var" / "minutes.sqlite"


def desk(standing: Standing) -> Store | None:
    """The store; where minutes are switched off only one that already holds something. Raises StoreDown, NewerStore."""
    address = store_address(os.environ, DEFAULT)
    if standing.is_on:
        return open_store(address)
    found = existing_store(address)
    return found if found and found.meetings() else None


@contextmanager
def trouble_told(t: Text) -> Iterator[None]:
    """A sentence in place of the minutes where their store does not answer."""
    try:
        yield
    except (StoreDown, NewerStore) as fault:
        st.error(trouble(t, fault))


def trouble(t: Text, fault: StoreDown | NewerStore) -> str:
    """The sentence for the reader; the reason goes to the log."""
    logging.getLogger(__name__).error("minutes: %s", fault)
    return t("minutes.newer_store") if isinstance(fault, NewerStore) else t("minutes.store_down")
