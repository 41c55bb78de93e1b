"""The line over a card in a meeting: where we are, and the way on by button, arrow key or clicker."""

from pathlib import Path

import streamlit as st

from components import state, store
from components.sections.meeting.agenda import turn_to
from i18n import Text

FOLDER = Path(__file__).parent
KEY = "meeting_line"
BUTTONS = ("previous", "next", "full_screen", "small_screen", "close")

line = st.components.v2.component(
    "harta_meeting_line",
    html=(FOLDER / "keys.html").read_text(encoding="utf-8"),
    css=(FOLDER / "keys.css").read_text(encoding="utf-8"),
    js=(FOLDER / "keys.js").read_text(encoding="utf-8"),
)


def show_line(t: Text, step: int, count: int, title: str) -> None:
    """Product, release, number of the card; previous, next, full screen, close. The browser answers the keys at once
    and reports the card it has turned to."""
    told = {
        "step": step,
        "name": t("product.name"),
        "release": t("meeting.release", release=store.release().info.id),
        "places": [t("meeting.place", n=number, count=count) for number in range(1, count + 1)],
        "title": title,
        "words": {name: t(f"meeting.{name}") for name in BUTTONS},
    }
    line(key=KEY, data=told, on_turned_change=follow)


def follow() -> None:
    """The card that the browser has turned to."""
    said = state.reported(KEY, "turned")
    if said.isdecimal():
        turn_to(int(said))
