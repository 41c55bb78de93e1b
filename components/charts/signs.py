"""Which signs a drawn picture has, read from the drawing itself: its legend explains these and no others."""

import re
from typing import Any, Final

import plotly.graph_objects as go

HATCHED: Final = "hatched"  # an unreliable figure of an area or a bar
HOLLOW: Final = "hollow"  # of a dot
INTERVAL: Final = "interval"
BEYOND: Final = "beyond"  # an interval that runs on past the scale
_MARKED = re.compile(r'data-sign="([^"]+)"')
_ARROWS = ("triangle-left", "triangle-right")


def signs_in(svg: str) -> frozenset[str]:
    """The signs of one of our own drawings: each is marked with `data-sign` where it is drawn."""
    return frozenset(_MARKED.findall(svg))


def signs_of(figure: go.Figure) -> frozenset[str]:
    """The signs of a chart."""
    return frozenset(sign for trace in figure.data for sign in _of_trace(trace))


def words_of(figure: go.Figure) -> str:
    """What is written into a chart beside its axes: figures, and the states of those that are not shown."""
    return " ".join(str(note.text) for note in figure.layout.annotations)


def _of_trace(trace: Any) -> list[str]:
    if trace.type == "bar":
        return [HATCHED] if trace.marker.pattern.shape else []
    if "markers" not in str(trace.mode):
        return []
    symbols = trace.marker.symbol if isinstance(trace.marker.symbol, tuple | list) else (trace.marker.symbol,)
    if set(symbols) <= set(_ARROWS):
        return [BEYOND]
    colours = trace.marker.color if isinstance(trace.marker.color, tuple | list) else (trace.marker.color,)
    has_bars = any(bars.array is not None for bars in (trace.error_x, trace.error_y))
    is_hollow = any(colour != trace.marker.line.color for colour in colours)
    return [INTERVAL] * has_bars + [HOLLOW] * is_hollow
