"""How the screen looks at the moment: light or dark."""

import streamlit as st

from components.charts.palette import DARK, LIGHT, Palette


def palette() -> Palette:
    """The colours of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT
