"""A list of terms and what each means."""

import html
from collections.abc import Iterable

import streamlit as st


def show_definitions(items: Iterable[tuple[str, str]]) -> None:
    """The pairs of term and meaning as an HTML definition list; a pair without a meaning is left out."""
    rows = "".join(f"<dt>{html.escape(term)}</dt><dd>{html.escape(meaning)}</dd>" for term, meaning in items if meaning)
    st.html(f'<dl class="about">{rows}</dl>')
