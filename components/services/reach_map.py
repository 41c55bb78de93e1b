"""People reached per 10,000 young people or inhabitants on the map, with the municipal facts on it."""

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
from components.services.choices import choose_per
from components.services.facts import show_table, two_lines
from components.services.places import municipalities, show_places
from components.services.rates import possible_rates, rate_rules
from components.services.reach_pictures import KEY, reach_frame, reach_map, reach_ruler
from components.services.taking import show_taking
from components.services.views import MAPPED, people_view
from components.services.words import citations, is_demonstration
from data import FOCUS
from data.model.frames import rows_of
from i18n import Text

FIELDS = ("area", "reached", "rate")
RULERS = (("wide", 560), ("narrow", 340))


def show_reach_map(t: Text, cycle: str) -> None:
    """The map with its ruler and table where there are records; the municipal facts in words always."""
    coverage = store.release().services.coverage
    if coverage.empty:
        show_lines([t("services.no_records")])
        show_places(t, cycle)
        return
    per = choose_per(t, possible_rates(coverage))
    frame = store.remembered(("reach", *store.edition(), t.language, cycle, per), lambda: reach_frame(t, cycle, per))
    draw(t, frame, cycle, per)
    show_taking(t, people_view(*MAPPED, cycle, state.choice("county", FOCUS), per))


def draw(t: Text, frame: pd.DataFrame, cycle: str, per: str) -> None:
    """Map at the left, ruler and small print at the right."""
    if is_demonstration(store.release().services):
        show_demonstration(t)
    ground, county = palette(), state.choice("county", FOCUS)
    key = (*store.edition(), t.language, cycle, per, ground)
    left, right = st.columns([46, 54], gap="medium")
    with left:
        svg = store.remembered(
            ("reach map", *key, county),
            lambda: reach_map(t, frame, cycle, per, palette=ground, county=county, mark=demonstration_mark(t)),
        )
        show_map(svg, key=KEY, on_choose=lambda: state.keep_clicked("county", KEY))
        if municipalities(t, cycle):
            show_small([t("services.diamonds"), t("licence.boundaries.geonames.text")])
        show_places(t, cycle)
    with right:
        st.subheader(t(f"rate.{per}.title", cycle=cycle), anchor=False)
        st.caption(t(f"rate.{per}.caption"))
        rulers = store.remembered(("reach rulers", *key), lambda: draw_rulers(t, frame, per, ground))
        show_board(rulers, key="reach_ruler")
        show_rates(t, frame, per)


def demonstration_mark(t: Text) -> str:
    """The words that mark pictures of made-up records; '' where the records are real."""
    return t("kind.demonstration") if is_demonstration(store.release().services) else ""


def draw_rulers(t: Text, frame: pd.DataFrame, per: str, ground: Palette) -> str:
    """The ruler for a wide screen and for a telephone, of which the page's style shows one."""
    return "".join(
        f'<div class="{name}">{marked_svg(svg, demonstration_mark(t), ground)}</div>'
        for name, width in RULERS
        for svg in [reach_ruler(t, frame, per, palette=ground, width=width, prefix=f"{KEY}-ruler-{name}")]
    )


def show_rates(t: Text, frame: pd.DataFrame, per: str) -> None:
    """The same figures as a table, with the number of people they are held against, and how they are to be read."""
    rows = [
        {
            "area": html.escape(row["name"]),
            "reached": html.escape(row["reached_text"]),
            "people": two_lines(row["people_text"], bounds(t, row["people_interval_text"])),
            "rate": two_lines(row["text"], bounds(t, row["interval_text"])),
        }
        for row in rows_of(frame)
    ]
    area, reached, rate = (t(f"rate_field.{field}") for field in FIELDS)
    show_table(rows, {"area": area, "reached": reached, "people": t(f"rate.{per}.people"), "rate": rate})
    sources = " ".join(dict.fromkeys(" ".join(frame["source"]).split()))
    said = [t("provenance.sources", sources=citations(t, sources)), t("provenance.boundaries")]
    show_small([*rate_rules(t, frame, per), *said])


def bounds(t: Text, interval: str) -> str:
    """An interval that says what it is, '' where there is none."""
    return t("rate.bounds", interval=interval) if interval else ""
