"""One choice in the sidebar: what can be chosen, and below it, as words, what cannot and why."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from components import state
from components.widgets.unknown import miss
from components.wording import markup

Code = TypeVar("Code", bound=str)


def choose(
    key: str,
    options: Sequence[Code],
    *,
    label: str,
    name: Callable[[str], str],
    default: Code | None = None,
    lacking: Sequence[str] = (),
    reason: str = "",
    outdated: Sequence[str] = (),
) -> Code:
    """The chosen code, at first `default` or the first option.

    `lacking` codes stand below the others as words, with `reason`; choosing makes the `outdated` choices forgotten.
    """
    st.pills(
        label,
        options,
        format_func=name,
        required=True,
        wrap=True,
        key=state.prime(key, options, default),
        on_change=state.keep,
        args=(key, *outdated),
    )
    if lacking:
        st.html(markup.lacking([name(code) for code in lacking], reason))
    return state.recall(key, options, default)


def choose_from_list(
    key: str,
    options: Sequence[Code],
    *,
    label: str,
    name: Callable[[str], str],
    placeholder: str,
    outdated: Sequence[str] = (),
) -> Code:
    """The chosen code out of a longer list; one that the list does not have is named on the page."""
    miss(key, options)
    st.selectbox(
        label,
        options,
        format_func=name,
        placeholder=placeholder,
        key=state.prime(key, options),
        on_change=state.keep,
        args=(key, *outdated),
    )
    return state.recall(key, options)


def choose_view(key: str, options: Sequence[Code], *, label: str, name: Callable[[str], str]) -> Code:
    """The chosen one of a few views of the same thing, as a row of tabs; `label` is for screen readers."""
    st.segmented_control(
        label,
        options,
        format_func=name,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        key=state.prime(key, options),
        on_change=state.keep,
        args=(key,),
    )
    return state.recall(key, options)


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
