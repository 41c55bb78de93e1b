"""The card's map and its ruler: the same strings for the screen and for files."""

from collections.abc import Sequence

import pandas as pd

from components import store
from components.charts.answers.sureness import SURENESS, how_sure
from components.charts.demonstration import marked_svg
from components.charts.maps.county_map import county_map
from components.charts.palette import LIGHT, Palette
from components.charts.rulers.ruler import ruler
from components.exhibits.card import Card
from components.wording import markup
from data.model.frames import by_area
from i18n import Text

WIDE_RULER, NARROW_RULER = 560, 340  # pixels


def map_svg(t: Text, card: Card, *, palette: Palette = LIGHT, prefix: str = "map", title: str = "") -> str:
    """The county map of a card: its figures, or how sure they are. Drawn once for all readers of the same card."""
    key = ("map", *card.key, palette, prefix, title)
    return store.remembered(key, lambda: draw_map(t, card, palette, prefix, title))


def draw_map(t: Text, card: Card, palette: Palette, prefix: str, title: str) -> str:
    """The county map, from the card's frame."""
    selection = card.selection
    frame, scale, higher_is, decimals = layer_of(t, card)
    return county_map(
        frame,
        shapes=store.shapes(),
        scale=scale,
        higher_is=higher_is,
        decimals=decimals,
        title=title or card.title,
        description=card.caption,
        outside_text=t("map.outside"),
        view=selection.view,
        palette=palette,
        selected=selection.county or None,
        prefix=prefix,
    )


def marked(t: Text, card: Card, svg: str, palette: Palette) -> str:
    """A picture for the screen, hatched over with the words for made-up figures where it has such."""
    return marked_svg(svg, t("kind.demonstration"), palette) if card.is_demonstration else svg


def layer_of(t: Text, card: Card) -> tuple[pd.DataFrame, Sequence[float], str, int]:
    """The frame that the map draws, its scale, its direction and the decimals of what stands there: the figures, or the
    widths of their intervals."""
    indicator = card.selection.indicator
    if card.selection.layer != "sure" or indicator.unit != "percent":
        return card.frame, indicator.scale, indicator.higher_is, indicator.decimals
    frame = how_sure(
        card.frame,
        scale=SURENESS,
        say=lambda points: t("layer.points", n=t.number(points)),
        no_interval=t("layer.no_interval"),
    )
    return frame, SURENESS, "neutral", 0


def ruler_svg(t: Text, card: Card, *, palette: Palette = LIGHT, width: int = WIDE_RULER, prefix: str = "ruler") -> str:
    """The legend as a ruler with the four counties' dots and intervals on it."""
    frame, scale, higher_is, decimals = layer_of(t, card)
    figures = scale == card.selection.indicator.scale
    return ruler(
        frame,
        scale=scale,
        higher_is=higher_is,
        decimals=decimals,
        tick_texts=tick_texts(t, card) if figures else [t("layer.points", n=t.number(tick, 1)) for tick in scale],
        title=card.title,
        description=card.caption,
        palette=palette,
        reference=reference(t, card) if figures else None,
        width=width,
        prefix=prefix,
    )


def ruler_board(t: Text, card: Card, *, palette: Palette, prefix: str = "ruler") -> str:
    """The ruler for the screen, wide and narrow: the page's style shows the one there is room for."""

    def drawn() -> str:
        wide, narrow = (
            marked(t, card, ruler_svg(t, card, palette=palette, width=width, prefix=f"{prefix}-{name}"), palette)
            for name, width in (("wide", WIDE_RULER), ("narrow", NARROW_RULER))
        )
        return markup.for_both_rooms(wide, narrow, room=WIDE_RULER)

    return store.remembered(("ruler", *card.key, palette, prefix), drawn)


def screen_map(t: Text, card: Card, *, palette: Palette, prefix: str) -> str:
    """The county map for the screen, marked where its figures are made up."""

    def drawn() -> str:
        svg = map_svg(t, card, palette=palette, prefix=prefix, title=t("map.title", finding=card.title))
        return marked(t, card, svg, palette)

    return store.remembered(("screen map", *card.key, palette, prefix), drawn)


def tick_texts(t: Text, card: Card) -> list[str]:
    """The scale's five values, with as many decimals as they need; the last bears the unit."""
    indicator = card.selection.indicator
    decimals = 0 if all(float(value).is_integer() for value in indicator.scale) else min(indicator.decimals, 2)
    plain = [t.number(value, decimals) for value in indicator.scale[:-1]]
    return [*plain, t.figure(indicator.scale[-1], indicator.unit, decimals)]


def reference(t: Text, card: Card) -> tuple[float, str] | None:
    """The figure of the whole as a reference line, where it lies on the scale."""
    country = card.finding.country
    scale = card.selection.indicator.scale
    if country is None or not scale or not scale[0] <= country <= scale[-1]:
        return None
    whole = card.selection.indicator.whole
    return country, t("chart.whole", area=t.area(whole, "the"), value=by_area(card.frame)[whole]["text"])
