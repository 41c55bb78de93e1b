"""Patterns that tell the states of a figure apart without colour, on screen and in a grey photocopy."""

from components.charts.svg import element

HIDDEN = ("suppressed", "not_asked", "not_applicable", "no_data")

# What is drawn in a tile of 10 by 10: hidden states differ by the drawing itself, not by its colour.
_DRAWINGS = {
    "unreliable": "M-2 2L2 -2M-2 12L12 -2M8 12L12 8",
    "suppressed": "M0 0L10 10M10 0L0 10",
    "not_asked": "M0 5H10",
    "not_applicable": "M5 0V10",
    "no_data": "M4.2 5H5.8",
}
STRENGTH = 0.7  # opacity: stands out three to one from every class, and the halo keeps the figure clear


def pattern(state: str, *, name: str, colour: str, scale: float = 1.0) -> str:
    """The `<pattern>` of a state: diagonals unreliable, crosses suppressed, level lines not asked,
    upright lines not applicable, dots no data."""
    width = 1.7 if state in ("unreliable", "no_data") else 0.9
    drawing = element(
        "path", d=_DRAWINGS[state], fill="none", stroke=colour, stroke_width=width, stroke_opacity=STRENGTH
    )
    return element(
        "pattern",
        drawing,
        id=name,
        width=10,
        height=10,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({scale:g})",
    )
