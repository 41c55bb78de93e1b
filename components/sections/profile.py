"""A county's profile: every indicator of a theme as one row, the county beside the other three and the country."""

import html
from dataclasses import replace

import pandas as pd

from components import state, store
from components.appearance import palette
from components.board import show_board
from components.charts.strip import strip
from components.notices import show_small
from components.wording.labels import worded
from components.wording.provenance import citation
from data import COUNTRY, FOCUS, Filters, Indicator, cycle_of, offers, select, series
from data.model.frames import by_area
from i18n import Text


def profile_themes() -> list[str]:
    """The themes that have figures by county."""
    catalogue = store.release().catalogue.values()
    return list(dict.fromkeys(indicator.theme for indicator in catalogue if indicator.level == "county"))


def show_profile(t: Text, county: str, theme: str) -> None:
    """One row an indicator of the theme; those without a figure for the county are named at the end."""
    rows, missing = [], []
    for indicator in store.release().catalogue.values():
        if indicator.level != "county" or indicator.theme != theme:
            continue
        frame = newest_frame(t, indicator, county)
        if by_area(frame)[county]["status"] == "no_data":
            missing.append(t(f"indicator.{indicator.code}.label"))
        else:
            rows.append(profile_row(t, indicator, frame, county))
    show_board("".join(rows), key="profile")
    if missing:
        show_small([t("county.missing", area=t.area(county, "in"), indicators="; ".join(missing))])


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


def profile_sources(t: Text, theme: str) -> list[str]:
    """The sources of the theme's indicators, and the release."""
    release = store.release()
    codes = (
        source for i in release.catalogue.values() if i.level == "county" and i.theme == theme for source in i.sources
    )
    cited = "; ".join(citation(t, release.sources[code]) for code in dict.fromkeys(codes))
    return [t("provenance.sources", sources=cited), t("provenance.release", release=release.info.id)]
