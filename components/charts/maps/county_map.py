"""The map of the counties: a worded frame in, a complete SVG out."""

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.maps.county import Style, context, county
from components.charts.maps.map_shapes import CountyShape, MapShapes, ViewShape
from components.charts.palette import LIGHT, Palette
from components.charts.svg import element, picture, text
from data.model.frames import by_area

NATURAL_HEIGHT = {"four": 441, "twelve": 741}  # pixels: both 350 wide, which a telephone has
OUTLINE = {"four": 0.8, "twelve": 1.5}  # stronger where the neighbours are coloured too
SMALL = 12.2
CAPTION_WIDTH = 18  # letters: what the sea leaves at the lower left


def county_map(
    frame: pd.DataFrame,
    *,
    shapes: MapShapes,
    scale: Sequence[float],
    higher_is: str,
    decimals: int,
    title: str,
    description: str,
    outside_text: str,
    view: str = "four",
    palette: Palette = LIGHT,
    selected: str | None = None,
    unit_text: str = "",
    prefix: str = "map",
) -> str:
    """The SVG of one selection of figures.

    `frame`: worded rows, one an area, with area, value, status, name, text, spoken; areas that are not on
    the map are passed over. `decimals` are those of the figures in `text`: a colour is that of the number shown.
    View `four` shows the programme's counties amid land called `outside_text`; `twelve` colours every county that
    has a row. `prefix` keeps the ids of two maps on a page apart.
    Raises ValueError when a county of the programme has no row, an area has two, or a value is off the scale.
    """
    rows = _rows(frame, shapes)
    seen = shapes.views[view]
    style = Style(
        palette, scale, higher_is, decimals, prefix, outline=OUTLINE[view], zoom=seen.box[3] / NATURAL_HEIGHT[view]
    )
    pictured = {shape.id for shape in shapes.counties if shape.focus or (view == "twelve" and shape.id in rows)}
    # The land comes first, so that no pale border covers a coloured one.
    ground = [context(shape, style) for shape in shapes.counties if shape.id not in pictured]
    counties = [
        county(shape, rows[shape.id], style, selected=shape.id == selected)
        for shape in sorted(shapes.counties, key=lambda shape: shape.focus)
        if shape.id in pictured
    ]
    captions = _captions(seen, style, outside_text=outside_text if ground else "", unit_text=unit_text)
    return picture(
        _rules(prefix),
        element("defs", *(_outline(shape, prefix) for shape in shapes.counties)),
        element("g", _surroundings(shapes, seen, palette), *ground, captions, aria_hidden="true"),
        *counties,
        prefix=prefix,
        role="group",
        title=title,
        description=description,
        box=seen.box,
        size=(round(seen.box[2] / style.zoom), NATURAL_HEIGHT[view]),
    )


def _rows(frame: pd.DataFrame, shapes: MapShapes) -> dict[str, dict[str, Any]]:
    on_map = frame[frame["area"].isin([shape.id for shape in shapes.counties])]
    twice = on_map.loc[on_map["area"].duplicated(), "area"].tolist()
    missing = [shape.id for shape in shapes.counties if shape.focus and shape.id not in set(on_map["area"])]
    if twice or missing:
        raise ValueError(f"a map takes one row an area: twice {twice}, missing {missing}")
    return by_area(on_map)


def _surroundings(shapes: MapShapes, seen: ViewShape, palette: Palette) -> str:
    left, top, width, height = seen.box
    sea = element("rect", x=left, y=top, width=width, height=height, fill=palette.paper)
    land = {"fill": palette.neighbour, "stroke": palette.paper, "stroke_width": 1}
    return sea + element("path", d=shapes.neighbours, **land)


def _outline(shape: CountyShape, prefix: str) -> str:
    return element("path", id=f"{prefix}-{shape.id}", d=shape.path)


def _captions(seen: ViewShape, style: Style, *, outside_text: str, unit_text: str) -> str:
    left, top, _, height = seen.box
    small: dict[str, Any] = {"font_size": SMALL * style.zoom, "fill": style.palette.muted}
    written = ""
    if outside_text and seen.outside:
        x, y = seen.outside
        written += text(outside_text, x, y, text_anchor="middle", font_style="italic", **small)
    if unit_text:
        line = SMALL * style.zoom * 1.15
        for number, words in enumerate(reversed(textwrap.wrap(unit_text, CAPTION_WIDTH))):
            written += text(words, left + line, top + height - line * (1 + number), **small)
    return written


def _rules(prefix: str) -> str:
    county = f"#{prefix} .county"
    return element(
        "style",
        f"{county}{{cursor:pointer;outline:none}}{county}:focus-visible .ring{{visibility:visible}}",
    )
