"""A strip: one indicator's fixed scale as a thin bar, with every county's dot on it and one county's standing out."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components.charts.classes import class_colours
from components.charts.palette import Palette
from components.charts.svg import element, picture

WIDTH, HEIGHT, MIDDLE = 320, 26, 13
MARGIN = 9


def strip(
    rows: Sequence[Mapping[str, Any]],
    *,
    chosen: str,
    scale: Sequence[float],
    higher_is: str,
    reference: float | None,
    palette: Palette,
    title: str,
    description: str,
    prefix: str,
) -> str:
    """The SVG of one strip. `rows`: of the four counties, with `area`, `value`, `status`; those without a value
    draw nothing. The chosen county's dot is large and in the accent; one that is unreliable is hollow; `reference` is
    a dotted tick."""
    ends = (scale[0], scale[-1])
    drawn = [row for row in rows if not pd.isna(row["value"])]
    return picture(
        *classes(scale, class_colours(palette, higher_is)),
        *([reference_tick(place(reference, ends), palette)] if within(reference, ends) else []),
        *(
            dot(place(row["value"], ends), 4, filled(row, palette.muted, palette), palette.muted)
            for row in drawn
            if row["area"] != chosen
        ),
        *(chosen_dot(row, ends, palette) for row in drawn if row["area"] == chosen),
        prefix=prefix,
        role="img",
        title=title,
        description=description,
        box=(0, 0, WIDTH, HEIGHT),
        size=(WIDTH, HEIGHT),
    )


def place(value: float | None, ends: tuple[float, float]) -> float:
    """Where on the strip a value lies."""
    low, high = ends
    return MARGIN + (WIDTH - 2 * MARGIN) * ((value or 0) - low) / (high - low)


def within(value: float | None, ends: tuple[float, float]) -> bool:
    """Whether there is a value, and on the scale."""
    return value is not None and ends[0] <= value <= ends[1]


def classes(scale: Sequence[float], colours: Sequence[str]) -> list[str]:
    """The four classes as a thin bar."""
    edges = [place(value, (scale[0], scale[-1])) for value in scale]
    return [
        element("rect", x=left, y=MIDDLE - 3, width=right - left, height=6, fill=colour)
        for left, right, colour in zip(edges, edges[1:], colours, strict=False)
    ]


def chosen_dot(row: Mapping[str, Any], ends: tuple[float, float], palette: Palette) -> str:
    """The county that stands out."""
    return dot(place(row["value"], ends), 7, filled(row, palette.accent, palette), palette.accent)


def other_dot(row: Mapping[str, Any], ends: tuple[float, float], palette: Palette) -> str:
    """A county beside it."""
    return dot(place(row["value"], ends), 4, filled(row, palette.muted, palette), palette.muted)


def filled(row: Mapping[str, Any], colour: str, palette: Palette) -> str:
    """What a dot is filled with: hollow says unreliable, of every county."""
    return palette.paper if row["status"] == "unreliable" else colour


def dot(x: float, radius: float, fill: str, stroke: str) -> str:
    """One county."""
    return element("circle", cx=x, cy=MIDDLE, r=radius, fill=fill, stroke=stroke, stroke_width=2)


def reference_tick(x: float, palette: Palette) -> str:
    """The country."""
    return element(
        "line", x1=x, x2=x, y1=1, y2=HEIGHT - 1, stroke=palette.reference, stroke_width=2, stroke_dasharray="2 2"
    )
