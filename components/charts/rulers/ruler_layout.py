"""Where the parts of a ruler stand, in pixels of its natural size."""

from dataclasses import dataclass
from functools import cached_property

from components.charts.maps.labels import width_of

COMPACT_BELOW = 420
TICK = 12  # type size
INSET, GAP, FOOT = 16.0, 22.0, 26.0


@dataclass(frozen=True)
class Layout:
    """Places for a scale bar, its ticks, one row a county, and the country's label at the foot.

    Wide: names to the left of the scale, figures to the right. Compact: both above the county's own line,
    which then has the whole width.
    """

    width: int
    scale: tuple[float, ...]
    tick_texts: tuple[str, ...]
    decimals: int  # of the figures as they are shown
    rows: int
    name_width: float
    figure_width: float
    titled: bool  # the unit stands above the bar
    footed: bool  # the country's label stands at the foot

    @property
    def compact(self) -> bool:
        """Whether the words stand above the lines."""
        return self.width < COMPACT_BELOW

    @property
    def start(self) -> float:
        """Where the scale begins."""
        return INSET if self.compact else self.name_width + GAP

    @property
    def end(self) -> float:
        """Where the scale ends."""
        return self.width - (INSET if self.compact else self.figure_width + GAP)

    @property
    def bar(self) -> float:
        """The top of the scale bar."""
        return 20 if self.titled else 6

    @property
    def row_height(self) -> float:
        """From one county's line to the next."""
        return 52 if self.compact else 46

    def x(self, value: float) -> float:
        """The place of a value along the scale; a value off the scale raises ValueError."""
        low, high = self.scale[0], self.scale[-1]
        if not low <= value <= high:
            raise ValueError(f"{value} lies outside the scale {list(self.scale)}")
        return self.start + (value - low) / (high - low) * (self.end - self.start)

    @cached_property
    def tick_levels(self) -> list[int]:
        """For every tick the line its text stands on: the first on which it does not touch an earlier one."""
        taken: list[float] = []
        levels = []
        for value, words in zip(self.scale, self.tick_texts, strict=True):
            half = width_of(words, TICK) / 2
            left, right = self.x(value) - half - 3, self.x(value) + half + 3
            level = next((number for number, edge in enumerate(taken) if edge <= left), len(taken))
            taken[level : level + 1] = [right]
            levels.append(level)
        return levels

    def tick_line(self, level: int) -> float:
        """The baseline of a tick's text."""
        return self.bar + 27 + level * 14

    @property
    def _first_row(self) -> float:
        return self.tick_line(max(self.tick_levels)) + 8

    def line(self, number: int) -> float:
        """Where a county's value and interval are drawn."""
        return self._first_row + self.row_height * number + (36 if self.compact else self.row_height / 2)

    def words(self, number: int) -> float:
        """The baseline of a county's words in the compact form."""
        return self.line(number) - 15

    @property
    def bands(self) -> list[tuple[float, float]]:
        """Between which heights upright lines run: all rows; when compact, only where no words stand."""
        if self.compact:
            return [(self.line(number) - 10, self.line(number) + 10) for number in range(self.rows)]
        return [(self._first_row, self.height - (FOOT if self.footed else 0) + 4)]

    @property
    def height(self) -> float:
        """Of the whole picture, with the foot for the country's label."""
        return self._first_row + self.row_height * self.rows + (FOOT if self.footed else 4)

    def anchor(self, words: str, x: float, size: float) -> str:
        """How to set words at x so that they stay in the picture."""
        half = width_of(words, size) / 2
        return "end" if x + half > self.width else "start" if x < half else "middle"

    def clear(self, words: str, x: float, size: float) -> float:
        """The middle nearest to x at which the words stay in the picture."""
        half = width_of(words, size) / 2
        return min(max(x, half), self.width - half)
