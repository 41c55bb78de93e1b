"""The map says of every county what its row says: by colour, pattern, print and speech."""

import re
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from components.charts.maps.county_map import county_map
from components.charts.palette import DARK, LIGHT
from geo import shapes
from tests.components.charts.worded_counties import FOCUS, NAMES, SCALE, WORDS, counties

SVG = "{http://www.w3.org/2000/svg}"


PLAIN: dict[str, Any] = {
    "shapes": shapes(),
    "scale": SCALE,
    "higher_is": "better",
    "decimals": 1,
    "title": "Vajza në shkollë",
    "description": "Harta e katër qarqeve",
    "outside_text": "jashtë programit",
}


def drawn(frame: pd.DataFrame | None = None, **options: Any) -> ElementTree.Element:
    return ElementTree.fromstring(county_map(counties() if frame is None else frame, **{**PLAIN, **options}))


def county(svg: ElementTree.Element, area: str) -> ElementTree.Element:
    return next(group for group in svg.iter(f"{SVG}g") if group.get("data-area") == area)


def fill(svg: ElementTree.Element, area: str) -> str | None:
    return next(county(svg, area).iter(f"{SVG}use")).get("fill")


def words(element: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in element.iter(f"{SVG}text")]


def patterns(svg: ElementTree.Element, area: str) -> list[ElementTree.Element]:
    return list(county(svg, area).iter(f"{SVG}pattern"))


@pytest.mark.parametrize(
    ("value", "colour"), [(50.0, "#12436D"), (73.7, "#2C6CA6"), (80.0, "#7FB0DA"), (94.1, "#CFE2F2")]
)
def test_the_colour_is_that_of_the_value_s_class(value: float, colour: str) -> None:
    assert fill(drawn(counties(AL_09={"value": value})), "AL-09") == colour


def test_the_colour_is_that_of_the_number_that_stands_there() -> None:
    shown = counties(AL_09={"value": 79.96, "text": "80,0\u00a0%"}, AL_10={"value": 79.94, "text": "79,9\u00a0%"})
    assert (fill(drawn(shown), "AL-09"), fill(drawn(shown), "AL-10")) == (LIGHT.ramp[1], LIGHT.ramp[2])


def test_land_outside_the_programme_has_a_broken_edge_and_no_county_has() -> None:
    broken = [use for use in drawn().iter(f"{SVG}use") if use.get("stroke-dasharray")]
    assert len(broken) == len(NAMES) - len(FOCUS)
    assert {use.get("fill") for use in broken} == {LIGHT.land}
    assert not [use for group in drawn(view="twelve").iter(f"{SVG}g") for use in group if use.get("stroke-dasharray")]


def test_the_ramp_turns_with_the_direction() -> None:
    assert fill(drawn(higher_is="better"), "AL-10") == LIGHT.ramp[0]
    assert fill(drawn(higher_is="worse"), "AL-10") == LIGHT.ramp[3]
    assert fill(drawn(higher_is="neutral"), "AL-10") == LIGHT.neutral_ramp[3]


def test_name_and_figure_are_printed_on_the_county() -> None:
    assert words(county(drawn(), "AL-09")) == ["Dibër", "73,7\u00a0%"]


def test_only_an_unreliable_figure_is_hatched() -> None:
    svg = drawn()
    assert {area for area in FOCUS if patterns(svg, area)} == {"AL-07"}


def test_a_hatched_label_has_a_halo_in_the_county_s_colour() -> None:
    label = county(drawn(), "AL-07").findall(f"{SVG}g")[-1]
    assert label.get("stroke") == fill(drawn(), "AL-07")
    assert label.get("paint-order") == "stroke"


@pytest.mark.parametrize("status", WORDS)
def test_a_hidden_figure_is_a_word_on_hidden_ground(status: str) -> None:
    svg = drawn(counties(AL_09={"status": status}))
    assert fill(svg, "AL-09") == LIGHT.hidden
    assert " ".join(words(county(svg, "AL-09"))) == f"Dibër {WORDS[status]}"


def test_in_the_view_of_twelve_no_county_is_left_blank() -> None:
    svg = drawn(view="twelve")
    assert all(words(county(svg, area)) for area in NAMES)


def test_every_state_has_a_pattern_of_its_own() -> None:
    states = ("unreliable", *WORDS)
    maps = [drawn(counties(AL_09={"status": state, "value": 60.0})) for state in states]
    drawings = {patterns(svg, "AL-09")[0][0].get("d") for svg in maps}
    assert len(drawings) == len(states)


def test_labels_are_no_wider_than_the_room_on_their_county() -> None:
    """The long words of hidden figures break into lines; a quarter more than the room is still inside."""
    svg = drawn(counties(**{area.replace("-", "_"): {"status": "suppressed"} for area in FOCUS}))
    for shape in (shape for shape in shapes().counties if shape.focus):
        label = county(svg, shape.id).findall(f"{SVG}g")[-1]
        for text in label:
            line = "".join(text.itertext())
            width = 0.5 * float(text.attrib["font-size"]) * len(line)
            assert width <= 1.25 * shape.room[0], (shape.id, line)


