"""People reached per 10,000 inhabitants as pictures: the map with the municipalities sources name, and its ruler."""

import math

import pandas as pd

from components import store
from components.charts.demonstration import marked_svg
from components.charts.maps.county_map import county_map
from components.charts.palette import Palette
from components.charts.rulers.ruler import ruler
from components.charts.services.symbols import with_symbols
from components.services.places import municipalities
from components.services.rates import worded_rates
from data.model.service_counts import ALL
from i18n import Text

BREAKS = (0.0, 5.0, 10.0, 20.0, 40.0)  # fixed: one colour means one rate in both cycles
KEY = "reach"


def reach_frame(t: Text, cycle: str) -> pd.DataFrame:
    """The four counties' worded rates of a cycle; no rows where there are no records."""
    coverage = store.release().services.coverage
    return worded_rates(t, coverage[coverage["service"].eq(ALL) & coverage["cycle"].eq(cycle)])


def reach_scale(frame: pd.DataFrame) -> tuple[float, ...]:
    """The fixed breaks, the last moved out where a rate lies beyond it."""
    return (*BREAKS[:-1], max(BREAKS[-1], math.ceil(frame["value"].fillna(0).max())))


def reach_map(
    t: Text, frame: pd.DataFrame, cycle: str, *, palette: Palette, county: str = "", mark: str = "", prefix: str = KEY
) -> str:
    """The map; `mark` is written across the rates, under the municipalities, which are published facts."""
    drawn = county_map(
        frame,
        shapes=store.shapes(),
        scale=reach_scale(frame),
        higher_is="neutral",
        title=t("services.rate_title", cycle=cycle),
        description=t("services.rate_caption"),
        outside_text=t("map.outside"),
        palette=palette,
        selected=county or None,
        unit_text=t("services.rate_legend"),
        prefix=prefix,
    )
    marked = marked_svg(drawn, mark, palette)
    return with_symbols(marked, municipalities(t, cycle), shapes=store.shapes(), palette=palette)


def reach_ruler(t: Text, frame: pd.DataFrame, *, palette: Palette, width: int = 560, prefix: str) -> str:
    """The four counties on the map's own scale."""
    scale = reach_scale(frame)
    return ruler(
        frame,
        scale=scale,
        higher_is="neutral",
        tick_texts=[t.number(tick) for tick in scale],
        title=t("services.rate_legend"),
        description=". ".join(frame["spoken"]),
        palette=palette,
        width=width,
        prefix=prefix,
    )


def reach_drawing(t: Text, cycle: str, county: str, palette: Palette) -> list[tuple[str, float]]:
    """Map and ruler beside each other, unmarked."""
    frame = reach_frame(t, cycle)
    return [
        (reach_map(t, frame, cycle, palette=palette, county=county, prefix="file-reach"), 0.44),
        (reach_ruler(t, frame, palette=palette, prefix="file-reach-ruler"), 0.56),
    ]
