"""Symbols of municipal facts: at the county's label, as many as said, nowhere else."""

import re
import xml.etree.ElementTree as ET

import pytest

import geo
from components.charts.palette import DARK
from components.charts.services.symbols import BELOW, with_symbols

MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>'
SHAPES = geo.shapes()


def drawn(counts: dict[str, int]) -> str:
    return with_symbols(MAP, counts, shapes=SHAPES)


def test_a_county_with_facts_gets_one_diamond_with_their_number() -> None:
    root = ET.fromstring(drawn({"AL-09": 2, "AL-10": 0}))
    layer = next(each for each in root if each.get("class") == "symbols")
    assert layer.get("aria-hidden") == "true"
    assert [text.text for text in layer.iter("{http://www.w3.org/2000/svg}text")] == ["2"]
    label = next(shape.label for shape in SHAPES.counties if shape.id == "AL-09")
    start = re.match(r"M([\d.]+) ([\d.]+)", next(layer.iter("{http://www.w3.org/2000/svg}path")).attrib["d"])
    assert start is not None
    assert float(start[2]) == pytest.approx(label[1] + BELOW, abs=0.01)
    assert abs(float(start[1]) - label[0]) < 20


def test_nothing_is_drawn_where_nothing_is_told() -> None:
    assert drawn({}) == drawn({"AL-11": 0}) == MAP


def test_the_symbols_lie_over_everything_else() -> None:
    assert drawn({"AL-09": 1}).index("<g/>") < drawn({"AL-09": 1}).index('class="symbols"')
    assert with_symbols(MAP, {"AL-09": 1}, shapes=SHAPES, palette=DARK) != drawn({"AL-09": 1})


def test_a_place_that_is_no_county_is_refused() -> None:
    with pytest.raises(ValueError, match="AL111"):
        drawn({"AL111": 1})
    with pytest.raises(ValueError, match="svg"):
        with_symbols("<g/>", {}, shapes=SHAPES)
