"""One button, one file, made on the click."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from components.downloads.keeping import Key, keep_made

Width = Literal["content", "stretch"]


def offer_file(
    label: str, make: Callable[[], bytes | str], name: str, mime: str, *, key: Key = (), width: Width = "content"
) -> None:
    """The button; the page does not run again, and where a `key` is given whoever asks next gets the kept file.

    `make` runs when the page and its session are gone: it must hold the rows it writes.
    """
    made = partial(keep_made, key, make) if key else make
    st.download_button(label, made, file_name=name, mime=mime, on_click="ignore", key=f"file_{name}", width=width)
