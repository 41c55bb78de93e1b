"""A native chart on a slide: every figure can be edited, every interval follows its figure."""

from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.chart.series import BarSeries
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from components.charts.palette import LIGHT
from components.exports.slides.chart_axes import set_axes
from components.exports.slides.chart_layout import ChartLayout
from components.exports.slides.chart_marks import SPACES, error_bars, label_cells, labels
from components.exports.slides.chart_scale import scale_of
from components.exports.slides.chart_title import set_legend, set_title
from components.exports.slides.chart_workbook import reach, workbook_of
from components.exports.slides.fitting import Box
from components.exports.slides.model import NativeChart
from components.exports.slides.stage import Stage
from components.exports.slides.writing import placed, say_language

# Pale enough that an interval in ink is seen on every bar; the pair differs in a grey photocopy.
BAR_COLOURS = {1: (LIGHT.ramp[1],), 2: (LIGHT.ramp[0], LIGHT.ramp[1])}
WHOLE_COLOUR = "#C9C3B6"


def add_chart(stage: Stage, page: Page, chart: NativeChart, box: Box, *, marked: bool) -> Chart:
    """The chart in its box; `marked` puts the words for made-up figures into its title."""
    data = ChartData()
    data.categories = chart.categories
    for side in chart.sides:
        data.add_series(side.name or stage.words.figure, [bar.value for bar in side.bars])
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if chart.is_series else XL_CHART_TYPE.BAR_CLUSTERED
    frame: Any = page.shapes.add_chart(kind, *placed(box), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.described)
    drawn: Chart = frame.chart
    frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook_of(chart, stage.words))
    layout = ChartLayout(chart, scale_of(chart), box, stage.words.demonstration if marked else "")
    set_title(drawn, layout)
    set_legend(drawn, layout)
    set_axes(drawn, layout)
    plot = drawn.plots[0]
    plot.gap_width = layout.gap
    plot.overlap = 0
    for number, series in enumerate(plot.series):
        draw_side(series, layout, number, stage.language)
    space = drawn._chartSpace
    space.find(qn("c:date1904")).addnext(parse_xml(f'<c:roundedCorners {SPACES} val="0"/>'))
    space.find(qn("c:date1904")).addnext(parse_xml(f'<c:lang {SPACES} val="{stage.language}"/>'))
    say_language(space, stage.language)
    return drawn


def draw_side(series: BarSeries, layout: ChartLayout, number: int, language: str) -> None:
    """Colours, hatching of what is unreliable, intervals and labels of one side."""
    chart, element = layout.chart, series._element
    bars, colours = chart.sides[number].bars, BAR_COLOURS[len(chart.sides)]
    fill(series.format.fill, colours[number])
    series.format.line.color.rgb = RGBColor.from_string(LIGHT.accent.removeprefix("#"))
    series.format.line.width = Pt(1)
    series.invert_if_negative = False
    for place, bar in enumerate(bars):
        colour = WHOLE_COLOUR if place in chart.wholes and len(chart.sides) == 1 else colours[number]
        if bar.value is not None and (bar.is_unreliable or colour != colours[number]):
            fill(series.points[place].format.fill, colour, hatched=bar.is_unreliable)
            edge = series.points[place].format.line
            edge.color.rgb, edge.width = RGBColor.from_string(LIGHT.accent.removeprefix("#")), Pt(1)
    before = element.find(qn("c:cat"))
    before.addprevious(labels(layout, number, language))
    if any(above is not None for _, above in reach(chart.sides[number])):
        before.addprevious(error_bars(chart, number))
    element.append(label_cells(chart, number))


def fill(format_: FillFormat, colour: str, *, hatched: bool = False) -> None:
    """A plain ground, or slanting lines for a figure that is unreliable."""
    plain, paper = (RGBColor.from_string(each.removeprefix("#")) for each in (colour, LIGHT.paper))
    if not hatched:
        format_.solid()
        format_.fore_color.rgb = plain
        return
    format_.patterned()
    format_.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    format_.fore_color.rgb, format_.back_color.rgb = RGBColor.from_string(LIGHT.ramp[2].removeprefix("#")), paper
