"""People reached per 10,000 inhabitants on the map, with the municipal facts on it."""

import html

import pandas as pd
import streamlit as st

from components import state, store
from components.appearance import palette
from components.board import show_board
from components.charts.demonstration import marked_svg
from components.charts.palette import Palette
from components.map import show_map
from components.notices import show_demonstration, show_lines, show_small
from components.services.facts import show_table
from components.services.places import municipalities, show_places
from components.services.rates import rate_bases
from components.services.reach_pictures import KEY, reach_frame, reach_map, reach_ruler
from components.services.taking import show_taking
from components.services.views import MAPPED, people_view
from components.services.words import citations, is_demonstration
from data import FOCUS
from data.model.frames import rows_of
from i18n import Text

FIELDS = ("area", "reached", "population", "rate")
RULERS = (("wide", 560), ("narrow", 340))


def show_reach_map(t: Text, cycle: str) -> None:
    """The map with its ruler and table where there are records; the municipal facts in words always."""
    frame = store.remembered(("reach", *store.edition(), t.language, cycle), lambda: reach_frame(t, cycle))
    if frame.empty:
        show_lines([t("services.no_records")])
        show_places(t, cycle)
    else:
        draw(t, frame, cycle)
        show_taking(t, people_view(*MAPPED, cycle, state.choice("county", FOCUS)))


def draw(t: Text, frame: pd.DataFrame, cycle: str) -> None:
    """Map at the left, ruler and small print at the right."""
    if is_demonstration(store.release().services):
        show_demonstration(t)
    ground, county = palette(), state.choice("county", FOCUS)
    key = (*store.edition(), t.language, cycle, ground)
    left, right = st.columns([46, 54], gap="medium")
    with left:
        svg = store.remembered(
            ("reach map", *key, county),
            lambda: reach_map(t, frame, cycle, palette=ground, county=county, mark=demonstration_mark(t)),
        )
        show_map(svg, key=KEY, on_choose=lambda: state.keep_clicked("county", KEY))
        if municipalities(t, cycle):
            show_small([t("services.diamonds"), t("licence.boundaries.geonames.text")])
        show_places(t, cycle)
    with right:
        st.subheader(t("services.rate_title", cycle=cycle), anchor=False)
        st.caption(t("services.rate_caption"))
        rulers = store.remembered(("reach rulers", *key), lambda: draw_rulers(t, frame, ground))
        show_board(rulers, key="reach_ruler")
        show_rates(t, frame)


def demonstration_mark(t: Text) -> str:
    """The words that mark pictures of made-up records; '' where the records are real."""
    return t("kind.demonstration") if is_demonstration(store.release().services) else ""


def draw_rulers(t: Text, frame: pd.DataFrame, ground: Palette) -> str:
    """The ruler for a wide screen and for a telephone, of which the page's style shows one."""
    return "".join(
        f'<div class="{name}">{marked_svg(svg, demonstration_mark(t), ground)}</div>'
        for name, width in RULERS
        for svg in [reach_ruler(t, frame, palette=ground, width=width, prefix=f"{KEY}-ruler-{name}")]
    )


def show_rates(t: Text, frame: pd.DataFrame) -> None:
    """The same figures as a table, with the number of inhabitants they are held against."""
    rows = [
        {
            "area": html.escape(row["name"]),
            "reached": html.escape(row["reached_text"]),
            "population": html.escape(row["population_text"]),
            "rate": html.escape(row["text"]),
        }
        for row in rows_of(frame)
    ]
    show_table(rows, {field: t(f"rate_field.{field}") for field in FIELDS})
    sources = " ".join(dict.fromkeys(" ".join(frame["source"]).split()))
    said = [t("provenance.sources", sources=citations(t, sources)), t("provenance.boundaries")]
    show_small([*rate_bases(t, frame), *said])
