"""A board: our own pictures on the page, with their text, that need no answer from the reader."""

from pathlib import Path

import streamlit as st

from components import store

FOLDER = Path(__file__).parent

# Streamlit's own st.html takes SVG out of what it shows; a component does not.
board = st.components.v2.component(
    "harta_board",
    css=(FOLDER / "board.css").read_text(encoding="utf-8"),
    js=(FOLDER / "board.js").read_text(encoding="utf-8"),
)


def show_board(markup: str, *, key: str) -> None:
    """Show markup whose texts are escaped already: an SVG of `components.charts`, or rows with such pictures."""
    board(key=store.of_release(key), data={"markup": markup})
