"""The map's legend as a ruler: the class colours along the scale, on it each county's value and interval."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components.charts.classes import class_colours
from components.charts.palette import LIGHT, Palette
from components.charts.rulers.ruler_layout import Layout
from components.charts.rulers.ruler_row import county_row, figure_width, name_width
from components.charts.svg import element, picture, text
from data.model.dimensions import FOCUS
from data.model.frames import by_area

BAR = 12  # pixels


def ruler(
    frame: pd.DataFrame,
    *,
    scale: Sequence[float],
    higher_is: str,
    decimals: int,
    tick_texts: Sequence[str],
    title: str,
    description: str,
    palette: Palette = LIGHT,
    unit_text: str = "",
    reference: tuple[float, str] | None = None,
    order: Sequence[str] = FOCUS,
    width: int = 560,
    prefix: str = "ruler",
) -> str:
    """The SVG of a scale with one row for each county of `order`.

    `frame`: worded rows, one an area, with area, value, status, name, text, spoken, base_text; value_low, value_upp,
    interval_text, low_text and upp_text (each bound in words) where there are intervals (95 %). `decimals` are those
    of the figures in `text`. `tick_texts` are the scale's five values as words, `reference` the country's value and
    its label. Under 420 pixels of width the words stand above their line.
    Raises ValueError when a county of `order` has not exactly one row, and for a value off the scale.
    """
    rows = _rows(frame, order)
    layout = Layout(
        width,
        tuple(scale),
        tuple(tick_texts),
        decimals=decimals,
        rows=len(rows),
        name_width=max(name_width(row) for row in rows),
        figure_width=max(figure_width(row) for row in rows),
        titled=bool(unit_text),
        footed=reference is not None,
    )
    colours = class_colours(palette, higher_is)
    drawn = [county_row(row, number, layout, colours, palette) for number, row in enumerate(rows)]
    return picture(
        element("rect", x=0, y=0, width=width, height=layout.height, fill=palette.paper),
        _scale(layout, colours, tick_texts, palette, unit_text),
        _reference(reference, layout, palette) if reference else "",
        *drawn,
        prefix=prefix,
        role="img",
        title=title,
        description=_told(description, rows, reference),
        box=(0, 0, width, layout.height),
        size=(width, layout.height),
    )


def _told(description: str, rows: Sequence[Mapping[str, Any]], reference: tuple[float, str] | None) -> str:
    """The description, then every county's figure and the country's in words."""
    country = [reference[1]] if reference else []
    return ". ".join([description, *(row["spoken"].rstrip(".") for row in rows), *country])


def _rows(frame: pd.DataFrame, order: Sequence[str]) -> list[dict[str, Any]]:
    counted = frame["area"].value_counts()
    wrong = [area for area in order if counted.get(area, 0) != 1]
    if wrong:
        raise ValueError(f"a ruler takes one row an area: not so for {wrong}")
    rows = by_area(frame)
    return [rows[area] for area in order]


def _scale(layout: Layout, colours: Sequence[str], tick_texts: Sequence[str], palette: Palette, unit_text: str) -> str:
    small = {"font_size": 12, "fill": palette.muted}
    edges = [layout.x(value) for value in layout.scale]
    drawn = [text(unit_text, edges[0], 12, **small)] if unit_text else []
    for left, right, colour in zip(edges, edges[1:], colours, strict=False):
        drawn.append(element("rect", x=left, y=layout.bar, width=right - left, height=BAR, fill=colour))
    for x, words, level in zip(edges, tick_texts, layout.tick_levels, strict=True):
        drawn.append(_upright(x, layout, stroke=palette.grid, stroke_width=1))
        drawn.append(text(words, x, layout.tick_line(level), text_anchor=layout.anchor(words, x, 12), **small))
    return element("g", *drawn)


def _reference(reference: tuple[float, str], layout: Layout, palette: Palette) -> str:
    value, words = reference
    x = layout.x(value)
    line = _upright(
        x,
        layout,
        stroke=palette.reference,
        stroke_width=1.8,
        stroke_dasharray="0.1 4.2",
        stroke_linecap="round",
    )
    centre = layout.clear(words, x, 13)
    name = text(
        words,
        centre,
        layout.height - 7,
        font_size=13,
        font_weight=600,
        fill=palette.reference,
        text_anchor="middle",
    )
    return line + name


def _upright(x: float, layout: Layout, **attributes: object) -> str:
    path = "".join(f"M{x:.1f} {top:.1f}V{bottom:.1f}" for top, bottom in layout.bands)
    return element("path", d=path, fill="none", **attributes)
