"""The demonstration mark: over the whole picture, in every palette, and never in the way of the figures."""

import re
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from components.charts.demonstration import LEFT_MARGIN, marked_figure, marked_svg
from components.charts.palette import DARK, LIGHT, Palette
from components.charts.strip import strip
from components.charts.svg import element, picture
from tests.components.charts.worded_counties import SCALE, counties

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "SHIFRA <DEMONSTRUESE>"


def plain(width: float = 600, height: float = 400, zoom: float = 1) -> str:
    rect = element("rect", width=10, height=10, class_="county")
    box = (-50.0, 20.0, width * zoom, height * zoom)
    return picture(rect, prefix="p", role="img", title="t", description="d", box=box, size=(width, height))


def layer(svg: str) -> ElementTree.Element:
    (found,) = [group for group in ElementTree.fromstring(svg).iter(f"{SVG}g") if group.get("class") == "demonstration"]
    return found


def marks(svg: str) -> list[ElementTree.Element]:
    return [mark for mark in layer(svg).iter(f"{SVG}text") if mark.text == WORDS]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_and_hatching_cover_all_quarters_of_a_picture(palette: Palette) -> None:
    svg = marked_svg(plain(), WORDS, palette)
    places = [(float(mark.attrib["x"]), float(mark.attrib["y"])) for mark in marks(svg)]
    for right in (False, True):
        for low in (False, True):
            assert [1 for x, y in places if (x > 250) is right and (y > 220) is low]
    assert layer(svg).attrib["fill"] == palette.reference
    pale, lines = layer(svg).iter(f"{SVG}path")
    assert pale.attrib["stroke"] == palette.paper, "on a dark county the pale line of each two stands out"
    ends = [tuple(map(float, pair)) for pair in re.findall(r"(-?\d+) (-?\d+)", lines.attrib["d"])]
    assert min(x for x, _ in ends) == -50 and max(x for x, _ in ends) == 550
    assert min(y for _, y in ends) == 20 and max(y for _, y in ends) == 420
    assert len(ends) > 60


def test_the_mark_is_last_takes_no_clicks_and_is_silent() -> None:
    svg = marked_svg(plain(), WORDS)
    assert list(ElementTree.fromstring(svg))[-1].get("class") == "demonstration"
    assert (layer(svg).get("pointer-events"), layer(svg).get("aria-hidden")) == ("none", "true")
    assert not [part for part in layer(svg).iter() if part.get("id")], "an id could clash with another picture's"


def test_what_was_there_is_untouched() -> None:
    before = plain()
    assert marked_svg(before, WORDS).startswith(before.removesuffix("</svg>"))
    assert marked_svg(before, "") == before


def test_letters_keep_their_size_on_the_screen_whatever_the_units() -> None:
    once, twice = (float(marks(marked_svg(plain(zoom=zoom), WORDS))[0].attrib["font-size"]) for zoom in (1, 2))
    assert twice == pytest.approx(2 * once)


def test_a_low_strip_has_level_words_inside_it() -> None:
    rows = counties().to_dict("records")
    drawn = strip(
        rows, chosen="AL-10", scale=SCALE, higher_is="better", reference=None, palette=LIGHT,
        title="t", description="d", prefix="s",
    )  # fmt: skip
    found = marks(marked_svg(drawn, WORDS))
    assert found
    for mark in found:
        size = float(mark.attrib["font-size"])
        assert mark.get("transform") is None
        assert size <= float(mark.attrib["y"]) + 0.3 * size <= 26 + 0.3 * size


def test_without_a_viewbox_there_is_nothing_to_cover() -> None:
    with pytest.raises(ValueError, match="viewBox"):
        marked_svg('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>', WORDS)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_figure_is_covered_with_its_margins_and_keeps_its_traces(palette: Palette) -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[2]), layout={"height": 500, "margin": {"t": 30}})
    marked = marked_figure(figure, WORDS, palette)
    assert len(figure.layout.shapes) == len(figure.layout.annotations) == 0
    assert marked.data == figure.data
    (hatching,) = marked.layout.shapes
    ends = [tuple(map(float, pair)) for pair in re.findall(r"(-?\d+) (-?\d+)", hatching.path)]
    assert max(y for _, y in ends) == 30 and min(y for _, y in ends) == 30 - 500
    assert min(x for x, _ in ends) == -LEFT_MARGIN
    assert (hatching.layer, hatching.xsizemode, hatching.ysizemode) == ("above", "pixel", "pixel")
    words = [note for note in marked.layout.annotations if note.text == "<b>SHIFRA &lt;DEMONSTRUESE&gt;</b>"]
    # On a telephone 350 pixels wide as on a wide screen.
    assert len([note for note in words if 0 < note.xshift < 350]) >= 3
    assert len([note for note in words if note.xshift > 1000]) >= 8
    assert {note.font.color for note in words} == {palette.reference}
    assert all(0.2 <= note.opacity <= 0.4 for note in words)