def test_the_four_can_be_chosen_and_say_their_sentence() -> None:
    svg = drawn(selected="AL-09")
    buttons = [group for group in svg.iter(f"{SVG}g") if group.get("role") == "button"]
    assert {button.get("data-area"): button.get("aria-pressed") for button in buttons} == {
        "AL-07": "false", "AL-09": "true", "AL-10": "false", "AL-11": "false",
    }  # fmt: skip
    assert all(button.get("tabindex") == "0" for button in buttons)
    assert county(svg, "AL-07").get("aria-label") == "Kukës: (74,6\u00a0%)."


def test_a_chosen_county_has_a_strong_outline() -> None:
    def strongest(svg: ElementTree.Element) -> float:
        edges = county(svg, "AL-09").findall(f"{SVG}use")
        return max(float(edge.get("stroke-width", 0)) for edge in edges)

    assert strongest(drawn(selected="AL-09")) > 4 * strongest(drawn(selected="AL-10"))


def test_the_four_stand_alone_in_their_view() -> None:
    svg = drawn(counties(AL_01={"status": "ok", "value": 60.0, "text": "60,0\u00a0%"}))
    assert {group.get("data-area") for group in svg.iter(f"{SVG}g")} - {None} == set(FOCUS)
    assert "60,0\u00a0%" not in words(svg)
    assert "jashtë programit" in words(svg)


def test_all_twelve_are_coloured_in_theirs() -> None:
    svg = drawn(counties(AL_01={"status": "ok", "value": 60.0, "text": "60,0\u00a0%"}), view="twelve")
    assert fill(svg, "AL-01") == "#12436D"
    assert {group.get("data-area") for group in svg.iter(f"{SVG}g")} - {None} == set(NAMES)
    assert county(svg, "AL-01").get("role") == "img"
    assert "60,0\u00a0%" in words(svg)
    assert "jashtë programit" not in words(svg)


def test_the_counties_of_the_programme_are_printed_larger() -> None:
    frame = counties(AL_03={"status": "ok", "value": 60.0, "text": "60,0\u00a0%"})
    svg = drawn(frame, view="twelve")
    sizes = {text.text: float(text.attrib["font-size"]) for text in svg.iter(f"{SVG}text")}
    assert sizes["60,0\u00a0%"] < sizes["73,7\u00a0%"]


def test_a_name_with_markup_stays_text() -> None:
    frame = counties(AL_09={"name": "<b>&\"Dibër'", "spoken": '"><script>'})
    svg = drawn(frame, title="a<b", description="c&d", unit_text="<i>", outside_text="<u>")
    assert words(county(svg, "AL-09"))[0] == "<b>&\"Dibër'"
    assert county(svg, "AL-09").get("aria-label") == '"><script>'
    assert svg.findtext(f"{SVG}title") == "a<b"


def test_the_picture_has_a_name_and_a_description() -> None:
    svg = drawn(prefix="left")
    named, described = svg.get("aria-labelledby"), svg.get("aria-describedby")
    texts = {element.get("id"): element.text for element in svg}
    assert (texts[named], texts[described]) == ("Vajza në shkollë", "Harta e katër qarqeve")


def test_two_maps_share_no_id_and_refer_to_their_own() -> None:
    def identifiers(svg: ElementTree.Element) -> list[str]:
        return [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]

    left, right = drawn(prefix="left"), drawn(prefix="right")
    assert len(identifiers(left)) == len(set(identifiers(left)))
    assert not set(identifiers(left)) & set(identifiers(right))
    markup = ElementTree.tostring(left, encoding="unicode")
    used = set(re.findall(r'href="#([^"]+)"', markup)) | set(re.findall(r"url\(#([^)]+)\)", markup))
    assert used <= set(identifiers(left))


def test_the_dark_palette_recolours_everything() -> None:
    def colours(svg: ElementTree.Element) -> set[str | None]:
        return {element.get(name) for element in svg.iter() for name in ("fill", "stroke")}

    only_light = {LIGHT.paper, LIGHT.land, LIGHT.neighbour, *LIGHT.ramp}
    assert not colours(drawn(palette=DARK)) & only_light
    assert {DARK.paper, DARK.land, DARK.neighbour} <= colours(drawn(palette=DARK))


def test_the_frame_is_left_as_it_was() -> None:
    frame = counties()
    before = frame.copy(deep=True)
    drawn(frame, view="twelve")
    assert frame.equals(before)


def test_the_same_frame_gives_the_same_picture() -> None:
    assert ElementTree.tostring(drawn()) == ElementTree.tostring(drawn())


def test_a_missing_or_doubled_county_is_refused() -> None:
    frame = counties()
    with pytest.raises(ValueError, match=r"missing.*AL-09"):
        drawn(frame[frame["area"] != "AL-09"])
    with pytest.raises(ValueError, match=r"twice.*AL-11"):
        drawn(frame.loc[[*frame.index, 10]])


def test_a_value_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the scale"):
        drawn(counties(AL_09={"value": 12.0}))
