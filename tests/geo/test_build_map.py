"""The map is what its build makes of the boundaries: same boundaries, same bytes."""

import csv

from data.model.services import MUNICIPALITIES
from geo.build_map import BOUNDARIES, build


def test_building_again_gives_the_file_that_serves() -> None:
    assert build() == (BOUNDARIES / "map.json").read_text(encoding="utf-8")


def test_no_name_of_a_place_is_in_geo() -> None:
    for file in BOUNDARIES.iterdir():
        assert "Tiran" not in file.read_text(encoding="utf-8"), file.name


def test_the_seats_stand_under_their_counties() -> None:
    with (BOUNDARIES / "places.csv").open(encoding="utf-8", newline="") as file:
        assert {row["lau"]: row["county"] for row in csv.DictReader(file)} == MUNICIPALITIES
