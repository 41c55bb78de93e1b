"""The browser's side of what is typed and not saved: it outlasts a reload of the page, in this tab alone."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from components import state

keeper = st.components.v2.component(
    "harta_keeper", js=(Path(__file__).parent / "keeper.js").read_text(encoding="utf-8")
)


def keep_in_browser(
    form: str,
    typed: Mapping[str, str],
    emptied: int,
    *,
    reader: str,
    names: Sequence[str],
    on_found: Callable[[], None],
) -> None:
    """The browser keeps `typed` for that reader until the form was `emptied` once more; where it holds something that
    this session has not heard of, as after a reload, `on_found` is called. `names`: fields that are watched as one
    types."""
    told = {"form": form, "place": f"{form} {reader}", "typed": typed, "emptied": emptied, "names": names}
    keeper(key=f"{form}_keeper", data=told, height=1, on_found_change=on_found)


def found(form: str) -> str:
    """What the browser holds for the form, as it was last told."""
    return state.reported(f"{form}_keeper", "found")
