"""The matrix of services: every cell in words and in a shape of its own, once wide, once county by county."""

import re
import xml.etree.ElementTree as ET
from itertools import product

import pandas as pd
import pytest

from components.charts.palette import DARK, LIGHT, Palette, contrast
from components.charts.services.matrix import NARROW, WIDTH, service_matrix
from components.charts.services.signs import box, chip, ground_of, ink_of, sign

SVG = "{http://www.w3.org/2000/svg}"
AREAS = {"AL-11": "Tiranë", "AL-10": "Shkodër", "AL-09": "Dibër", "AL-07": "Kukës"}
STATES = ("present", "not_present", "not_known", "not_told")
WORDS = {"present": "E pranishme", "not_present": "Nuk ka", "not_known": "Nuk dihet", "not_told": "Nuk tregohet"}


def told(*services: tuple[str, tuple[str, str, str, str]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "service": name,
            "name": name,
            "note": "a note under it" if name == "helpline" else "",
            "area": area,
            "area_name": AREAS[area],
            "state": state,
            "word": WORDS[state],
            "mark": "+ nisi në ciklin 2" if state == "present" else "",
            "spoken": f"{name}, {AREAS[area]}: {WORDS[state]} <said>",
        }
        for name, states in services
        for area, state in zip(AREAS, states, strict=True)
    )


FRAME = told(
    ("unit", ("present", "not_known", "not_known", "present")),
    ("centre", ("not_known", "present", "not_present", "not_present")),
    ("shelter", ("not_told",) * 4),
    ("helpline", ("not_known",) * 4),
)


def drawn(frame: pd.DataFrame = FRAME, *, narrow: bool = False, palette: Palette = LIGHT) -> ET.Element:
    return ET.fromstring(service_matrix(frame, title="Shërbimet", description="d", narrow=narrow, palette=palette))


def with_role(svg: ET.Element, role: str) -> list[ET.Element]:
    return [each for each in svg.iter() if each.get("role") == role]


def texts(element: ET.Element) -> list[str]:
    return [each.text or "" for each in element.iter(f"{SVG}text")]


def test_every_cell_says_its_state_in_a_word_and_its_whole_story_when_pointed_at() -> None:
    cells = with_role(drawn(), "cell")
    assert len(cells) == 3 * 4 + 1
    for cell in cells:
        spoken = cell.attrib["aria-label"]
        assert cell.findtext(f"{SVG}title") == spoken
        assert any(word in texts(cell) for word in WORDS.values() if word in spoken)


def test_the_wide_table_has_a_row_a_service_under_the_counties() -> None:
    svg = drawn()
    assert svg.get("role") == "table"
    corner, *heads = with_role(svg, "columnheader")
    assert corner.get("aria-label") == svg.findtext(f"{SVG}title")
    assert [each.text for each in heads] == list(AREAS.values())
    assert len(with_role(svg, "row")) == 1 + 4
    assert [texts(each)[0] for each in with_role(svg, "rowheader")] == ["unit", "centre", "shelter", "helpline"]
    assert "a note under it" in texts(with_role(svg, "rowheader")[3])


def test_what_is_told_for_the_country_only_is_one_wide_cell() -> None:
    widths = [float(cell.find(f"{SVG}rect").attrib["width"]) for cell in with_role(drawn(), "cell")]  # type: ignore[union-attr]
    assert max(widths) > 4 * sorted(widths)[-2]


def test_two_not_known_beside_each_other_stay_two_cells() -> None:
    cells = with_role(with_role(drawn(), "row")[1], "cell")
    said = [[word for word in WORDS.values() if word in texts(cell)] for cell in cells]
    assert said == [["E pranishme"], ["Nuk dihet"], ["Nuk dihet"], ["E pranishme"]]


def test_a_telephone_gets_the_counties_below_each_other_with_every_service() -> None:
    svg = drawn(narrow=True)
    assert [each.text for each in with_role(svg, "columnheader")] == list(AREAS.values())
    assert len(with_role(svg, "cell")) == 16
    assert float(svg.attrib["width"]) == NARROW < WIDTH
    assert float(svg.attrib["height"]) > 16 * 44


@pytest.mark.parametrize("narrow", [False, True])
def test_nothing_leaves_the_picture_and_no_cells_overlap(narrow: bool) -> None:
    svg = drawn(narrow=narrow)
    width, height = float(svg.attrib["width"]), float(svg.attrib["height"])
    boxes = []
    for rect in svg.iter(f"{SVG}rect"):
        x, y, wide, high = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 0 and x + wide <= width and y + high <= height
        boxes.append((x, y, x + wide, y + high))
    for first, second in product(boxes, boxes):
        if first is not second:
            apart = first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]
            assert apart, (first, second)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_states_differ_without_colour(palette: Palette) -> None:
    """The shapes with every colour taken out: four drawings, so a grey copy keeps them apart."""
    plain = {re.sub(r"#[0-9A-F]{6}", "", sign(state, 0, 0, palette)) for state in STATES}
    assert len(plain) == 4
    edges = {re.sub(r"#[0-9A-F]{6}", "", box(state, 0, 0, 9, 9, palette)) for state in STATES}
    assert len(edges) >= 3
    assert contrast(ground_of("present", palette), ground_of("not_known", palette)) > 2


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("state", STATES)
def test_words_can_be_read_on_their_ground(state: str, palette: Palette) -> None:
    assert contrast(ink_of(state, palette), ground_of(state, palette)) >= 4.5
    ET.fromstring(f"<g>{chip(state, 0, 0, 20, palette)}</g>")


def test_the_frame_is_left_as_it_was() -> None:
    before = FRAME.copy(deep=True)
    drawn()
    drawn(narrow=True)
    pd.testing.assert_frame_equal(FRAME, before)


def test_a_table_with_a_hole_is_refused() -> None:
    for wrong in (FRAME.iloc[:0], FRAME.drop(index=5), pd.concat([FRAME, FRAME.iloc[[3]]])):
        with pytest.raises(ValueError, match="one row for every service and county"):
            drawn(wrong)
