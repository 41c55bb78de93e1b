"""How the screen looks at the moment: light or dark, wide or narrow."""

import streamlit as st

from components import state
from components.charts.palette import DARK, LIGHT, Palette

KEY = "chrome"  # the component that knows the browser's window


def is_narrow() -> bool:
    """Whether the reader's window is as narrow as a telephone."""
    return state.reported(KEY, "width") == "narrow"


def palette() -> Palette:
    """The colours of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT
