"""The strip: fixed classes, every county's dot in its place, the chosen one standing out."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from components.charts.classes import class_colours
from components.charts.palette import LIGHT
from components.charts.strip import MARGIN, WIDTH, strip

SVG = "{http://www.w3.org/2000/svg}"
SCALE = (50.0, 70.0, 80.0, 90.0, 100.0)


def row(area: str, value: float, status: str = "ok") -> dict[str, Any]:
    return {"area": area, "value": value, "status": status}


ROWS = [row("AL-11", 92.4), row("AL-10", 100.0), row("AL-09", 50.0), row("AL-07", 75.0, "unreliable")]


def drawn(rows: list[dict[str, Any]], chosen: str, reference: float | None = 88.5) -> ET.Element:
    return ET.fromstring(
        strip(
            rows,
            chosen=chosen,
            scale=SCALE,
            higher_is="better",
            reference=reference,
            palette=LIGHT,
            title="Girls & school",
            description="Dibër 50 %",
            prefix="strip-x",
        )
    )


def dots(svg: ET.Element) -> list[tuple[float, float, str | None]]:
    return [(float(each.attrib["cx"]), float(each.attrib["r"]), each.get("fill")) for each in svg.iter(f"{SVG}circle")]


def test_the_ends_of_the_scale_are_the_ends_of_the_strip() -> None:
    places = {x for x, _, _ in dots(drawn(ROWS, "AL-09"))}
    assert min(places) == MARGIN
    assert max(places) == WIDTH - MARGIN


def test_the_chosen_county_is_drawn_last_and_large() -> None:
    *others, last = dots(drawn(ROWS, "AL-09"))
    assert last == (MARGIN, 7, LIGHT.accent)
    assert {radius for _, radius, _ in others} == {4}
    assert len(others) == 3


def test_hollow_says_unreliable_of_every_county_and_nothing_else() -> None:
    assert dots(drawn(ROWS, "AL-07"))[-1][2] == LIGHT.paper
    *others, _ = dots(drawn(ROWS, "AL-09"))
    assert [fill for _, _, fill in others].count(LIGHT.paper) == 1
    assert {fill for _, _, fill in others} == {LIGHT.paper, LIGHT.muted}


def test_a_county_without_a_figure_has_no_dot() -> None:
    assert len(dots(drawn([*ROWS[:3], row("AL-07", float("nan"), "no_data")], "AL-07"))) == 3


def test_the_bar_has_the_four_class_colours() -> None:
    fills = tuple(each.get("fill") for each in drawn(ROWS, "AL-09").iter(f"{SVG}rect"))
    assert fills == class_colours(LIGHT, "better")


@pytest.mark.parametrize(("reference", "ticks"), [(88.5, 1), (None, 0), (2_402_113.0, 0)])
def test_the_country_is_a_tick_where_it_lies_on_the_scale(reference: float | None, ticks: int) -> None:
    assert len(list(drawn(ROWS, "AL-09", reference).iter(f"{SVG}line"))) == ticks
