"""Fitting a name and a figure into the room a county has."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.charts.svg import element, text

LEADING = 1.12  # from one baseline to the next, in sizes of the next line
_NARROW = frozenset(" .,:;()[]|'’!ijltfrI\u00a0")
_BROAD = frozenset("%mwMW")
_NARROW_EM, _PLAIN_EM, _BROAD_EM = 0.3, 0.56, 0.86  # Source Sans, semibold, on the generous side


@dataclass(frozen=True)
class Line:
    """One line of a label: its words, type size in map units, and weight."""

    words: str
    size: float
    weight: int

    def sized(self, factor: float) -> "Line":
        """The same line, larger or smaller."""
        return replace(self, size=self.size * factor)


def width_of(words: str, size: float) -> float:
    """About how wide the words are when set, in the unit of `size`."""
    return size * sum(map(_em, words))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    return _BROAD_EM if letter in _BROAD else _PLAIN_EM


def breakings(words: str) -> list[list[str]]:
    """The words on one, two and three lines of about equal length; a word is never cut."""
    lengths = [-(-len(words) // lines) for lines in (1, 2, 3)]
    return [textwrap.wrap(words, length + 3, break_long_words=False) or [""] for length in lengths]


def fitted(lines: Sequence[Line], room: tuple[float, float]) -> tuple[float, list[Line]]:
    """By which factor the lines must shrink to fit the room (1: not at all), and the lines at that size."""
    width = max(width_of(line.words, line.size) for line in lines)
    height = sum(line.size * LEADING for line in lines)
    factor = min(1.0, room[0] / width, room[1] / height)
    return factor, [line.sized(factor) for line in lines]


def label(lines: Sequence[Line], centre: tuple[float, float], *, fill: str, halo: str | None) -> str:
    """The lines set around the centre; a halo in the ground's colour keeps them clear of a pattern."""
    x, y = centre
    baseline = y - sum(line.size * LEADING for line in lines) / 2
    written = []
    for line in lines:
        baseline += line.size * LEADING
        # Letters stand on the baseline: a fifth of the size puts the block's optical middle on the centre.
        written.append(text(line.words, x, baseline - line.size * 0.2, font_size=line.size, font_weight=line.weight))
    edge = {"stroke": halo, "stroke_width": lines[-1].size * 0.36, "stroke_linejoin": "round"} if halo else {}
    return element("g", *written, fill=fill, text_anchor="middle", paint_order="stroke", pointer_events="none", **edge)
