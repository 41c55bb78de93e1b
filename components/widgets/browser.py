"""Where the app stands, as the reader reached it."""

from urllib.parse import urlsplit

import streamlit as st

from components import state
from components.charts.palette import DARK, LIGHT, Palette

KEY = "chrome"  # the component that knows the browser's window


def site() -> str:
    """`https://host/base`: the address without the page's path, '' where it is not known (a test)."""
    address = urlsplit(st.context.url or "")
    if not address.netloc:
        return ""
    folder = address.path.rpartition("/")[0]
    return f"{address.scheme}://{address.netloc}{folder}"


def is_narrow() -> bool:
    """Whether the reader's window is as narrow as a telephone."""
    return state.reported(KEY, "width") == "narrow"


def palette() -> Palette:
    """The colours of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT
