"""Bars on a slide: side by side, none over another, as thick as their category's room allows, and in which colours."""

from typing import Any

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from sample_slides import COMPARED, ONE_MAP, OVER_TIME, charts, opened

from components.charts.palette import LIGHT
from components.exports.slides.chart import BAR_COLOURS, WHOLE_COLOUR
from components.exports.slides.model import Slide


def drawn(slide: Slide) -> Any:
    return charts(opened(slide))[0]


def colour(bars: Any) -> str:
    return f"#{bars.format.fill.fore_color.rgb}"


@pytest.mark.parametrize("slide", [COMPARED, ONE_MAP, OVER_TIME], ids=["two sides", "one side", "series"])
def test_no_bar_covers_another(slide: Slide) -> None:
    plot = drawn(slide).plots[0]
    assert plot.overlap == 0
    assert 0 <= plot.gap_width <= 500


@pytest.mark.parametrize(("slide", "sides", "share"), [(COMPARED, 2, 0.84), (ONE_MAP, 1, 0.55)])
def test_bars_take_their_share_of_a_categorys_room_or_are_six_tenths_of_an_inch(
    slide: Slide, sides: int, share: float
) -> None:
    """Of a category's room the bars take sides / (sides + gap): that is what overlap 0 and this gap draw."""
    chart = drawn(slide)
    plot = chart.plots[0]
    assert len(list(plot.series)) == sides
    taken = sides / (sides + plot.gap_width / 100)
    layout = chart._chartSpace.find(f".//{qn('c:plotArea')}/{qn('c:layout')}/{qn('c:manualLayout')}")
    high = float(layout.find(qn("c:h")).get("val"))
    (frame,) = [shape for page in opened(slide).slides for shape in page.shapes if shape.has_chart]
    room = high * frame.height / 914_400 / len(list(plot.categories))
    assert taken * room == pytest.approx(min(share * room, 0.6 * sides), abs=0.02)


def test_the_kind_of_bar_follows_what_is_shown() -> None:
    kinds = [drawn(slide).chart_type for slide in (COMPARED, OVER_TIME)]
    assert kinds == [XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.COLUMN_CLUSTERED]


def test_the_first_of_two_sides_is_the_paler_and_a_whole_is_grey_only_where_it_stands_alone() -> None:
    first, second = drawn(COMPARED).plots[0].series
    assert (colour(first), colour(second)) == BAR_COLOURS[2] == LIGHT.ramp[:2]
    plot = drawn(ONE_MAP).plots[0]
    (only,) = plot.series
    assert colour(only) == BAR_COLOURS[1][0] == LIGHT.ramp[1]
    # The third of the one side is the whole and unreliable: hatched, which no plain grey ground is.
    assert WHOLE_COLOUR not in (colour(only), *LIGHT.ramp)


def test_what_is_unreliable_is_hatched_and_nothing_else() -> None:
    for series in drawn(COMPARED).plots[0].series:
        hatched = [
            int(point.find(qn("c:idx")).get("val"))
            for point in series._element.findall(qn("c:dPt"))
            if point.find(f".//{qn('a:pattFill')}") is not None
        ]
        assert hatched == ([2] if series.name == "Gra" else [])
