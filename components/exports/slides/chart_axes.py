"""The axes of a chart: names in the order of the release, values from zero in round steps."""

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from components.charts.palette import LIGHT
from components.exports.slides.chart_layout import NAME_SIZE, TICK_SIZE, ChartLayout
from components.exports.slides.chart_title import place


def set_axes(drawn: Chart, layout: ChartLayout) -> None:
    """Both axes, and the place of the bars between them."""
    set_names(drawn, layout)
    set_values(drawn, layout)
    plot, box = layout.plot, layout.box
    inner = place(
        plot.left / box.width, plot.top / box.height, plot.width / box.width, plot.height / box.height, inner=True
    )
    drawn._chartSpace.chart.plotArea.insert(0, inner)


def set_names(drawn: Chart, layout: ChartLayout) -> None:
    """The categories: lying bars from above, standing ones from the left."""
    axis = drawn.category_axis
    axis.tick_labels.font.size = Pt(NAME_SIZE)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = RGBColor.from_string(LIGHT.outline.removeprefix("#"))
    if not layout.chart.is_series:
        axis.reverse_order = True


def set_values(drawn: Chart, layout: ChartLayout) -> None:
    """The scale; its numbers are left out where they would have decimals, which every program writes its own way."""
    axis, scale = drawn.value_axis, layout.scale
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.has_major_gridlines = scale.is_whole
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if scale.is_whole:
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
        axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(LIGHT.grid.removeprefix("#"))
        axis.tick_labels.font.size = Pt(TICK_SIZE)
        axis.tick_labels.number_format = layout.chart.number_format
        axis.tick_labels.number_format_is_linked = False
    if not layout.chart.is_series:
        # The names run from above, so the scale stands at their far end: below.
        crossing = drawn._chartSpace.chart.plotArea.find(qn("c:valAx")).find(qn("c:crosses"))
        crossing.set("val", "max")
