"""Two ways away from what is on the screen: a link to copy, and the quick exit."""

from pathlib import Path

import streamlit as st

from components import store
from i18n import Text

FOLDER = Path(__file__).parent
SAFE_PLACE = "https://sq.wikipedia.org/"
AWAY = "dil"  # our own address that leads there: it takes the place of the page that was left

ways_out = st.components.v2.component(
    "harta_ways_out",
    html=f'<button type="button"></button><a href="{SAFE_PLACE}" rel="noreferrer"></a>',
    css=(FOLDER / "ways_out.css").read_text(encoding="utf-8"),
    js=(FOLDER / "ways_out.js").read_text(encoding="utf-8"),
)


def show_ways_out(t: Text) -> None:
    """The button that copies the address as it stands, language and release named too; the link that leaves."""
    data = {
        "named": {"lang": t.language, "release": store.release().info.id},
        "label": t("filter.copy_link"),
        "done": t("filter.copied"),
        "exit": t("frame.exit"),
        "hint": t("frame.exit_hint"),
        "away": AWAY,
    }
    ways_out(key="ways_out", data=data, width="content")
