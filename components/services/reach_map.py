"""People reached per 10,000 inhabitants on the map, with the municipal facts on it."""

import html
import math

import pandas as pd
import streamlit as st

from components import state, store
from components.appearance import palette
from components.board import show_board
from components.charts.demonstration import marked_svg
from components.charts.maps.county_map import county_map
from components.charts.rulers.ruler import ruler
from components.charts.services.symbols import with_symbols
from components.map import show_map
from components.notices import show_demonstration, show_lines, show_small
from components.services.facts import show_table
from components.services.places import municipalities, show_places
from components.services.rates import worded_rates
from components.services.words import citations, is_demonstration
from data import FOCUS
from data.model.frames import rows_of
from data.model.service_counts import ALL
from i18n import Text

BREAKS = (0.0, 5.0, 10.0, 20.0, 40.0)  # fixed: one colour means one rate in both cycles
KEY = "reach"
FIELDS = ("area", "reached", "population", "rate")


def show_reach_map(t: Text, cycle: str) -> None:
    """The map with its ruler and table where there are records; the municipal facts in words always."""
    services = store.release().services
    rows = services.coverage[services.coverage["service"].eq(ALL) & services.coverage["cycle"].eq(cycle)]
    if rows.empty:
        show_lines([t("services.no_records")])
        show_places(t, cycle)
    else:
        draw(t, worded_rates(t, rows), cycle)


def draw(t: Text, frame: pd.DataFrame, cycle: str) -> None:
    """Map at the left, ruler and small print at the right."""
    made_up = is_demonstration(store.release().services)
    words = t("kind.demonstration") if made_up else ""
    if made_up:
        show_demonstration(t)
    left, right = st.columns([46, 54], gap="medium")
    title = t("services.rate_title", cycle=cycle)
    scale = (*BREAKS[:-1], max(BREAKS[-1], math.ceil(frame["value"].fillna(0).max())))
    with left:
        picture = county_map(
            frame,
            shapes=store.shapes(),
            scale=scale,
            higher_is="neutral",
            title=title,
            description=t("services.rate_caption"),
            outside_text=t("map.outside"),
            palette=palette(),
            selected=state.choice("county", FOCUS) or None,
            prefix=KEY,
        )
        # The symbols are published facts: they stand over the mark of made-up figures.
        placed = municipalities(t, cycle)
        svg = with_symbols(marked_svg(picture, words, palette()), placed, shapes=store.shapes(), palette=palette())
        show_map(svg, key=KEY, on_choose=lambda: state.keep_clicked("county", KEY))
        if placed:
            show_small([t("services.diamonds"), t("licence.boundaries.geonames.text")])
        show_places(t, cycle)
    with right:
        st.subheader(title, anchor=False)
        st.caption(t("services.rate_caption"))
        drawings = "".join(
            f'<div class="{name}">{marked_svg(rate_ruler(t, frame, scale, width, name), words, palette())}</div>'
            for name, width in (("wide", 560), ("narrow", 340))
        )
        show_board(drawings, key="reach_ruler")
        show_rates(t, frame)


def rate_ruler(t: Text, frame: pd.DataFrame, scale: tuple[float, ...], width: int, name: str) -> str:
    """The four counties on the map's own scale."""
    return ruler(
        frame,
        scale=scale,
        higher_is="neutral",
        tick_texts=[t.number(tick) for tick in scale],
        title=t("services.rate_legend"),
        description=". ".join(frame["spoken"]),
        palette=palette(),
        width=width,
        prefix=f"{KEY}-ruler-{name}",
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
    bases = [t("services.rate_base", period=t.period(base)) for base in frame["base"].unique() if base]
    sources = " ".join(dict.fromkeys(" ".join(frame["source"]).split()))
    show_small([*bases, t("provenance.sources", sources=citations(t, sources)), t("provenance.boundaries")])
