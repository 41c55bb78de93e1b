"""The ruler shows value, interval, base and state of each county on the map's own colour scale."""

from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from components.charts.palette import LIGHT
from components.charts.rulers.ruler import ruler
from tests.components.charts.worded_counties import FOCUS, SCALE, WORDS, counties

SVG = "{http://www.w3.org/2000/svg}"
TICKS = ["50", "70", "80", "90", "100\u00a0%"]
WIDTHS = pytest.mark.parametrize("width", (560, 340))


PLAIN: dict[str, Any] = {
    "scale": SCALE,
    "higher_is": "better",
    "decimals": 1,
    "tick_texts": TICKS,
    "title": "Shkalla",
    "description": "Katër qarqe",
    "reference": (88.5, "Shqipëria 88,5\u00a0%"),
}


def drawn(frame: pd.DataFrame | None = None, **options: Any) -> ElementTree.Element:
    return ElementTree.fromstring(ruler(counties() if frame is None else frame, **{**PLAIN, **options}))


def said(text: ElementTree.Element) -> str:
    return "".join(text.itertext())


def left_end(path: str) -> float:
    return float(path.removeprefix("M").replace("H", " ").split()[0])


def texts(svg: ElementTree.Element) -> list[str]:
    return [said(text) for text in svg.iter(f"{SVG}text")]


def dots(svg: ElementTree.Element) -> list[ElementTree.Element]:
    return list(svg.iter(f"{SVG}circle"))


def bar(svg: ElementTree.Element) -> list[ElementTree.Element]:
    return [rect for rect in svg.iter(f"{SVG}rect") if rect.get("height") == "12"]


def whiskers(svg: ElementTree.Element) -> list[str]:
    return [path.attrib["d"] for path in svg.iter(f"{SVG}path") if path.get("stroke") == LIGHT.accent]


def beyond(svg: ElementTree.Element) -> list[tuple[str, float]]:
    """The arrows of intervals that leave the scale: the number that stands there, and where the tip lies."""
    groups = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "beyond"]
    heads = [next(group.iter(f"{SVG}path")).attrib["d"] for group in groups]
    return [(texts(group)[0], float(head[1:].split()[0])) for group, head in zip(groups, heads, strict=True)]


def test_the_bar_has_the_class_colours_by_rising_value() -> None:
    assert [part.get("fill") for part in bar(drawn())] == list(reversed(LIGHT.ramp))
    assert [part.get("fill") for part in bar(drawn(higher_is="worse"))] == list(LIGHT.ramp)


@WIDTHS
def test_a_dot_stands_where_its_value_lies_on_the_bar(width: int) -> None:
    svg = drawn(width=width)
    edges = [float(part.attrib["x"]) for part in bar(svg)]
    last = bar(svg)[-1]
    high = float(last.attrib["x"]) + float(last.attrib["width"])
    expected = [edges[0] + (value - 50) / 50 * (high - edges[0]) for value in (92.4, 94.1, 73.7, 74.6)]
    assert [float(dot.attrib["cx"]) for dot in dots(svg)] == pytest.approx(expected, abs=0.1)


def test_rows_follow_the_programme_s_order_or_the_one_asked_for() -> None:
    named = [words for words in texts(drawn()) if words in ("Tiranë", "Shkodër", "Dibër", "Kukës")]
    assert named == ["Tiranë", "Shkodër", "Dibër", "Kukës"]
    kukes, tirane = dots(drawn(order=("AL-07", "AL-11")))
    assert (kukes.get("fill"), tirane.get("fill")) == (LIGHT.paper, LIGHT.ramp[0])
    assert float(kukes.attrib["cy"]) < float(tirane.attrib["cy"])


def test_a_dot_has_its_class_colour_and_an_unreliable_one_is_hollow() -> None:
    assert [dot.get("fill") for dot in dots(drawn())] == [
        LIGHT.ramp[0], LIGHT.ramp[0], LIGHT.ramp[2], LIGHT.paper,
    ]  # fmt: skip


def test_a_dot_has_the_colour_of_the_number_that_stands_beside_it() -> None:
    shown = counties(AL_09={"value": 79.96, "text": "80,0\u00a0%"}, AL_10={"value": 79.94, "text": "79,9\u00a0%"})
    assert [dot.get("fill") for dot in dots(drawn(shown))][1:3] == [LIGHT.ramp[2], LIGHT.ramp[1]]


@WIDTHS
def test_figure_base_and_interval_are_said(width: int) -> None:
    printed = texts(drawn(width=width))
    for words in ("Dibër", "n 66", "73,7\u00a0%", "59–85", "(74,6\u00a0%)", *TICKS):
        assert words in printed


