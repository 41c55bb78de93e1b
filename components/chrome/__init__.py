"""The page around our pages: its language, Streamlit's own words, one history entry a page."""

from pathlib import Path

import streamlit as st

from i18n import Text

FOLDER = Path(__file__).parent
STREAMLIT_WORDS = "streamlit"

chrome = st.components.v2.component("harta_chrome", js=(FOLDER / "chrome.js").read_text(encoding="utf-8"))


def show_chrome(t: Text) -> None:
    """Tell the browser the page's language, and put our words for those that Streamlit brings along."""
    ours = {t(f"streamlit.{code}.from"): t(f"streamlit.{code}.to") for code in t.under(STREAMLIT_WORDS)}
    chrome(key="chrome", data={"language": t.language, "words": ours}, height=1)
