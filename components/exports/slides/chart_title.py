"""A chart's title and legend, inside the chart: they go with it wherever it is pasted."""

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.util import Pt

from components.exports.slides.chart_layout import LEGEND, NAME_SIZE, TITLE_SIZE, ChartLayout
from components.exports.slides.chart_marks import SPACES
from components.exports.slides.writing import INK, REFERENCE, clean, set_colour


def set_title(drawn: Chart, layout: ChartLayout) -> None:
    """What is measured, at the upper left; before it the words for made-up figures, where it shows such."""
    drawn.has_title = True
    frame = drawn.chart_title.text_frame
    for number, line in enumerate(layout.title_lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = clean(line)
        run.font.size, run.font.bold = Pt(TITLE_SIZE), True
        set_colour(run.font.color, REFERENCE if layout.mark and number == 0 else INK)
        paragraph.alignment = PP_ALIGN.LEFT
    title = drawn._chartSpace.chart.find(qn("c:title"))
    title.find(qn("c:tx")).addnext(place(0.0, 0.0))


def set_legend(drawn: Chart, layout: ChartLayout) -> None:
    """The two sides' names above the bars, where there are two."""
    drawn.has_legend = len(layout.chart.sides) > 1
    if not drawn.has_legend:
        return
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    drawn.legend.font.size = Pt(NAME_SIZE)
    height, width = layout.box.height, 0.6
    box = place(layout.plot.left / layout.box.width, (layout.plot.top - LEGEND) / height, width, LEGEND / height)
    drawn.legend._element.find(qn("c:legendPos")).addnext(box)


def place(x: float, y: float, width: float = 0.0, height: float = 0.0, *, inner: bool = False) -> BaseOxmlElement:
    """A place within the chart, in shares of its width and height."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    size = f'<c:w val="{width:.5f}"/><c:h val="{height:.5f}"/>' if width else ""
    return parse_xml(
        f'<c:layout {SPACES}><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>{size}</c:manualLayout></c:layout>'
    )
