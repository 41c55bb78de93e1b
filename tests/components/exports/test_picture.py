"""A framed picture is one well-formed SVG: every line given is inside its edges, and nothing is fetched."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from components.charts.fonts import text_width
from components.exports.picture import EDGE, framed_svg
from components.exports.png import svg_metadata
from tests.components.exports.framed import FRAME, MAP, METADATA

SVG = "{http://www.w3.org/2000/svg}"


def drawn(pictures: Any = MAP, **changes: Any) -> ElementTree.Element:
    return ElementTree.fromstring(framed_svg(pictures, **{**FRAME, **changes}))


def size(svg: ElementTree.Element) -> tuple[float, float]:
    return float(svg.attrib["width"]), float(svg.attrib["height"])


def boxes(svg: ElementTree.Element) -> Iterator[tuple[str, float, float, float, float]]:
    """Each own line of text with its left, top, right and bottom edge."""
    for text in svg.findall(f"{SVG}text"):
        font = float(text.attrib["font-size"])
        face = "serif" if "Serif" in text.attrib.get("font-family", "") else "regular"
        face = "semibold" if text.attrib.get("font-weight") == "600" and face == "regular" else face
        words, x, y = str(text.text), float(text.attrib["x"]), float(text.attrib["y"])
        yield words, x, y - 0.78 * font, x + text_width(words, font, face), y + 0.25 * font


@pytest.mark.parametrize("width", [1200, 640])
def test_every_line_given_is_there_and_inside_the_edges(width: int) -> None:
    svg = drawn(width=width)
    said = " ".join(words for words, *_ in boxes(svg))
    given = [
        FRAME["product"],
        FRAME["title"],
        FRAME["caption"],
        *FRAME["pills"],
        *FRAME["notes"],
        *FRAME["source_lines"],
    ]
    for words in (*given, *(word for _, word in FRAME["legend"])):
        assert " ".join(words.split()) in " ".join(said.split())
    for words, left, top, right, bottom in boxes(svg):
        assert left >= EDGE - 1 and top >= EDGE - 8, words
        assert right <= width - EDGE + 1 and bottom <= size(svg)[1], words


@pytest.mark.parametrize("width", [1200, 640])
def test_no_line_runs_into_another(width: int) -> None:
    placed = list(boxes(drawn(width=width)))
    for index, (words, left, top, right, bottom) in enumerate(placed):
        for other, left_, top_, right_, bottom_ in placed[index + 1 :]:
            assert right <= left_ or right_ <= left or bottom <= top_ + 4 or bottom_ <= top + 4, (
                words,
                other,
            )


def test_the_picture_is_scaled_to_the_width_with_its_own_viewbox() -> None:
    (inner,) = drawn().findall(f"{SVG}svg")
    assert inner.attrib["viewBox"] == "0 0 400 500"
    assert (float(inner.attrib["width"]), float(inner.attrib["height"])) == (1104, 1380)


def test_two_pictures_stand_beside_each_other_with_ids_of_their_own() -> None:
    svg = drawn([(MAP, 0.4), (MAP, 0.6)])
    left, right = svg.findall(f"{SVG}svg")
    assert float(left.attrib["x"]) + float(left.attrib["width"]) < float(right.attrib["x"])
    assert float(right.attrib["x"]) + float(right.attrib["width"]) == pytest.approx(1200 - EDGE)
    ids = [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))


def test_uses_of_an_id_follow_it() -> None:
    svg = drawn([(MAP, 0.4), (MAP, 0.6)])
    for inner in svg.findall(f"{SVG}svg"):
        own = {element.attrib["id"] for element in inner.iter() if "id" in element.attrib}
        text = ElementTree.tostring(inner, encoding="unicode")
        used = (
            re.findall(r"url\(#([^)]+)\)", text)
            + re.findall(r'href="#([^"]+)"', text)
            + re.findall(r">#([\w-]+) ", text)
        )
        assert len(used) == 3 and set(used) <= own


def test_nothing_would_be_fetched() -> None:
    svg = framed_svg([(MAP, 0.4), (MAP, 0.6)], **FRAME)
    names = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert set(re.findall(r"https?://[^\"'<>\s)]+", svg)) <= names
    assert not re.search(r"(href|src)\s*=\s*[\"'](?!#)|@import|url\((?!#)", svg)


def test_provenance_is_inside_and_survives_the_end_mark_of_cdata() -> None:
    svg = framed_svg(MAP, **FRAME)
    assert svg_metadata(svg) == METADATA
    assert "<![CDATA[" in svg


def test_demonstration_figures_are_marked_across_the_whole_picture() -> None:
    svg = drawn(watermark="TË DHËNA DEMONSTRUESE")
    marks = [text for text in svg.iter(f"{SVG}text") if text.text == "TË DHËNA DEMONSTRUESE"]
    assert len(marks) > 12
    assert "DEMONSTRUESE" not in framed_svg(MAP, **FRAME)


def test_the_legend_shows_the_states_present_by_their_patterns() -> None:
    names = [pattern.attrib["id"] for pattern in drawn().iter(f"{SVG}pattern")]
    assert [name for name in names if name.startswith("frame-")] == ["frame-unreliable", "frame-suppressed"]


def test_a_line_without_words_takes_no_room() -> None:
    assert size(drawn(notes=[], legend=[], pills=[]))[1] < size(drawn())[1] - 100


@pytest.mark.parametrize("pictures", [[], [(MAP, 0.7), (MAP, 0.7)], "<p>no picture</p>"])
def test_what_is_no_picture_is_refused(pictures: Any) -> None:
    with pytest.raises(ValueError):
        framed_svg(pictures, **FRAME)
