"""Words in a chart of answers: figures in a column, and the key of colours or shapes above the plot."""

from collections.abc import Sequence
from typing import Any

from components.charts.palette import Palette
from components.charts.plots.theme import SMALL, safe, small


def note_at(words: str, y: float, *, shift: float, colour: str, size: float, hovered: str = "") -> dict[str, Any]:
    """Words in a column `shift` pixels right of the plot, level with `y`; markup is the caller's."""
    return {
        "text": words,
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": shift,
        "y": y,
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": colour, "size": size},
        "hovertext": hovered,
    }


def two_lines(first: str, second: str, palette: Palette) -> str:
    """A figure in bold and, where there is one, its interval below in small type."""
    return "<br>".join([f"<b>{safe(first)}</b>", *([small(second, palette)] if second else [])])


def key_note(lines: Sequence[str], palette: Palette) -> dict[str, Any]:
    """Lines of markup above the plot that say which colour or shape is what."""
    return {
        "text": "<br>".join(lines),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 6,
        "align": "left",
        "showarrow": False,
        "font": {"size": SMALL + 1, "color": palette.ink},
    }
