"""Drawing one county: its class colour or state, its outline, its name and figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from components.charts.classes import class_colours, class_index
from components.charts.maps.labels import Line, breakings, fitted, label
from components.charts.maps.map_shapes import CountyShape
from components.charts.maps.patterns import HIDDEN, pattern
from components.charts.palette import Colour, Palette, readable_on
from components.charts.signs import HATCHED
from components.charts.svg import element

NAME, FIGURE, STATE = 13.0, 16.5, 13.0  # type sizes in pixels of the map's natural size
OTHER_NAME, OTHER_FIGURE = 12.2, 13.0  # counties outside the programme speak more quietly
# Smaller is not legible, so the words spill over their room instead; from this share of the room missing on, a county
# outside the programme goes without its name.
LEAST, SPILL = 12.2, 0.85
BESIDE_FOCUS = "#10181F"  # the second tone of the focus ring


@dataclass(frozen=True)
class Style:
    """What all counties of one map share."""

    palette: Palette
    scale: Sequence[float]
    higher_is: str
    decimals: int  # of the figures as they are shown: a colour is that of the number that stands there
    prefix: str
    outline: float  # width of the edge round the programme's counties
    zoom: float  # text, lines and patterns grow with it, so that a taller view stays readable

    def ground(self, row: Mapping[str, Any]) -> Colour:
        """The colour a figure's county is filled with."""
        if row["status"] in HIDDEN:
            return self.palette.hidden
        return class_colours(self.palette, self.higher_is)[class_index(row["value"], self.scale, self.decimals)]


def context(shape: CountyShape, style: Style) -> str:
    """A county that only shows where the others lie: pale within a broken line, so that a grey copy cannot take it for
    the palest class."""
    broken = {"stroke": style.palette.muted, "stroke_width": style.zoom, "stroke_dasharray": f"{2 * style.zoom:g}"}
    return _use(shape, style, fill=style.palette.land, **broken)


def county(shape: CountyShape, row: Mapping[str, Any], style: Style, *, selected: bool) -> str:
    """A county with its figure. Those of the programme can be chosen: they are buttons, the others images."""
    ground = style.ground(row)
    border = style.palette.muted if row["status"] in HIDDEN else style.palette.line
    drawn = [_use(shape, style, fill=ground, stroke=border, stroke_width=style.zoom)]
    patterned = row["status"] != "ok"
    if patterned:
        drawn.append(_hatching(shape, row, ground, style))
    if shape.focus:
        drawn.append(_edges(shape, style, selected=selected))
    drawn.append(_label(shape, row, ground if patterned else None, readable_on(ground), style))
    button = {"role": "button", "tabindex": 0, "aria_pressed": str(selected).lower(), "class_": "county"}
    role = button if shape.focus else {"role": "img"}
    return element("g", *drawn, data_area=shape.id, aria_label=row["spoken"], **role)


def _hatching(shape: CountyShape, row: Mapping[str, Any], ground: Colour, style: Style) -> str:
    name = f"{style.prefix}-{shape.id}-{row['status']}"
    colour = style.palette.muted if row["status"] in HIDDEN else readable_on(ground)
    drawing = pattern(row["status"], name=name, colour=colour, scale=style.zoom)
    sign = HATCHED if row["status"] == "unreliable" else row["status"]
    return element("defs", drawing) + _use(shape, style, fill=f"url(#{name})", data_sign=sign)


def _edges(shape: CountyShape, style: Style, *, selected: bool) -> str:
    """Outlines drawn inside the county, where no neighbour can cover them; the strong ones in two tones, of
    which one always stands out from the ground."""
    clip = f"{style.prefix}-{shape.id}-inside"
    inside = element("defs", element("clipPath", _use(shape, style), id=clip))
    ink, paper = readable_on(style.palette.paper), style.palette.paper

    def edge(colour: Colour, width: float) -> str:
        return _use(
            shape,
            style,
            fill="none",
            stroke=colour,
            stroke_width=2 * width * style.zoom,
            clip_path=f"url(#{clip})",
        )

    own = edge(paper, 5.4) + edge(ink, 4) if selected else edge(style.palette.outline, style.outline)
    ring = edge(BESIDE_FOCUS, 3.2) + edge(style.palette.focus, 2.4)
    return inside + own + element("g", ring, class_="ring", visibility="hidden")


def _label(shape: CountyShape, row: Mapping[str, Any], halo: Colour | None, fill: Colour, style: Style) -> str:
    zoom = style.zoom
    name = Line(row["name"], NAME * zoom, 600) if shape.focus else Line(row["name"], OTHER_NAME * zoom, 400)
    for lines in [[name]] if shape.focus else [[name], []]:
        tried = [fitted([*lines, *figures], shape.room) for figures in _figures(row, zoom, focus=shape.focus)]
        factor, best = max(tried, key=lambda fit: fit[0])
        if factor >= SPILL:
            break
    legible = [replace(line, size=max(line.size, LEAST * zoom)) for line in best]
    return label(legible, shape.label, fill=fill, halo=halo)


def _figures(row: Mapping[str, Any], zoom: float, *, focus: bool) -> list[list[Line]]:
    """The ways to set the figure: on one line, or a state's word broken where it may be."""
    if row["status"] not in HIDDEN:
        return [[Line(row["text"], (FIGURE if focus else OTHER_FIGURE) * zoom, 700)]]
    size = (STATE if focus else OTHER_NAME) * zoom
    return [[Line(words, size, 600) for words in broken] for broken in breakings(row["text"])]


def _use(shape: CountyShape, style: Style, **attributes: object) -> str:
    return element("use", href=f"#{style.prefix}-{shape.id}", **attributes)
