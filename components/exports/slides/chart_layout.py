"""Where the parts of a chart stand: title above, names at the left, figures at the right of the longest interval."""

from dataclasses import dataclass

from components.exports.slides.arial import POINTS, width_of
from components.exports.slides.chart_scale import Scale
from components.exports.slides.fitting import LEADING, Box, lines_of
from components.exports.slides.model import NativeChart

TITLE_SIZE, NAME_SIZE, TICK_SIZE = 14, 16, 14
TITLE_SHARE = 0.64  # of the chart's width: programs break a wider title by themselves, each in its own way
LABEL_SIZES = (16, 14, 12)
WIDEST_NAMES = 3.2  # inches
GAP = 0.12
CLEAR = 0.06  # between an interval's end and its figure
LEGEND = 0.38
FIGURE_HEIGHT = 1.05  # of the type size, what a line of figures needs: they have no descenders
BARS = {1: 0.55, 2: 0.84}  # of a category's room, what its one or two bars take
THICKEST = 0.6  # inches


@dataclass(frozen=True)
class ChartLayout:
    """All lengths in inches of a chart as large as `box`."""

    chart: NativeChart
    scale: Scale
    box: Box
    mark: str = ""  # words for made-up figures, above the title

    @property
    def title_lines(self) -> list[str]:
        """Title and filters, broken where they have to be."""
        room = self.box.width * TITLE_SHARE
        told = (self.mark, self.chart.title, self.chart.filters)
        return [line for words in told for line in lines_of(words, room, TITLE_SIZE, bold=True)]

    @property
    def head(self) -> float:
        """The room for the title."""
        return len(self.title_lines) * TITLE_SIZE * LEADING / POINTS + 0.18

    @property
    def names(self) -> float:
        """The room for the categories' names beside lying bars, or below standing ones."""
        if self.chart.is_series:
            room = self.box.width / len(self.chart.categories) * 0.9
            lines = max(len(lines_of(name, room, NAME_SIZE)) for name in self.chart.categories)
            return lines * NAME_SIZE * LEADING / POINTS + 0.1
        return min(max(width_of(name, NAME_SIZE) for name in self.chart.categories), WIDEST_NAMES) + GAP

    @property
    def label_size(self) -> float:
        """As large as the room of one bar allows; standing bars have their figure above them."""
        if self.chart.is_series:
            room = self.plot.width / len(self.chart.categories)
            widest = max(width_of(bar.label, 1, bold=True) for side in self.chart.sides for bar in side.bars)
            return next((size for size in LABEL_SIZES if widest * size <= room), LABEL_SIZES[-1])
        sides = len(self.chart.sides)
        room = self.plot.height / len(self.chart.categories) * (BARS[2] / 2 if sides > 1 else 1)
        return next((size for size in LABEL_SIZES if size * FIGURE_HEIGHT / POINTS <= room), LABEL_SIZES[-1])

    @property
    def plot(self) -> Box:
        """The place of the bars themselves, within the chart."""
        top = self.head + (LEGEND if len(self.chart.sides) > 1 else 0)
        ticks = TICK_SIZE * LEADING / POINTS + GAP
        if self.chart.is_series:
            return Box(0.9, top + 0.35, self.box.width - 1.0, self.box.height - top - 0.35 - self.names)
        figures = max(width_of(bar.label, LABEL_SIZES[0], bold=True) for s in self.chart.sides for bar in s.bars)
        return Box(self.names, top, self.box.width - self.names - figures - 2 * GAP, self.box.height - top - ticks)

    @property
    def gap(self) -> int:
        """The room between two categories in per cent of a bar's thickness, as charts count it; at most 500."""
        length = self.plot.width if self.chart.is_series else self.plot.height
        sides, room = len(self.chart.sides), length / len(self.chart.categories)
        bars = min(BARS[sides] * room, THICKEST * sides)
        return min(round((room - bars) / (bars / sides) * 100), 500)

    def shift(self, value: float, low: float | None, upp: float | None) -> float:
        """How far a figure has to move from the end of its bar to stand clear of its interval, as a share of the
        chart's width (lying bars, to the right) or height (standing bars, upwards)."""
        if low is None or upp is None:
            return 0.0
        clear = CLEAR if value >= 0 else -CLEAR
        reach = upp - value if value >= 0 else low - value
        if self.chart.is_series:
            return -(reach / self.scale.span * self.plot.height + clear) / self.box.height
        return (reach / self.scale.span * self.plot.width + clear) / self.box.width
