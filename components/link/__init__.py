"""A button that copies the full address of what is on the screen."""

from pathlib import Path

import streamlit as st

from components import state, store
from i18n import Text

FOLDER = Path(__file__).parent

link = st.components.v2.component(
    "harta_link",
    html='<button type="button"></button>',
    css=(FOLDER / "link.css").read_text(encoding="utf-8"),
    js=(FOLDER / "link.js").read_text(encoding="utf-8"),
)


def show_copy_link(t: Text) -> None:
    """The button; the link names every choice, the defaults and the release included."""
    query = state.query(lang=t.language, release=store.release().info.id)
    link(
        key="copy_link",
        data={"query": query, "label": t("filter.copy_link"), "done": t("filter.copied")},
        width="content",
    )
