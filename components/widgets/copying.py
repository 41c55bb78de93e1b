"""A button that copies a text."""

from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).parent

copy = st.components.v2.component(
    "harta_copy",
    html='<button type="button"></button>',
    css=(FOLDER / "copy.css").read_text(encoding="utf-8"),
    js=(FOLDER / "copy.js").read_text(encoding="utf-8"),
)


def show_copy(label: str, text: str, *, done: str, key: str) -> None:
    """The button `label`; once the text is copied it says `done` for a moment."""
    copy(key=key, data={"text": text, "label": label, "done": done}, width="content")
