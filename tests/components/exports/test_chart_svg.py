"""Charts become SVG by a browser on this machine, from any thread, with nothing fetched."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from components.exports import chart_svg
from components.exports.browser import Page
from components.exports.chart_svg import NoBrowser, figure_svg, find_browser
from components.exports.nesting import natural_size

FIGURE = go.Figure(
    go.Scatter(x=[1, 2], y=[3, 4], mode="markers"),
    go.Layout(title="Shkodër <b>çdo</b> vajzë", template="none"),
)


def ids(svg: str) -> set[str]:
    return {element.attrib["id"] for element in ElementTree.fromstring(svg).iter() if "id" in element.attrib}


def test_a_figure_becomes_an_svg_of_the_size_asked_for_with_text_as_text() -> None:
    svg = figure_svg(FIGURE, width=500, height=240)
    assert natural_size(svg) == (500, 240)
    assert "Shkodër" in "".join(ElementTree.fromstring(svg).itertext())
    assert set(re.findall(r"https?://[^\"'<>\s)]+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_the_height_is_the_figures_own_unless_given() -> None:
    assert natural_size(figure_svg(go.Figure(FIGURE).update_layout(height=310), width=400)) == (400, 310)


def test_threads_get_their_own_figures_with_their_own_ids() -> None:
    figures = [go.Figure(FIGURE).update_layout(title=f"Qarku {number}") for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(figure_svg, figures))
    for number, svg in enumerate(drawn):
        assert f"Qarku {number}" in svg
    assert len(chart_svg._drawers) == 1
    assert set.intersection(*(ids(svg) for svg in drawn)) == set()


def test_the_browsers_page_loads_from_this_machine_only() -> None:
    page = Page().generate_index()
    sources = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert any(source.endswith("plotly.min.js") for source in sources)
    assert all(source.startswith("file://") for source in sources)
    assert not re.search(r"https?://", page)


def test_without_a_browser_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(chart_svg, "_drawers", [])
    with pytest.raises(NoBrowser, match=r"Chromium or Chrome.*CHROME_PATH"):
        figure_svg(FIGURE)


def test_a_path_that_names_no_program_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROME_PATH", str(tmp_path / "chrome"))
    with pytest.raises(NoBrowser, match="CHROME_PATH names"):
        find_browser()


def test_the_path_named_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "own-chrome"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setenv("CHROME_PATH", str(own))
    assert find_browser() == str(own)


def test_a_browser_that_does_not_start_raises_and_is_not_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CHROME_PATH", str(broken))
    monkeypatch.setattr(chart_svg, "_drawers", [])
    with pytest.raises(Exception) as raised:
        figure_svg(FIGURE)
    assert not isinstance(raised.value, NoBrowser)
    assert chart_svg._drawers == []


def test_a_browser_that_fails_is_closed_and_the_next_figure_gets_a_new_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Gone:
        closed = False

        def svg(self, *_: object, **__: object) -> str:
            raise TimeoutError

        def close(self) -> None:
            self.closed = True

    gone = Gone()
    monkeypatch.setattr(chart_svg, "_drawers", [gone])
    with pytest.raises(TimeoutError):
        figure_svg(FIGURE)
    assert gone.closed
    assert "Shkodër" in figure_svg(FIGURE)
    chart_svg._drawers.pop().close()