@WIDTHS
@pytest.mark.parametrize("status", WORDS)
def test_a_hidden_figure_is_a_word_without_dot_or_interval(width: int, status: str) -> None:
    svg = drawn(counties(AL_09={"status": status}), width=width)
    assert WORDS[status] in texts(svg)
    assert len(dots(svg)) == len(whiskers(svg)) == 3


def test_the_description_tells_every_figure_and_the_country_s() -> None:
    told = drawn(reference=(88.5, "Shqipëria 88,5\u00a0%")).findtext("{*}desc") or ""
    assert told.startswith(PLAIN["description"])
    focused = counties()[counties()["area"].isin(FOCUS)]
    assert all(spoken.rstrip(".") in told for spoken in focused["spoken"])
    assert told.endswith("Shqipëria 88,5\u00a0%")


def test_without_intervals_there_are_only_dots() -> None:
    frame = counties().drop(columns=["value_low", "value_upp", "interval_text"])
    assert whiskers(drawn(frame)) == []
    assert len(dots(drawn(frame))) == 4


@WIDTHS
def test_an_interval_beyond_the_scale_leaves_it_by_an_arrow_with_its_number(width: int) -> None:
    assert beyond(drawn(width=width)) == []
    svg = drawn(counties(AL_09={"value_low": 40.0, "low_text": "40"}), width=width)
    whole, cut = whiskers(drawn(width=width))[2], whiskers(svg)[2]
    assert (whole.count("V"), cut.count("V")) == (2, 1)
    start = float(bar(svg)[0].attrib["x"])
    assert left_end(cut) == pytest.approx(start, abs=0.1)
    ((words, tip),) = beyond(svg)
    assert words == "40" and start - 16 < tip < start


@WIDTHS
def test_an_interval_leaves_the_scale_at_either_end(width: int) -> None:
    both = {"value_low": 40.0, "low_text": "40", "value_upp": 104.0, "upp_text": "104"}
    svg = drawn(counties(AL_07=both), width=width)
    last = bar(svg)[-1]
    end = float(last.attrib["x"]) + float(last.attrib["width"])
    (low, left), (upp, right) = beyond(svg)
    assert (low, upp) == ("40", "104") and left < float(bar(svg)[0].attrib["x"]) and end < right < min(end + 16, width)
    assert whiskers(svg)[3].count("V") == 0


def test_the_country_is_a_line_with_its_label_at_the_foot() -> None:
    svg = drawn()
    label = next(text for text in svg.iter(f"{SVG}text") if said(text).startswith("Shqipëria"))
    lowest = max(float(text.attrib["y"]) for text in svg.iter(f"{SVG}text"))
    assert float(label.attrib["y"]) == lowest
    assert label.get("fill") == LIGHT.reference
    assert not [text for text in texts(drawn(reference=None)) if text.startswith("Shqipëria")]


def test_no_words_stand_on_the_country_s_line_when_wide() -> None:
    svg = drawn(width=560)
    line = next(path for path in svg.iter(f"{SVG}path") if path.get("stroke") == LIGHT.reference)
    x = left_end(line.attrib["d"])
    rows = [text for text in svg.iter(f"{SVG}text") if said(text) not in TICKS and "Shqip" not in said(text)]
    for text in rows:
        left = float(text.attrib["x"])
        assert left > x or left + 9 * len(said(text)) < x, said(text)


@pytest.mark.parametrize("width", (560, 340))
def test_tick_texts_never_touch(width: int) -> None:
    ticks = ["0", "100\u00a0000", "200\u00a0000", "400\u00a0000", "800\u00a0000"]
    frame = counties()
    frame["value"] = frame["value"] * 1000
    svg = drawn(
        frame.drop(columns=["value_low", "value_upp"]),
        scale=[0, 100_000, 200_000, 400_000, 800_000],
        tick_texts=ticks,
        width=width,
        reference=None,
    )
    places = [(text.get("y"), float(text.attrib["x"])) for text in svg.iter(f"{SVG}text") if said(text) in ticks[1:4]]
    for n, (y, x) in enumerate(places):
        assert all(abs(x - other_x) >= 40 for other_y, other_x in places[n + 1 :] if other_y == y)


def test_the_frame_is_left_as_it_was() -> None:
    frame = counties()
    before = frame.copy(deep=True)
    drawn(frame)
    assert frame.equals(before)


def test_text_is_escaped() -> None:
    svg = drawn(counties(AL_09={"name": "<b>&"}), title="a<b", unit_text="c&d")
    assert {"<b>&", "c&d"} <= set(texts(svg))


def test_a_missing_county_and_a_reference_off_the_scale_are_refused() -> None:
    frame = counties()
    with pytest.raises(ValueError, match="AL-07"):
        drawn(frame[frame["area"] != "AL-07"])
    with pytest.raises(ValueError, match="outside the scale"):
        drawn(reference=(12.0, "Shqipëria 12"))
