"""One choice in the sidebar: what can be chosen, and beside it, switched off, what cannot and why."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from components import state

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

    `lacking` codes stand beside the others, disabled, with `reason` under them; choosing makes the `outdated` choices
    forgotten.
    """
    with st.container(gap="xsmall", key=f"choice_{key}"):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
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
                st.pills(
                    reason,
                    lacking,
                    format_func=name,
                    disabled=True,
                    label_visibility="collapsed",
                    key=f"lacking_{key}",
                )
        if lacking and reason:
            st.caption(reason)
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
