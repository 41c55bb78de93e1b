"""The page around our pages: its style, its language, Streamlit's own words, one history entry a page."""

from functools import cache
from pathlib import Path

import streamlit as st

from components.charts.palette import DARK
from components.widgets.browser import KEY, is_narrow, palette
from i18n import Text

FOLDER = Path(__file__).parent
STREAMLIT_WORDS = "streamlit"

# Its style is the whole page's: it stands in the page itself, not in a tree of its own.
chrome = st.components.v2.component(
    "harta_chrome",
    css=(FOLDER / "style.css").read_text(encoding="utf-8"),
    js=(FOLDER / "chrome.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show_chrome(t: Text, *, around: str = "header") -> None:
    """Tell the browser the page's language and what stands `around` it (`header` or `nothing`), and put our words for
    those that Streamlit brings along."""
    drawn = "dark" if palette() is DARK else "light"
    width = "narrow" if is_narrow() else "wide"
    told = {"language": t.language, "words": streamlit_words(t), "drawn": drawn, "width": width, "around": around}
    chrome(key=KEY, data=told, height=1, on_ground_change=draw_again, on_width_change=draw_again)


@cache
def streamlit_words(t: Text) -> dict[str, str]:
    """Streamlit's English words, each with ours for it."""
    return {t(f"streamlit.{code}.from"): t(f"streamlit.{code}.to") for code in t.under(STREAMLIT_WORDS)}


def draw_again() -> None:
    """Another theme or width: the run that this callback belongs to draws for it."""
