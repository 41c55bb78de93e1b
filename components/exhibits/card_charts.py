"""The card's charts: the same figures for the screen and for files."""

import pandas as pd

from components.charts.palette import LIGHT, Palette
from components.charts.plots.dots import county_dots, paired_dots
from components.charts.plots.series import series_dots
from components.charts.plots.theme import Figure
from components.exhibits.card import Card
from components.exhibits.card_maps import reference
from data import COUNTIES, FOCUS
from i18n import Text


def dots_figure(t: Text, card: Card, palette: Palette = LIGHT) -> Figure:
    """The counties' figures with their intervals."""
    indicator = card.selection.indicator
    shown = FOCUS if card.selection.view == "four" else COUNTIES
    return county_dots(
        card.frame[card.frame["area"].isin(shown)],
        span=(indicator.scale[0], indicator.scale[-1]),
        unit_title=unit_title(t, card),
        separators=t("language.separators"),
        palette=palette,
        reference=reference(t, card),
        marks=indicator.scale,
    )


def paired_figure(t: Text, first: Card, second: Card, palette: Palette = LIGHT) -> Figure:
    """Two groups or two periods of the four counties beside each other."""
    indicator, by = first.selection.indicator, first.selection.compare
    assert by == "gender" or by == "period"
    frame = pd.concat([first.frame, second.frame])
    return paired_dots(
        frame[frame["area"].isin(FOCUS)],
        by=by,
        first=(getattr(first.selection.filters, by), side_name(t, first)),
        second=(getattr(second.selection.filters, by), side_name(t, second)),
        span=(indicator.scale[0], indicator.scale[-1]),
        unit_title=unit_title(t, first),
        separators=t("language.separators"),
        palette=palette,
        marks=indicator.scale,
    )


def series_figure(t: Text, card: Card, palette: Palette = LIGHT) -> Figure:
    """A measure over its reference periods; survey rounds are never joined by a line."""
    indicator = card.selection.indicator
    county = indicator.level == "county"
    areas = (*FOCUS, indicator.whole) if county else tuple(dict.fromkeys(card.history["area"]))
    frame = card.history[card.history["area"].isin(areas) & card.history["status"].ne("no_data")]
    several = frame["area"].nunique() > 1
    if several:  # five figures a period would print over each other; the table and the hover text have them
        frame = frame.assign(text=frame["text"].where(~frame["status"].isin(("ok", "unreliable")), ""))
    return series_dots(
        frame,
        joined=not county and indicator.comparability == "comparable",
        by="area" if several else None,
        labels={area: t.area(area) for area in areas if area in set(frame["area"])} if several else None,
        breaks=indicator.breaks,
        span=series_span(frame, indicator.scale) if county else None,
        unit_title=unit_title(t, card),
        separators=t("language.separators"),
        palette=palette,
    )


def series_span(frame: pd.DataFrame, scale: tuple[float, ...]) -> tuple[float, float]:
    """The indicator's scale, wide enough for the country's figures and for every interval: none is cut off."""
    figures = frame[["value", "value_low", "value_upp"]]
    return min(scale[0], float(figures.min().min())), max(scale[-1], float(figures.max().max()))


def side_name(t: Text, card: Card) -> str:
    """What tells one side of a comparison from the other."""
    if card.selection.compare == "gender":
        return t(f"gender.{card.selection.filters.gender}")
    cycle = t(f"cycle.{card.selection.cycle}.short")
    return t("compare.side", period=t.period(card.selection.filters.period), cycle=cycle)


def unit_title(t: Text, card: Card) -> str:
    """The unit in words, for an axis."""
    return t(f"unit.{card.selection.indicator.unit}.name")
