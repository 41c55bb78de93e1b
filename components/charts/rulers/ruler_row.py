"""One county on a ruler: name and base, the value's dot on its interval, the figure in words."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components.charts.classes import class_index
from components.charts.maps.labels import width_of
from components.charts.maps.patterns import HIDDEN
from components.charts.palette import Palette
from components.charts.rulers.ruler_layout import GAP, Layout
from components.charts.signs import BEYOND, HOLLOW, INTERVAL
from components.charts.svg import element, text

RADIUS, CAP, ARROW = 7.0, 5.5, 9.0
NAME, FIGURE, SMALL = 15, 15, 12.5  # type sizes
MARGIN = 4.0


def name_width(row: Mapping[str, Any]) -> float:
    """How wide the county's name and base are, one above the other."""
    return max(width_of(row["name"], NAME), width_of(row["base_text"], SMALL))


def figure_width(row: Mapping[str, Any]) -> float:
    """How wide its figure and interval are, one above the other; a state's word stands elsewhere."""
    if row["status"] in HIDDEN:
        return 0.0
    return MARGIN + max(width_of(row["text"], FIGURE), width_of(row.get("interval_text") or "", SMALL))


def county_row(row: Mapping[str, Any], number: int, layout: Layout, colours: Sequence[str], palette: Palette) -> str:
    """The row's markup; a figure that is not shown leaves the state's word in its place."""
    hidden = row["status"] in HIDDEN
    mark = "" if hidden else _interval(row, number, layout, palette) + _dot(row, number, layout, colours, palette)
    words = (
        _words_above(row, number, layout, palette) if layout.compact else _words_beside(row, number, layout, palette)
    )
    return element("g", words, mark)


def _interval(row: Mapping[str, Any], number: int, layout: Layout, palette: Palette) -> str:
    """The whisker. Where an interval runs off the scale, an arrow stands at the scale's end with the bound's number."""
    if pd.isna(row.get("value_low")) or pd.isna(row.get("value_upp")):
        return ""
    low, high = float(row["value_low"]), float(row["value_upp"])
    y = layout.line(number)
    left, right = layout.x(max(low, layout.scale[0])), layout.x(min(high, layout.scale[-1]))
    path, beyond = f"M{left:.1f} {y:.1f}H{right:.1f}", ""
    for end, x, name, outwards in ((low, left, "low_text", -1), (high, right, "upp_text", 1)):
        if layout.scale[0] <= end <= layout.scale[-1]:
            path += f"M{x:.1f} {y - CAP:.1f}V{y + CAP:.1f}"
        else:
            beyond += _beyond(row[name], x, y, outwards, palette)
    return element("path", d=path, fill="none", stroke=palette.accent, stroke_width=2, data_sign=INTERVAL) + beyond


def _beyond(words: str, x: float, y: float, outwards: int, palette: Palette) -> str:
    """The arrow that an interval leaves the scale by, and under it how far it goes."""
    head = f"M{x + outwards * ARROW:.1f} {y:.1f}L{x:.1f} {y - CAP:.1f}V{y + CAP:.1f}Z"
    number = text(
        words,
        x + outwards * ARROW,
        y + 19,
        font_size=SMALL,
        fill=palette.accent,
        text_anchor="start" if outwards < 0 else "end",
        paint_order="stroke",
        stroke=palette.paper,  # keeps the number clear of the upright lines
        stroke_width=4,
    )
    return element("g", element("path", d=head, fill=palette.accent), number, class_="beyond", data_sign=BEYOND)


def _dot(row: Mapping[str, Any], number: int, layout: Layout, colours: Sequence[str], palette: Palette) -> str:
    """Filled with its class colour; hollow where the figure is unreliable."""
    filled = colours[class_index(row["value"], layout.scale, layout.decimals)]
    return element(
        "circle",
        cx=layout.x(row["value"]),
        cy=layout.line(number),
        r=RADIUS,
        fill=palette.paper if row["status"] == "unreliable" else filled,
        stroke=palette.accent,
        stroke_width=2.2,
        data_sign=HOLLOW if row["status"] == "unreliable" else None,
    )


def _words_beside(row: Mapping[str, Any], number: int, layout: Layout, palette: Palette) -> str:
    y = layout.line(number)
    name = {"font_size": NAME, "font_weight": 600, "fill": palette.ink}
    small = {"font_size": SMALL, "fill": palette.muted}
    if row["status"] in HIDDEN:
        word = {"font_size": 14, "font_style": "italic", "fill": palette.muted}
        clear = {"paint_order": "stroke", "stroke": palette.paper, "stroke_width": 5}  # of the upright lines
        return text(row["name"], 0, y + 5, **name) + text(row["text"], layout.start + 8, y + 5, **word, **clear)
    interval = row.get("interval_text") or ""
    right = layout.end + GAP
    figure = {"font_size": FIGURE, "font_weight": 700, "fill": palette.ink}
    return (
        text(row["name"], 0, y - 2 if row["base_text"] else y + 5, **name)
        + text(row["base_text"], 0, y + 13, **small)
        + text(row["text"], right, y - 2 if interval else y + 5, **figure)
        + text(interval, right, y + 13, **small)
    )


def _words_above(row: Mapping[str, Any], number: int, layout: Layout, palette: Palette) -> str:
    y = layout.words(number)
    small = {"font_size": SMALL, "fill": palette.muted}
    name = text(row["name"], 0, y, font_size=NAME, font_weight=600, fill=palette.ink)
    if row["status"] in HIDDEN:
        word = {"font_size": 14, "font_style": "italic", "fill": palette.muted}
        return name + text(row["text"], layout.width, y, text_anchor="end", **word)
    interval = row.get("interval_text") or ""
    gap = width_of(interval, SMALL) + 8 if interval else 0
    return (
        name
        + text(row["base_text"], width_of(row["name"], NAME) + 8, y, **small)
        + text(
            row["text"],
            layout.width - gap,
            y,
            font_size=FIGURE,
            font_weight=700,
            fill=palette.ink,
            text_anchor="end",
        )
        + text(interval, layout.width, y, text_anchor="end", **small)
    )
