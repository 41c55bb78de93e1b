"""The outlines that serve: all twelve counties, room for their labels, small enough to send."""

import re

import pytest
from shapely.geometry import Point, Polygon, box

from data.model.services import MUNICIPALITIES
from geo import County, shapes

ISO_CODES = [f"AL-{number:02d}" for number in range(1, 13)]
FOCUS = {"AL-07", "AL-09", "AL-10", "AL-11"}


def rings(path: str) -> list[Polygon]:
    return [
        Polygon([tuple(map(float, point.split())) for point in ring.split("L")])
        for ring in re.findall(r"M([^Z]+)Z", path)
    ]


def test_the_codes_are_the_twelve_iso_codes() -> None:
    assert [county.id for county in shapes().counties] == ISO_CODES


def test_the_four_counties_are_marked() -> None:
    assert {county.id for county in shapes().counties if county.focus} == FOCUS


@pytest.mark.parametrize("county", shapes().counties, ids=lambda county: county.id)
def test_a_label_s_room_lies_inside_its_county(county: County) -> None:
    (x, y), (width, height) = county.label, county.room
    room = box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    assert any(outline.contains(room) for outline in rings(county.path))
    assert width >= 50, "a figure of five signs needs 50 units at the smallest size"


@pytest.mark.parametrize("county", shapes().counties, ids=lambda county: county.id)
def test_the_views_show_a_county_whole(county: County) -> None:
    for name in ("four", "twelve") if county.focus else ("twelve",):
        left, top, width, height = shapes().views[name].box
        view = box(left, top, left + width, top + height)
        assert all(view.contains(outline) for outline in rings(county.path)), name


def test_counties_do_not_overlap() -> None:
    outlines = [outline for county in shapes().counties for outline in rings(county.path)]
    whole = sum(outline.area for outline in outlines)
    # Coordinates are rounded to 40 m: slivers of that width are all there may be.
    overlap = sum(a.intersection(b).area for n, a in enumerate(outlines) for b in outlines[n + 1 :])
    assert overlap / whole < 1e-3


def test_the_word_outside_stands_on_land_of_no_focus_county() -> None:
    outside = shapes().views["four"].outside
    assert outside is not None
    x, y = outside
    spot = box(x - 30, y - 6, x + 30, y + 6)
    touched = {c.id for c in shapes().counties if any(r.intersects(spot) for r in rings(c.path))}
    assert touched
    assert not touched & FOCUS


def test_the_map_has_fewer_than_1500_points() -> None:
    drawn = "".join(county.path for county in shapes().counties) + shapes().neighbours
    assert len(re.findall("[ML]", drawn)) < 1500


def test_every_municipality_of_the_four_counties_has_a_seat() -> None:
    assert set(shapes().seats) == set(MUNICIPALITIES)
    assert len(set(shapes().seats.values())) == 17


@pytest.mark.parametrize("code", MUNICIPALITIES)
def test_a_seat_lies_inside_its_county_and_no_other(code: str) -> None:
    seat = Point(shapes().seats[code])
    assert [c.id for c in shapes().counties if any(r.contains(seat) for r in rings(c.path))] == [MUNICIPALITIES[code]]


def test_the_shapes_are_read_once() -> None:
    assert shapes() is shapes()
