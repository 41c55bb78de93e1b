"""The mark of demonstration figures: hatching and the words, over and over, across a whole picture."""

import re
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go

from components.charts.hatching import SLANT, Box, hatch, is_level, places
from components.charts.palette import LIGHT, Palette
from components.charts.plots.theme import safe
from components.charts.svg import element, text

LETTERS = 20.0  # type size on a screen
HATCH = 0.9  # type sizes from line to line
LINE_STRENGTH, WORD_STRENGTH = 0.16, 0.3  # opacities: not to be missed, and the figures still read through them
EDGE_STRENGTH = 0.35  # of the words' pale edge
WIDEST = 2200  # pixels that a chart's mark covers: a chart does not know how wide it will be shown
LEFT_MARGIN = 420  # pixels left of a plot that its labels may take


def mark_layer(words: str, box: Box, *, size: float, palette: Palette) -> str:
    """The mark over this box as SVG markup, letters of `size`; "" for no words.

    A box too low for slanting words has them level. Lines and words are drawn one by one: a pattern would
    need an id, and two pictures of one page could clash.
    """
    if not words:
        return ""
    level = is_level(box, size)
    size = min(size, 0.7 * box[3])
    thin = size * 0.07
    # Two tones beside each other: whatever the ground, also in a grey copy, one of them stands out.
    pale = {"stroke": palette.paper, "transform": f"translate({thin:.2f} 0)"}
    hatching = [
        element("path", d=hatch(box, HATCH * size), fill="none", stroke_opacity=LINE_STRENGTH, **tone)
        for tone in (pale, {})
    ]
    written = [
        text(words, x, y + 0.35 * size, transform=None if level else f"rotate({SLANT} {x} {y})", font_size=size)
        for x, y in places(words, box, size)
    ]
    return element(
        "g",
        *hatching,
        element(
            "g",
            *written,
            fill_opacity=WORD_STRENGTH,
            stroke=palette.paper,
            stroke_opacity=EDGE_STRENGTH,
            paint_order="stroke",
            font_weight=600,
            text_anchor="middle",
        ),
        fill=palette.reference,
        stroke=palette.reference,
        stroke_width=thin,
        pointer_events="none",
        aria_hidden="true",
        class_="demonstration",
    )


def marked_svg(svg: str, words: str, palette: Palette = LIGHT, *, size: float = LETTERS) -> str:
    """The picture with the mark over its whole viewBox; `size` is in pixels of the picture's natural size.

    The mark takes no clicks and is silent for a screen reader: say the words beside the picture as well.
    ValueError: no SVG with a viewBox.
    """
    root = ElementTree.fromstring(svg)
    numbers = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if number]
    if len(numbers) != 4:
        raise ValueError("only an svg with a viewBox can be marked")
    left, top, width, height = numbers
    natural = float(root.get("width", width))
    layer = mark_layer(words, (left, top, width, height), size=size * width / natural, palette=palette)
    inside, end, _ = svg.rpartition("</svg>")
    return f"{inside}{layer}{end}"


def marked_figure(figure: go.Figure, words: str, palette: Palette = LIGHT) -> go.Figure:
    """A copy of the figure with the mark over plot and margins, whatever its width; its traces are untouched.

    Everything is placed in pixels from the plot's upper left corner, so that it keeps its size.
    """
    marked = go.Figure(figure)
    top = float(marked.layout.margin.t if marked.layout.margin.t is not None else 80)
    box = (-LEFT_MARGIN, -top, WIDEST, float(marked.layout.height or 450))
    marked.add_shape(
        type="path",
        path=hatch(box, HATCH * LETTERS, upwards=True),
        xref="paper",
        yref="paper",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=0,
        yanchor=1,
        line={"color": palette.reference, "width": 1.4},
        opacity=LINE_STRENGTH,
        layer="above",
    )
    # All at once: adding them one by one checks the whole list anew each time.
    marked.layout.annotations = (
        *marked.layout.annotations,
        *(_word(words, x, y, palette) for x, y in places(words, box, LETTERS)),
    )
    return marked


def _word(words: str, x: float, y: float, palette: Palette) -> dict[str, Any]:
    font = {"size": LETTERS, "color": palette.reference}
    place = {"x": 0, "xref": "paper", "xshift": x, "y": 1, "yref": "paper", "yshift": -y}
    anchors = {"xanchor": "center", "yanchor": "middle", "showarrow": False}
    look = {"textangle": SLANT, "opacity": WORD_STRENGTH, "font": font}
    return {"text": f"<b>{safe(words)}</b>"} | look | place | anchors
