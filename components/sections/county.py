"""A county's profile: every indicator of a theme as one row, the county beside the other three and the country."""

import html
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components import state, store
from components.charts.palette import Palette
from components.charts.strip import strip
from components.widgets.board import show_board
from components.widgets.browser import palette
from components.widgets.choices import choose
from components.widgets.notices import show_small
from components.wording.labels import worded
from components.wording.provenance import citation
from data import COUNTRY, FOCUS, Filters, Indicator, cycle_of, select, series
from data.model.frames import by_area
from data.model.observations import source_ids
from i18n import Text

ALL = "all"
SHOWN = (*FOCUS, COUNTRY)


def profile_themes() -> list[str]:
    """The themes that have figures by county."""
    catalogue = store.release().catalogue.values()
    return list(dict.fromkeys(indicator.theme for indicator in catalogue if indicator.level == "county"))


def choose_themes(t: Text) -> list[str]:
    """The chosen theme, at first all of them."""
    themes = profile_themes()
    theme = choose("theme", [ALL, *themes], label=t("county.theme"), name=lambda code: t(f"theme.{code}"))
    return themes if theme == ALL else [theme]


def show_profile(t: Text, county: str, themes: Sequence[str]) -> None:
    """The themes below each other."""
    for theme in themes:
        st.header(t(f"theme.{theme}"), anchor=False)
        show_theme(t, county, theme)
    show_small([t("provenance.release", release=store.release().info.id)])


def show_theme(t: Text, county: str, theme: str) -> None:
    """One row an indicator of the theme; those without a figure for the county are named below, then the sources."""
    ground = palette()
    key = ("profile", *store.edition(), t.language, county, theme, ground)
    markup, small = store.remembered(key, lambda: theme_told(t, county, theme, ground))
    if markup:
        show_board(markup, key=f"profile_{theme}")
    show_small(small)


def theme_told(t: Text, county: str, theme: str, ground: Palette) -> tuple[str, tuple[str, ...]]:
    """The theme's rows as HTML, and the small print below them."""
    told = {indicator: newest_rows(t, indicator, county) for indicator in county_indicators(theme)}
    missing = [indicator for indicator, rows in told.items() if rows[county]["status"] == "no_data"]
    shown = {indicator: rows for indicator, rows in told.items() if indicator not in missing}
    small = []
    if missing:
        labels = "; ".join(t(f"indicator.{indicator.code}.label") for indicator in missing)
        small.append(t("county.missing", area=t.area(county, "in"), indicators=labels))
    cited = source_ids(row["source"] for rows in (shown or told).values() for row in rows.values())
    sources = "; ".join(citation(t, store.release().sources[code]) for code in cited)
    small.append(t("provenance.sources", sources=sources))
    return "".join(profile_row(t, indicator, rows, county, ground) for indicator, rows in shown.items()), tuple(small)


def county_indicators(theme: str) -> list[Indicator]:
    """The theme's indicators that have figures by county."""
    return [each for each in store.release().catalogue.values() if each.level == "county" and each.theme == theme]


def newest_rows(t: Text, indicator: Indicator, county: str) -> dict[str, dict[str, Any]]:
    """The worded rows of the four counties and the country, by area: at the period that most counties have, or at the
    newest that this county has when it lacks that one."""
    observations = store.release().rows_of(indicator.code)
    filters = store.release().offers[indicator.code].settle(Filters())
    rows = by_area(worded(select(observations, indicator=indicator.code, filters=filters, areas=SHOWN), indicator, t))
    if rows[county]["status"] != "no_data":
        return rows
    own = series(observations, indicator=indicator.code, gender=filters.gender, age=filters.age, areas=(county,))
    periods = own.loc[own["status"].ne("no_data"), "period"].tolist()
    filters = replace(filters, period=periods[-1] if periods else filters.period)
    return by_area(worded(select(observations, indicator=indicator.code, filters=filters, areas=SHOWN), indicator, t))


def profile_row(t: Text, indicator: Indicator, rows: dict[str, dict[str, Any]], county: str, ground: Palette) -> str:
    """The row as HTML: name and way to the card, strip, the county's figure, the others' figures."""
    label = t(f"indicator.{indicator.code}.label")
    chosen, country = rows[county], rows[COUNTRY]
    others = [f"{rows[area]['name']} {rows[area]['text']}" for area in SHOWN if area != county]
    told = [
        chosen["period_text"],
        t(f"cycle.{cycle_of(chosen['period'])}.name"),
        t(f"county.direction.{indicator.higher_is}"),
    ]
    picture = strip(
        [rows[area] for area in FOCUS],
        chosen=county,
        scale=indicator.scale,
        higher_is=indicator.higher_is,
        reference=None if pd.isna(country["value"]) else float(country["value"]),
        palette=ground,
        title=label,
        description=". ".join((chosen["spoken"], country["spoken"])),
        prefix=f"strip-{indicator.code}",
    )
    address = f"rreziku?{state.link(indicator=indicator.code, county=county, lang=t.language)}"
    return (
        f'<section><h3><a href="{html.escape(address)}" target="_self">{html.escape(label)}</a>'
        f"<small>{html.escape(' · '.join(told))}</small></h3>"
        f'<div class="strip">{picture}</div>'
        f"<p><strong>{html.escape(chosen['text'])}</strong> <span>{html.escape(chosen['interval_text'])} "
        f"{html.escape(chosen['base_text'])}</span><small>{html.escape(' · '.join(others))}</small></p></section>"
    )
