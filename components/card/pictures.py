"""The card's pictures: the same strings and figures for the screen and for files."""

import pandas as pd

from components import store
from components.card.model import Card
from components.charts.maps.county_map import county_map
from components.charts.palette import LIGHT, Palette
from components.charts.plots.dots import county_dots, paired_dots
from components.charts.plots.series import series_dots
from components.charts.plots.theme import Figure
from components.charts.rulers.ruler import ruler
from data import COUNTIES, COUNTRY, FOCUS
from data.model.frames import by_area
from i18n import Text


def map_svg(t: Text, card: Card, *, palette: Palette = LIGHT, prefix: str = "map", title: str = "") -> str:
    """The county map of a card."""
    selection = card.selection
    return county_map(
        card.frame,
        shapes=store.shapes(),
        scale=selection.indicator.scale,
        higher_is=selection.indicator.higher_is,
        title=title or card.title,
        description=card.caption,
        outside_text=t("map.outside"),
        view=selection.view,
        palette=palette,
        selected=selection.county or None,
        prefix=prefix,
    )


def ruler_svg(t: Text, card: Card, *, palette: Palette = LIGHT, width: int = 560, prefix: str = "ruler") -> str:
    """The legend as a ruler with the four counties' dots and intervals on it."""
    indicator = card.selection.indicator
    return ruler(
        card.frame,
        scale=indicator.scale,
        higher_is=indicator.higher_is,
        tick_texts=tick_texts(t, card),
        title=card.title,
        description=card.caption,
        palette=palette,
        reference=reference(t, card),
        width=width,
        prefix=prefix,
    )


def ruler_board(t: Text, card: Card, *, palette: Palette, prefix: str = "ruler") -> str:
    """The ruler for the screen: a wide drawing and one for a telephone, of which the page's style shows one."""
    drawings = (("wide", 560), ("narrow", 340))
    return "".join(
        f'<div class="{name}">{ruler_svg(t, card, palette=palette, width=width, prefix=f"{prefix}-{name}")}</div>'
        for name, width in drawings
    )


def tick_texts(t: Text, card: Card) -> list[str]:
    """The scale's five values, with as many decimals as they need; the last bears the unit."""
    indicator = card.selection.indicator
    decimals = 0 if all(float(value).is_integer() for value in indicator.scale) else min(indicator.decimals, 2)
    plain = [t.number(value, decimals) for value in indicator.scale[:-1]]
    return [*plain, t.figure(indicator.scale[-1], indicator.unit, decimals)]


def reference(t: Text, card: Card) -> tuple[float, str] | None:
    """The country's figure as a reference line, where it lies on the scale."""
    country = card.finding.country
    scale = card.selection.indicator.scale
    if country is None or not scale or not scale[0] <= country <= scale[-1]:
        return None
    text = by_area(card.frame)[COUNTRY]["text"]
    return country, t("chart.country", value=text)


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
    assert by != "none"
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
    areas = (*FOCUS, COUNTRY) if county else tuple(dict.fromkeys(card.history["area"]))
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
    """The indicator's scale, wide enough for the country's figures too."""
    return min(scale[0], float(frame["value"].min())), max(scale[-1], float(frame["value"].max()))


def side_name(t: Text, card: Card) -> str:
    """What tells one side of a comparison from the other."""
    if card.selection.compare == "gender":
        return t(f"gender.{card.selection.filters.gender}")
    cycle = t(f"cycle.{card.selection.cycle}.short")
    return t("compare.side", period=t.period(card.selection.filters.period), cycle=cycle)


def unit_title(t: Text, card: Card) -> str:
    """The unit in words, for an axis."""
    return t(f"unit.{card.selection.indicator.unit}.name")
