"""Symbols on the map of the counties: where a fact is municipal, how many municipalities a county has it in."""

from collections.abc import Mapping

from components.charts.maps.map_shapes import MapShapes
from components.charts.palette import LIGHT, Palette
from components.charts.svg import element, text

BELOW = 34.0  # map units under the middle of the county's label: clear of its name and figure
SIZE = 5.5


def with_symbols(svg: str, counts: Mapping[str, int], *, shapes: MapShapes, palette: Palette = LIGHT) -> str:
    """The map with a diamond and a number under the label of every county of `counts` above 0.

    The county's label is the place: the map has no seats of municipalities. The symbols are silent for a screen
    reader: say them beside the map as well. ValueError: a county that is not on the map, or no SVG.
    """
    labels = {shape.id: shape.label for shape in shapes.counties}
    unknown = set(counts) - set(labels)
    inside, end, rest = svg.rpartition("</svg>")
    if unknown or not end:
        raise ValueError(f"expected an svg and counties of the map, not {sorted(unknown)}")
    drawn = [_symbol(labels[area], count, palette) for area, count in counts.items() if count > 0]
    layer = element("g", *drawn, aria_hidden="true", pointer_events="none", class_="symbols") if drawn else ""
    return f"{inside}{layer}{end}{rest}"


def _symbol(label: tuple[float, float], count: int, palette: Palette) -> str:
    x, y = label[0] - 8, label[1] + BELOW
    edge = {"stroke": palette.paper, "stroke_width": 2.5, "paint_order": "stroke", "stroke_linejoin": "round"}
    diamond = element("path", d=f"M{x - SIZE:g} {y:g}l{SIZE:g} {-SIZE:g}l{SIZE:g} {SIZE:g}l{-SIZE:g} {SIZE:g}z", **edge)
    number = text(str(count), x + 10, y + 5, font_size=14.0, font_weight=700, **edge)
    return element("g", diamond, number, fill=palette.reference)
