"""A county's profile: every indicator of a theme as one row, the county beside the other three and the country."""

import html
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components import state, store
from components.appearance import palette
from components.board import show_board
from components.card.model import cited
from components.charts.strip import strip
from components.choices import choose
from components.notices import show_small
from components.wording.labels import worded
from components.wording.provenance import citation
from data import COUNTRY, FOCUS, Filters, Indicator, cycle_of, offers, select, series
from data.model.frames import by_area
from i18n import Text

ALL = "all"


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
        st.subheader(t(f"theme.{theme}"), anchor=False)
        show_theme(t, county, theme)
    show_small([t("provenance.release", release=store.release().info.id)])


def show_theme(t: Text, county: str, theme: str) -> None:
    """One row an indicator of the theme; those without a figure for the county are named below, then the sources."""
    frames = {indicator: newest_frame(t, indicator, county) for indicator in county_indicators(theme)}
    missing = [each for each, frame in frames.items() if by_area(frame)[county]["status"] == "no_data"]
    rows = [profile_row(t, each, frame, county) for each, frame in frames.items() if each not in missing]
    show_board("".join(rows), key=f"profile_{theme}")
    if missing:
        labels = "; ".join(t(f"indicator.{indicator.code}.label") for indicator in missing)
        show_small([t("county.missing", area=t.area(county, "in"), indicators=labels)])
    told = pd.concat([frame for indicator, frame in frames.items() if indicator not in missing] or [*frames.values()])
    sources = "; ".join(citation(t, source) for source in cited(told[told["area"].isin((*FOCUS, COUNTRY))]))
    show_small([t("provenance.sources", sources=sources)])


def county_indicators(theme: str) -> list[Indicator]:
    """The theme's indicators that have figures by county."""
    return [each for each in store.release().catalogue.values() if each.level == "county" and each.theme == theme]


def newest_frame(t: Text, indicator: Indicator, county: str) -> pd.DataFrame:
    """The worded rows of an indicator: at the period that most counties have, or at the newest that
    this county has when it lacks that one."""
    observations = store.release().observations
    filters = offers(observations, indicator.code).settle(Filters())
    own = series(observations, indicator=indicator.code, gender=filters.gender, age=filters.age, areas=(county,))
    periods = own.loc[own["status"].ne("no_data"), "period"].tolist()
    if periods and filters.period not in periods:
        filters = replace(filters, period=periods[-1])
    return worded(select(observations, indicator=indicator.code, filters=filters), indicator, t)


def profile_row(t: Text, indicator: Indicator, frame: pd.DataFrame, county: str) -> str:
    """The row as HTML: name and way to the card, strip, the county's figure, the others' figures."""
    label = t(f"indicator.{indicator.code}.label")
    rows = by_area(frame)
    chosen, country = rows[county], rows[COUNTRY]
    others = [f"{rows[area]['name']} {rows[area]['text']}" for area in (*FOCUS, COUNTRY) if area != county]
    told = [
        chosen["period_text"],
        t(f"cycle.{cycle_of(chosen['period'])}.name"),
        t(f"county.direction.{indicator.higher_is}"),
    ]
    picture = strip(
        frame[frame["area"].isin(FOCUS)],
        chosen=county,
        scale=indicator.scale,
        higher_is=indicator.higher_is,
        reference=None if pd.isna(country["value"]) else float(country["value"]),
        palette=palette(),
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
