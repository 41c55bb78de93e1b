"""The cycles on a line of months."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from components.charts.palette import LIGHT
from components.charts.timeline import FIRST, cycles_timeline, month_number

SVG = "{http://www.w3.org/2000/svg}"
CYCLES = [{"code": "1", "start": "2019-12", "end": "2022-09"}, {"code": "2", "start": "2022-10", "end": "2025-03"}]


def drawn() -> ET.Element:
    return ET.fromstring(
        cycles_timeline(
            CYCLES,
            names={"1": "Cikli i parë", "2": "Cikli i dytë"},
            spans={"1": "dhjetor 2019 – shtator 2022", "2": "tetor 2022 – mars 2025"},
            before="Para programit",
            title="Dy ciklet",
            palette=LIGHT,
        )
    )


def test_three_stretches_follow_each_other_without_overlap() -> None:
    bars = [(float(each.attrib["x"]), float(each.attrib["width"])) for each in drawn().iter(f"{SVG}rect")]
    assert len(bars) == 3
    assert bars[0][0] == 0
    assert all(x + width < following for (x, width), (following, _) in pairwise(bars))


def test_a_bar_is_as_long_as_its_months() -> None:
    before, first, second = (float(each.attrib["width"]) + 3 for each in drawn().iter(f"{SVG}rect"))
    assert first / second == pytest.approx(34 / 30, rel=0.01)
    assert before / first == pytest.approx((month_number("2019-12") - FIRST) / 34, rel=0.01)


def test_names_and_dates_are_in_the_picture_and_its_description() -> None:
    svg = drawn()
    said = " ".join(svg.itertext())
    for words in ("Para programit", "Cikli i parë", "dhjetor 2019 – shtator 2022", "tetor 2022 – mars 2025"):
        assert words in said
    assert "Cikli i dytë: tetor 2022 – mars 2025" in (svg.findtext(f"{SVG}desc") or "")
