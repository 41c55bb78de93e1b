"""What python-pptx has no words for: intervals as error bars, and labels that read the workbook's own cells."""

from uuid import NAMESPACE_OID, uuid5
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from components.exports.slides.chart_layout import ChartLayout
from components.exports.slides.chart_workbook import cells, first_column, reach
from components.exports.slides.model import Bar, NativeChart
from components.exports.slides.writing import clean

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
)
LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"  # labels from cells, since Office 2013
RANGE_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"  # the cells themselves
SHOWN = "".join(
    f'<c:{name} val="0"/>'
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
INTERVAL_WIDTH = 25400  # English metric units: 2 points


def error_bars(chart: NativeChart, number: int) -> BaseOxmlElement:
    """The 95 % intervals of a side, from the workbook's columns `below` and `above`."""
    first, spans = first_column(chart, number) + 2, reach(chart.sides[number])
    below = numbers("minus", cells(first, len(spans)), [span[0] for span in spans])
    above = numbers("plus", cells(first + 1, len(spans)), [span[1] for span in spans])
    line = f'<a:ln w="{INTERVAL_WIDTH}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
    return parse_xml(
        f'<c:errBars {SPACES}><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"{above}{below}<c:spPr>{line}</c:spPr></c:errBars>"
    )


def numbers(tag: str, where: str, values: list[float | None]) -> str:
    """Cells of numbers and what they hold; an empty cell has no point."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(values) if value is not None
    )
    cache = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    return f"<c:{tag}><c:numRef><c:f>{where}</c:f><c:numCache>{cache}</c:numCache></c:numRef></c:{tag}>"


def labels(layout: ChartLayout, number: int, language: str) -> BaseOxmlElement:
    """A label for every bar that has a figure: the workbook's own words for it, clear of its interval."""
    bars = layout.chart.sides[number].bars
    told = [(place, bar) for place, bar in enumerate(bars) if bar.value is not None]
    each = "".join(label(layout, place, bar, language) for place, bar in told)
    extension = '<c15:showDataLabelsRange val="1"/><c15:showLeaderLines val="0"/>'
    return parse_xml(
        f"<c:dLbls {SPACES}>{each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{type_of(layout, language)}"
        f"{SHOWN}{extended(LABEL_EXTENSION, extension)}</c:dLbls>"
    )


def label(layout: ChartLayout, place: int, bar: Bar, language: str) -> str:
    """One label; programs older than 2013 show the words that stand in the field."""
    assert bar.value is not None
    shift = layout.shift(bar.value, bar.low, bar.upp)
    x, y = (0.0, shift) if layout.chart.is_series else (shift, 0.0)
    moved = f'<c:layout><c:manualLayout><c:x val="{x:.5f}"/><c:y val="{y:.5f}"/></c:manualLayout></c:layout>'
    size = f'lang="{language}" sz="{layout.label_size * 100:.0f}" b="1"'
    field = (
        f'<a:fld id="{{{str(uuid5(NAMESPACE_OID, f"{place} {bar.label}")).upper()}}}" type="CELLRANGE">'
        f"<a:rPr {size}/><a:pPr/><a:t>{escape(clean(bar.label))}</a:t></a:fld>"
    )
    words = (
        f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{field}<a:endParaRPr {size}/></a:p></c:rich></c:tx>'
    )
    extension = '<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/>'
    return (
        f'<c:dLbl><c:idx val="{place}"/>{moved}{words}<c:dLblPos val="outEnd"/>{SHOWN}'
        f"{extended(LABEL_EXTENSION, extension)}</c:dLbl>"
    )


def type_of(layout: ChartLayout, language: str) -> str:
    """The labels' type: bold, in one line."""
    size = f'lang="{language}" sz="{layout.label_size * 100:.0f}" b="1"'
    return (
        f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr {size}/></a:pPr>'
        f'<a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )


def label_cells(chart: NativeChart, number: int) -> BaseOxmlElement:
    """Which cells of the workbook the labels of a side are read from, and what they hold."""
    bars = chart.sides[number].bars
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(clean(bar.label))}</c:v></c:pt>' for place, bar in enumerate(bars)
    )
    where = cells(first_column(chart, number) + 4, len(bars))
    cache = f'<c15:dlblRangeCache><c:ptCount val="{len(bars)}"/>{points}</c15:dlblRangeCache>'
    held = f"<c15:datalabelsRange><c15:f>{where}</c15:f>{cache}</c15:datalabelsRange>"
    return parse_xml(f"<c:extLst {SPACES}>{extension_of(RANGE_EXTENSION, held)}</c:extLst>")


def extended(uri: str, content: str) -> str:
    """A list of one extension."""
    return f"<c:extLst>{extension_of(uri, content)}</c:extLst>"


def extension_of(uri: str, content: str) -> str:
    """One extension; programs that do not know it pass over it."""
    return f'<c:ext uri="{uri}">{content}</c:ext>'
