"""One choice in the sidebar: what can be chosen, and beside it, switched off, what cannot and why."""

from collections.abc import Callable, Sequence

import streamlit as st

from components import state


def choose(
    key: str,
    options: Sequence[str],
    *,
    label: str,
    name: Callable[[str], str],
    default: str | None = None,
    lacking: Sequence[str] = (),
    reason: str = "",
    outdated: Sequence[str] = (),
) -> str:
    """The chosen code, at first `default` or the first option. `lacking` codes stand beside the others, disabled, with `reason` under them; choosing makes the
    `outdated` choices forgotten."""
    with st.container(gap="xsmall", key=f"choice_{key}"):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
            code = st.pills(
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
    return code


def choose_from_list(
    key: str,
    options: Sequence[str],
    *,
    label: str,
    name: Callable[[str], str],
    placeholder: str,
    outdated: Sequence[str] = (),
) -> str:
    """The chosen code out of a longer list."""
    return st.selectbox(
        label,
        options,
        format_func=name,
        placeholder=placeholder,
        key=state.prime(key, options),
        on_change=state.keep,
        args=(key, *outdated),
    )
