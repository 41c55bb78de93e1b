"""Symbols on the map of the counties: a diamond at the seat of every municipality that a source names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from xml.sax.saxutils import escape

from components.charts.maps.labels import width_of
from components.charts.maps.map_shapes import MapShapes
from components.charts.palette import LIGHT, Palette
from components.charts.svg import element, text

SIZE, NUMBERED_SIZE = 6.0, 10.5  # half a diamond's diagonal in map units, without and with a number in it
NUMBER, NAME = 14.0, 14.0  # type sizes in map units, of which a pixel of the map's natural size has 1.14
GAP = 3.0  # units between a diamond and its name
COUNTY_LABEL = (39.0, 25.0)  # half of what a county's name and figure take at most

Box = tuple[float, float, float, float]  # left, top, right, bottom


class SeatedShapes(MapShapes, Protocol):
    """The geometry of the map with the seats of the municipalities by LAU code."""

    @property
    def seats(self) -> Mapping[str, tuple[float, float]]: ...


@dataclass(frozen=True)
class Municipality:
    """What is told of one: its LAU code, its name, how many services, and the sentence that says which."""

    code: str
    name: str
    count: int
    spoken: str


def with_symbols(
    svg: str, municipalities: Sequence[Municipality], *, shapes: SeatedShapes, palette: Palette = LIGHT
) -> str:
    """The map with a diamond at every municipality's seat, and its number of services in it where above 1.

    A municipality's name stands beside or under its diamond where it covers no county's label, no diamond and
    no other name; its sentence is the symbol's <title>. Clicks go through to the county.
    ValueError: a municipality without a seat on the map or without a service, or no SVG.
    """
    unfit = [each.code for each in municipalities if each.code not in shapes.seats or each.count < 1]
    inside, end, rest = svg.rpartition("</svg>")
    if unfit or not end:
        raise ValueError(f"expected an svg and municipalities with a seat and a service, not {unfit}")
    taken = [_around(*shape.label, *COUNTY_LABEL) for shape in shapes.counties if shape.focus]
    taken += [_around(*shapes.seats[each.code], _size(each), _size(each)) for each in municipalities]
    drawn = []
    for each in municipalities:
        seat = shapes.seats[each.code]
        free = [box for box in _name_boxes(each, seat) if not any(_touch(box, other) for other in taken)]
        taken += free[:1]
        drawn.append(_symbol(each, seat, free[:1], palette))
    layer = element("g", *drawn, pointer_events="none", class_="symbols") if drawn else ""
    return f"{inside}{layer}{end}{rest}"


def _size(municipality: Municipality) -> float:
    return NUMBERED_SIZE if municipality.count > 1 else SIZE


def _around(x: float, y: float, half_width: float, half_height: float) -> Box:
    return x - half_width, y - half_height, x + half_width, y + half_height


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _name_boxes(municipality: Municipality, seat: tuple[float, float]) -> list[Box]:
    """Where the name may stand: at the right of the diamond, at its left, under it."""
    x, y = seat
    half = width_of(municipality.name, NAME) / 2
    aside, below = _size(municipality) + GAP + half, _size(municipality) + GAP + NAME / 2
    centres = ((x + aside, y), (x - aside, y), (x, y + below))
    return [_around(*centre, half, NAME / 2) for centre in centres]


def _symbol(municipality: Municipality, seat: tuple[float, float], name: list[Box], palette: Palette) -> str:
    (x, y), size = seat, _size(municipality)
    edge = {"stroke": palette.paper, "stroke_width": 2.5, "paint_order": "stroke", "stroke_linejoin": "round"}
    middle: dict[str, Any] = {"text_anchor": "middle", "font_weight": 700}
    drawn = [element("path", d=f"M{x - size:g} {y:g}l{size:g} {-size:g}l{size:g} {size:g}l{-size:g} {size:g}z", **edge)]
    if municipality.count > 1:
        number = text(str(municipality.count), x, y + NUMBER * 0.35, font_size=NUMBER, fill=palette.paper, **middle)
        drawn.append(number)
    for left, _, right, bottom in name:
        baseline = bottom - NAME * 0.15
        drawn.append(text(municipality.name, (left + right) / 2, baseline, font_size=NAME, **middle, **edge))
    title = element("title", escape(municipality.spoken))
    return element("g", title, *drawn, role="img", fill=palette.reference, data_place=municipality.code)
