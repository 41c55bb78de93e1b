"""Choices of several codes: how the record keeps them, and the widgets that make them."""

from collections.abc import Sequence

from components import state


def recall_several(key: str, options: Sequence[str], default: Sequence[str] = ()) -> list[str]:
    """The chosen codes that are among `options`, in their order; where there is none, `default`."""
    return [code for code in options if code in state.noted(key).split(",")] or list(default)


def prime_several(key: str, options: Sequence[str], default: Sequence[str] = ()) -> str:
    """The key of a widget of several codes, with the recalled codes put under it before the widget is drawn."""
    return state.place(key, recall_several(key, options, default))


def keep_several(key: str, *outdated: str) -> None:
    """The on_change of a widget of several codes: they go into the record; without any, the choice leaves it."""
    codes = state.session()[f"pick_{key}"]
    state.record(key, ",".join(codes), *outdated) if codes else state.forget(key, *outdated)
