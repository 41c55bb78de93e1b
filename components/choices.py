"""One choice in the sidebar: what can be chosen, and beside it, switched off, what cannot and why."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from components import markup, state

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

    `lacking` codes stand beside the others as words, with `reason` under them; choosing makes the `outdated` choices
    forgotten.
    """
    with beside_lacking(key, [name(code) for code in lacking], reason):
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
    return state.recall(key, options, default)


@contextmanager
def beside_lacking(key: str, names: Sequence[str], reason: str) -> Iterator[None]:
    """Room for a choice with what it lacks beside it and the reason below; nothing around it where it lacks nothing."""
    if not names:
        yield
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom", key=f"choice_{key}"):
        yield
        st.html(markup.lacking(names, reason))


def choose_from_list(
    key: str,
    options: Sequence[Code],
    *,
    label: str,
    name: Callable[[str], str],
    placeholder: str,
    outdated: Sequence[str] = (),
) -> Code:
    """The chosen code out of a longer list."""
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
