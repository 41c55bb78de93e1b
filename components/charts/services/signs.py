"""The signs of a service's state: told apart by shape and filling, so that a grey copy says the same."""

from typing import Final

from components.charts.palette import Colour, Palette, readable_on
from components.charts.svg import element, text

PRESENT, NOT_PRESENT, NOT_KNOWN, NOT_TOLD = "present", "not_present", "not_known", "not_told"

# Drawn in a box of 14 by 14. What is not known is a question mark, what is not told by county a level line.
_STROKES: Final = {PRESENT: "M2 7.5L6 11.5L12.5 3", NOT_PRESENT: "M3 3L11.5 11.5M11.5 3L3 11.5", NOT_TOLD: "M2 7H12"}
SIZE: Final = 14


def ground_of(state: str, palette: Palette) -> Colour:
    """What a state's cell is filled with: only what is attested stands out."""
    return palette.ramp[3] if state == PRESENT else palette.paper


def ink_of(state: str, palette: Palette) -> Colour:
    """The colour of sign and words on that ground."""
    if state == PRESENT:
        return readable_on(ground_of(state, palette))
    return palette.ink if state == NOT_PRESENT else palette.muted


def box(state: str, x: float, y: float, width: float, height: float, palette: Palette) -> str:
    """The cell of a state: filled, with a firm edge, or with a broken one where nothing is known."""
    edges: dict[str, dict[str, object]] = {
        PRESENT: {"stroke": palette.ramp[3]},
        NOT_PRESENT: {"stroke": palette.ink, "stroke_width": 1.6},
        NOT_KNOWN: {"stroke": palette.muted, "stroke_dasharray": "2 3"},
        NOT_TOLD: {"stroke": palette.grid},
    }
    shape = {"x": x, "y": y, "width": width, "height": height, "rx": 3}
    return element("rect", **shape, fill=ground_of(state, palette), **edges[state])


def sign(state: str, x: float, y: float, palette: Palette) -> str:
    """The state's sign, its box's upper left corner at x, y."""
    colour = ink_of(state, palette)
    if state == NOT_KNOWN:
        return text("?", x + SIZE / 2, y + 12, font_size=15, font_weight=600, text_anchor="middle", fill=colour)
    line = {"fill": "none", "stroke": colour, "stroke_width": 2.2, "stroke_linecap": "round"}
    return element("path", d=_STROKES[state], transform=f"translate({x:g} {y:g})", **line)


def chip(state: str, x: float, y: float, size: float, palette: Palette) -> str:
    """A small cell with nothing but its sign."""
    middle = (size - SIZE) / 2
    return box(state, x, y, size, size, palette) + sign(state, x + middle, y + middle, palette)
