"""The native chart: its figures, its order, its intervals, its labels, and the workbook that opens to edit it."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from sample_slides import CHART, COMPARED, MEN, ONE_MAP, OVER_TIME, SERIES, WOMEN, WORDS, charts, opened

from components.exports.slides.chart_scale import scale_of
from components.exports.slides.model import Bar, NativeChart, Side

LABEL_SPACE = "{http://schemas.microsoft.com/office/drawing/2012/chart}"


@pytest.fixture(scope="module")
def chart() -> Any:
    return charts(opened(COMPARED))[0]


@pytest.fixture(scope="module")
def sheet(chart: Any) -> Any:
    blob = chart.part.chart_workbook.xlsx_part.blob
    return openpyxl.load_workbook(io.BytesIO(blob), data_only=True)["Sheet1"]


def test_the_chart_is_native_and_has_the_figures_in_the_given_order(chart: Any) -> None:
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(chart.plots[0].categories) == list(CHART.categories)
    assert [series.name for series in chart.plots[0].series] == ["Gra", "Burra"]
    assert [list(series.values) for series in chart.plots[0].series] == [[73.7, None, 74.62], [73.9, 88.0, 0.0]]
    assert chart.category_axis.reverse_order, "the first category stands at the top"


def test_a_hidden_figure_has_no_bar_and_no_number_but_its_words(chart: Any, sheet: Any) -> None:
    women = chart.plots[0].series[0]
    points = women._element.findall(f"{qn('c:val')}//{qn('c:pt')}")
    assert [point.get("idx") for point in points] == ["0", "2"]
    labelled = [label.find(qn("c:idx")).get("val") for label in women._element.iter(qn("c:dLbl"))]
    assert labelled == ["0", "2"]
    row = [cell.value for cell in sheet[3]]
    assert row[0] == "Kukës · Gra: pak përgjigje"
    assert row[1] is None
    assert row[3:9] == [None, None, None, None, "pak përgjigje", "E fshehur"]


def test_the_workbook_has_figures_intervals_labels_and_states(sheet: Any) -> None:
    assert [cell.value for cell in sheet[1]][:3] == [None, "Gra", "Burra"]
    for side, bars in enumerate((WOMEN, MEN)):
        for row, bar in enumerate(bars, start=2):
            first = 4 + 6 * side
            told = [sheet.cell(row, first + place).value for place in (0, 1, 4, 5)]
            assert sheet.cell(row, 2 + side).value == bar.value
            assert told == [bar.low, bar.upp, bar.label, bar.state]


def test_intervals_are_error_bars_that_refer_to_the_workbook(chart: Any, sheet: Any) -> None:
    bars = chart.plots[0].series[0]._element.find(qn("c:errBars"))
    for tag, column, expected in (("c:minus", 6, (14.8, 18.03)), ("c:plus", 7, (10.9, 12.28))):
        spans = bars.find(qn(tag))
        letter = openpyxl.utils.get_column_letter(column)
        assert spans.find(f".//{qn('c:f')}").text == f"Sheet1!${letter}$2:${letter}$4"
        drawn = [float(each.text) for each in spans.iter(qn("c:v"))]
        assert drawn == pytest.approx(expected)
        assert [sheet.cell(row, column).value for row in (2, 4)] == pytest.approx(expected)


def test_a_side_without_any_interval_has_no_error_bars() -> None:
    series = charts(opened(OVER_TIME))[0].plots[0].series[0]
    assert series._element.find(qn("c:errBars")) is None


def test_an_interval_follows_an_edited_figure() -> None:
    blob = charts(opened(COMPARED))[0].part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"]
    assert (sheet["F2"].value, sheet["G2"].value) == ("=B2-D2", "=E2-B2")


def test_labels_are_the_words_of_the_release_read_from_the_workbooks_cells(chart: Any, sheet: Any) -> None:
    series = chart.plots[0].series[0]._element
    fields = [field.find(qn("a:t")).text for field in series.iter(qn("a:fld"))]
    assert fields == ["73,7 % · n 66", "(74,6 %) · n 46"]
    cells = next(series.iter(f"{LABEL_SPACE}f")).text
    assert cells == "Sheet1!$H$2:$H$4"
    cached = [each.find(qn("c:v")).text for each in next(series.iter(f"{LABEL_SPACE}dlblRangeCache")).iter(qn("c:pt"))]
    assert cached == [bar.label for bar in WOMEN] == [cell[0].value for cell in sheet["H2:H4"]]


def test_a_label_stands_clear_of_its_interval(chart: Any) -> None:
    moved = [float(x.get("val")) for x in chart.plots[0].series[0]._element.iterfind(f".//{qn('c:dLbl')}//{qn('c:x')}")]
    assert moved[1] > moved[0] > 0, "the wider interval moves its figure further"


def test_an_unreliable_figure_is_hatched_and_the_whole_has_a_colour_of_its_own() -> None:
    one = charts(opened(ONE_MAP))[0].plots[0].series[0]
    patterns = {each.find(qn("c:idx")).get("val"): each.find(f".//{qn('a:pattFill')}") for each in one._element.dPt_lst}
    assert patterns["2"] is not None
    sure = replace(CHART, sides=(Side("", (WOMEN[0], WOMEN[1], WOMEN[0])),), wholes=(2,))
    other = charts(opened(replace(ONE_MAP, chart=sure)))[0].plots[0].series[0]
    assert other.points[2].format.fill.fore_color.rgb != other.format.fill.fore_color.rgb


def test_a_series_stands_upright_in_the_order_of_its_periods() -> None:
    chart = charts(opened(OVER_TIME))[0]
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED
    assert list(chart.plots[0].categories) == list(SERIES.categories)
    assert not chart.category_axis.reverse_order


def test_the_axis_writes_whole_numbers_in_the_decks_language_and_no_decimals() -> None:
    axis = charts(opened(COMPARED))[0].value_axis
    assert axis.tick_labels.number_format == '0" %"'
    small = replace(CHART, sides=(Side("", tuple(Bar(0.7, None, None, "0,700") for _ in range(3))),))
    hidden = charts(opened(replace(ONE_MAP, chart=small)))[0].value_axis
    assert hidden.tick_label_position.name == "NONE"


def test_words_that_look_like_a_formula_stay_words() -> None:
    tricky = replace(CHART, categories=("=1+1", "@SUM(A1)", "+x"), sides=(Side("=A1", WOMEN), Side("-2", MEN)))
    chart = charts(opened(replace(COMPARED, chart=tricky)))[0]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    assert [sheet.cell(row, 1).data_type for row in (2, 3, 4)] == ["s", "s", "s"]
    assert [sheet.cell(1, column).data_type for column in (2, 3)] == ["s", "s"]
    assert WORDS.figure not in [series.name for series in chart.plots[0].series]


@given(st.lists(st.decimals(-1_000_000, 1_000_000, places=3).map(float), min_size=1, max_size=13))
def test_the_axis_begins_at_zero_and_holds_every_figure_and_interval(values: list[float]) -> None:
    bars = tuple(Bar(value, value - abs(value) / 3, value + abs(value) / 2, "") for value in values)
    chart = NativeChart("", "", tuple("abcdefghijklm"[: len(bars)]), (Side("", bars),), "0", "")
    scale = scale_of(chart)
    assert scale.low <= min(0.0, *(bar.low for bar in bars if bar.low is not None)) + scale.step / 1e6
    assert scale.high >= max(0.0, *(bar.upp for bar in bars if bar.upp is not None)) - scale.step / 1e6
    assert scale.low == 0 or min(values) < 0
    assert 1 <= round(scale.span / scale.step) <= 16
