"""Symbols of municipal facts: one diamond a municipality, at its seat; names only where they cover nothing."""

import re
import xml.etree.ElementTree as ET

import pytest
from shapely.geometry import Point, Polygon, box

import geo
from components.charts.maps.labels import width_of
from components.charts.palette import DARK
from components.charts.services.symbols import COUNTY_LABEL, NAME, NUMBERED_SIZE, Municipality, with_symbols

MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>'
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = geo.shapes()
LABELS = [shape.label for shape in SHAPES.counties if shape.focus]


def town(code: str, count: int = 1, name: str = "Vendi") -> Municipality:
    return Municipality(code, name, count, f"{name}: {count} <shërbime>")


def symbols(*municipalities: Municipality) -> dict[str, ET.Element]:
    root = ET.fromstring(with_symbols(MAP, municipalities, shapes=SHAPES))
    return {each.attrib["data-place"]: each for each in root.iter(f"{SVG}g") if "data-place" in each.attrib}


def centre(symbol: ET.Element) -> tuple[float, float]:
    """The middle of a diamond: its left corner and half its width."""
    drawn = re.match(r"M([\d.]+) ([\d.]+)l([\d.]+) ", symbol.find(f"{SVG}path").attrib["d"])  # type: ignore[union-attr]
    assert drawn is not None
    return float(drawn[1]) + float(drawn[3]), float(drawn[2])


def written(symbol: ET.Element) -> list[str | None]:
    return [text.text for text in symbol.iter(f"{SVG}text")]


@pytest.mark.parametrize("code", SHAPES.seats)
def test_a_diamond_stands_at_the_seat(code: str) -> None:
    assert centre(symbols(town(code))[code]) == pytest.approx(SHAPES.seats[code], abs=0.01)


def test_the_number_of_services_is_told_only_above_one() -> None:
    drawn = symbols(town("AL111", 2, "Bulqizë"), town("AL151", 1, "Fushë-Arrëz"))
    assert written(drawn["AL111"]) == ["2", "Bulqizë"]
    assert written(drawn["AL151"]) == ["Fushë-Arrëz"]


def test_the_sentence_is_the_symbol_s_title() -> None:
    title = symbols(town("AL111", 2))["AL111"].find(f"{SVG}title")
    assert title is not None
    assert title.text == "Vendi: 2 <shërbime>"


def name_boxes(drawn: dict[str, ET.Element]) -> dict[str, Polygon]:
    """What each written name covers, by municipality."""
    found = {}
    for code, symbol in drawn.items():
        for line in symbol.iter(f"{SVG}text"):
            if line.text is not None and not line.text.isdigit():
                x, y, half = float(line.attrib["x"]), float(line.attrib["y"]), width_of(line.text, NAME) / 2
                found[code] = box(x - half, y - 0.8 * NAME, x + half, y)
    return found


def test_no_name_lies_on_a_county_s_label() -> None:
    names = name_boxes(symbols(*map(town, SHAPES.seats)))
    assert len(names) > 8
    half_width, half_height = COUNTY_LABEL
    for x, y in LABELS:
        label = box(x - half_width, y - half_height, x + half_width, y + half_height)
        assert not [code for code, name in names.items() if name.intersects(label)]


def test_a_name_without_room_is_left_out_and_the_diamond_stays() -> None:
    long = "Emër shumë i gjatë bashkie që s'ka vend"
    symbol = symbols(town("AL224", 1, long))["AL224"]
    assert written(symbol) == []
    assert symbol.find(f"{SVG}path") is not None


def test_names_and_diamonds_keep_clear_of_each_other() -> None:
    drawn = symbols(*(town(code, 2) for code in SHAPES.seats))
    names = name_boxes(drawn)
    for code, name in names.items():
        assert not [other for other in names if other != code and name.intersects(names[other])]
        assert not [other for other in drawn if name.intersects(Point(centre(drawn[other])).buffer(NUMBERED_SIZE / 2))]


def test_nothing_is_drawn_where_nothing_is_told() -> None:
    assert with_symbols(MAP, [], shapes=SHAPES) == MAP


def test_the_symbols_lie_over_everything_else_and_let_clicks_through() -> None:
    drawn = with_symbols(MAP, [town("AL111")], shapes=SHAPES)
    assert drawn.index("<g/>") < drawn.index('class="symbols"')
    assert 'pointer-events="none"' in drawn
    assert with_symbols(MAP, [town("AL111")], shapes=SHAPES, palette=DARK) != drawn


@pytest.mark.parametrize("unfit", [town("AL-09"), town("AL999"), town("AL111", 0)])
def test_what_has_no_seat_or_no_service_is_refused(unfit: Municipality) -> None:
    with pytest.raises(ValueError, match=unfit.code):
        with_symbols(MAP, [unfit], shapes=SHAPES)


def test_only_an_svg_is_drawn_on() -> None:
    with pytest.raises(ValueError, match="svg"):
        with_symbols("<g/>", [], shapes=SHAPES)
