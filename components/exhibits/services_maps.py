"""The rates of people reached as pictures: the map with the municipalities that sources name, and its ruler."""

import math

import numpy as np
import pandas as pd

from components import store
from components.charts.demonstration import marked_svg
from components.charts.maps.county_map import county_map
from components.charts.palette import Palette
from components.charts.rulers.ruler import ruler
from components.charts.services.symbols import with_symbols
from components.exhibits.services_places import municipalities
from components.exhibits.services_rates import RATE_DECIMALS, RATES, worded_rates
from data.model.service_counts import ALL
from i18n import Text

KEY = "reach"


def reach_frame(t: Text, cycle: str, per: str) -> pd.DataFrame:
    """The four counties' worded rates of a cycle; no rows where there are no records."""
    coverage = store.release().services.coverage
    return worded_rates(t, coverage[coverage["service"].eq(ALL) & coverage["cycle"].eq(cycle)], per)


def reach_scale(frame: pd.DataFrame, per: str) -> tuple[float, ...]:
    """The fixed breaks, so that one colour means one rate in both cycles; the last moved out for a rate beyond it."""
    *inner, last = RATES[per].breaks
    return (*inner, max(last, math.ceil(np.nanmax([0.0, *frame["value"], *frame["value_upp"]]))))


def reach_map(
    t: Text,
    frame: pd.DataFrame,
    cycle: str,
    per: str,
    *,
    palette: Palette,
    county: str = "",
    mark: str = "",
    prefix: str = KEY,
) -> str:
    """The map; `mark` is written across the rates, under the municipalities, which are published facts."""
    drawn = county_map(
        frame,
        shapes=store.shapes(),
        scale=reach_scale(frame, per),
        higher_is="neutral",
        decimals=RATE_DECIMALS,
        title=t(f"rate.{per}.title", cycle=cycle),
        description=t(f"rate.{per}.caption"),
        outside_text=t("map.outside"),
        palette=palette,
        selected=county or None,
        unit_text=t(f"rate.{per}.legend"),
        prefix=prefix,
    )
    marked = marked_svg(drawn, mark, palette)
    return with_symbols(marked, municipalities(t, cycle), shapes=store.shapes(), palette=palette)


def reach_ruler(t: Text, frame: pd.DataFrame, per: str, *, palette: Palette, width: int = 560, prefix: str) -> str:
    """The four counties on the map's own scale, each with its interval where the rate has one."""
    scale = reach_scale(frame, per)
    return ruler(
        frame,
        scale=scale,
        higher_is="neutral",
        decimals=RATE_DECIMALS,
        tick_texts=[t.number(tick) for tick in scale],
        title=t(f"rate.{per}.legend"),
        description=". ".join(frame["spoken"]),
        palette=palette,
        width=width,
        prefix=prefix,
    )


def reach_drawing(t: Text, cycle: str, county: str, per: str, palette: Palette) -> list[tuple[str, float]]:
    """Map and ruler beside each other, unmarked."""
    frame = reach_frame(t, cycle, per)
    return [
        (reach_map(t, frame, cycle, per, palette=palette, county=county, prefix="file-reach"), 0.44),
        (reach_ruler(t, frame, per, palette=palette, prefix="file-reach-ruler"), 0.56),
    ]
