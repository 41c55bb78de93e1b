"""Whether the store of minutes answers, for those who watch over the server."""

import os

from minutes import NewerStore, StoreDown, existing_store, store_address


def store_state() -> str:
    """`off` where minutes are not switched on, `ok`, `down`, `newer` for a store of a later version. Makes nothing."""
    if os.environ.get("HARTA_MINUTES") != "on":
        return "off"
    try:
        existing_store(store_address(os.environ))
    except StoreDown:
        return "down"
    except NewerStore:
        return "newer"
    return "ok"
