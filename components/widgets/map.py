"""The door to the map component: it shows an SVG with what belongs to it and reports the county that was chosen."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent

# It stands in the page itself, not in a tree of its own: the words beside the map have the page's style.
_MAP = st.components.v2.component(
    "county_map",
    css=(_HERE / "map.css").read_text(encoding="utf-8"),
    js=(_HERE / "map.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def show_map(
    svg: str, *, key: str, below: str = "", beside: str = "", on_choose: Callable[[], None] | None = None
) -> str | None:
    """Show the SVG; what has `data-area` and the role of a button can be chosen by pointer or keyboard.

    Returns the area whose choice caused this run, "" when Escape gave the choice up, None in every other run.
    `on_choose` runs before the script; the area is then the attribute `chosen` of the state kept at `key`.
    The SVG must come from `charts.county_map`, what stands below and beside it from `components.wording.markup` and
    `components.charts`, which escape every text: all is put into the page as it is.
    """
    data = {"svg": svg, "below": below, "beside": beside}
    chosen: str | None = _MAP(key=key, data=data, on_chosen_change=on_choose or _nothing).chosen
    return chosen


def _nothing() -> None:
    """Streamlit gives the result an attribute only for what has a callback."""
