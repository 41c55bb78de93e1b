"""What a form holds and what a callback leaves for the next run, in this session."""

from typing import Any

from components import state


def entered(key: str) -> Any:
    """What a field holds, or what was left under a key; None where there is nothing."""
    return state.session().get(key)


def holds(key: str) -> bool:
    """Whether a field of that key is on the page, or anything was left under the key."""
    return key in state.session()


def leave(key: str, value: object) -> None:
    """Put a value under a key: into a field before it is drawn, or for the next run."""
    state.session()[key] = value


def take(key: str) -> Any:
    """What was left under a key, taken away; None where there is nothing."""
    return state.session().pop(key, None)
