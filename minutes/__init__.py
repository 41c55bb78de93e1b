"""What a meeting decided beside a card, kept in a store that loses nothing: an SQLite file, or PostgreSQL."""

from minutes.address import store_address
from minutes.faults import BadEntry, NewerStore, Problem, StoreDown
from minutes.model import LIMITS, STATES, Entry, Meeting, checked, revised
from minutes.opening import existing_store, open_store
from minutes.store import Saved, Store

__all__ = [
    "LIMITS",
    "STATES",
    "BadEntry",
    "Entry",
    "Meeting",
    "NewerStore",
    "Problem",
    "Saved",
    "Store",
    "StoreDown",
    "checked",
    "existing_store",
    "open_store",
    "revised",
    "store_address",
]
