"""What every Plotly figure shares: type, ground, hover box, and how words are made safe and wrapped."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.palette import LIGHT, Colour, Palette, contrast
from components.charts.svg import FONT

# The type of every chart, for those who pass one on without drawing it.
Figure = go.Figure

SIZE = 14
SMALL = 12
DOT = 13
HOVER_CHARACTERS = 44
NARROW_LETTERS, WIDE_LETTERS = " .,:;()'|il\u00a0", "%mwMW"

# After the accent: told apart by colour-blind eyes, each 4.5 to 1 or better on its paper.
_AFTER_ACCENT_LIGHT = ("#A85A00", "#5A7A55", "#9150C8", "#801650", "#22180F")
_AFTER_ACCENT_DARK = ("#F2D07A", "#6FA77F", "#B583F5", "#F08CBF", "#F4F1EA")
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "pentagon", "hexagon")


@dataclass(frozen=True)
class Style:
    """How one group is drawn: a colour and, for a photocopy, a shape."""

    colour: Colour
    symbol: str


def group_styles(count: int, palette: Palette) -> list[Style]:
    """A colour and a shape for each of up to six groups; ValueError for more."""
    if count > len(SYMBOLS):
        raise ValueError(f"{count} groups cannot be told apart by colour and shape; at most {len(SYMBOLS)}")
    dark_ground = contrast(palette.paper, LIGHT.ink) < contrast(palette.paper, LIGHT.paper)
    colours = (palette.accent, *(_AFTER_ACCENT_DARK if dark_ground else _AFTER_ACCENT_LIGHT))
    return [Style(colour, symbol) for colour, symbol in zip(colours[:count], SYMBOLS, strict=False)]


def base_layout(palette: Palette, separators: str, height: int) -> go.Layout:
    """Type, colours and number marks; no legend, transparent ground, nothing to drag."""
    return go.Layout(
        height=height,
        font={"family": FONT, "size": SIZE, "color": palette.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=separators,
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        hoverlabel={
            "bgcolor": palette.paper,
            "bordercolor": palette.muted,
            "font": {"family": FONT, "size": SIZE, "color": palette.ink},
            "align": "left",
            "namelength": 0,
        },
        template="none",
    )


def markers(reliable: Sequence[bool], style: Style, palette: Palette) -> dict[str, Any]:
    """Filled marks; an unreliable figure's is hollow: filled with the paper, so no line shows through."""
    return {
        "size": DOT,
        "symbol": style.symbol,
        "color": [style.colour if sure else palette.paper for sure in reliable],
        "line": {"color": style.colour, "width": 2},
        "opacity": 1,
    }


def safe(words: str) -> str:
    """Words as Plotly prints them: `<5` stays `<5` instead of opening a tag."""
    return escape(words, quote=False)


def lines(words: str, characters: int) -> str:
    """Words broken into lines of at most so many characters (a longer word stays whole)."""
    return "<br>".join(safe(line) for line in wrap(words, characters, break_long_words=False))


def hover(words: str) -> str:
    """A spoken sentence, wrapped so that it fits a narrow screen."""
    return lines(words, HOVER_CHARACTERS)


def small(words: str, palette: Palette) -> str:
    """Second-rank words beside or under a first line."""
    return f'<span style="font-size:{SMALL}px;color:{palette.muted}">{safe(words)}</span>'


def rough_width(words: str, size: float = SIZE) -> float:
    """A generous guess of the width in pixels: Source Sans averages half an em, capitals a little more."""
    ems = dict.fromkeys(NARROW_LETTERS, 0.3) | dict.fromkeys(WIDE_LETTERS, 0.85)
    return sum(ems.get(letter, 0.62 if letter.isupper() else 0.53) for letter in words) * size


def tick_format(values: Sequence[float]) -> str:
    """Plotly's number format with just the decimals these ticks need; thousands grouped from 10 000."""
    decimals = max(len(f"{value:.6f}".rstrip("0").split(".")[1]) for value in values)
    grouping = "," if max(abs(value) for value in values) >= 10_000 else ""
    return f"{grouping}.{decimals}f"


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The frame's rows, each as a mapping of column to cell."""
    return [{str(column): cell for column, cell in row.items()} for row in frame.to_dict("records")]
