"""The picture of a card on another page is marked where its figures are made up, and nowhere else."""

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from components import store
from components.address.view import View
from components.charts.demonstration import marked_figure, marked_svg
from components.charts.palette import LIGHT
from components.exhibits.model import Drawing, Exhibit, Plot
from components.exhibits.opening import open_view
from components.sections import pictures as picture
from components.sections.pictures import chosen_picture, drawn, show_plot
from data import Release
from i18n import LANGUAGES, words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"></svg>'
WIDE, NARROW = Drawing(lambda _: [(SVG, 0.4), (SVG, 0.6)]), SVG.replace("400", "200")


@pytest.fixture
def exhibit(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> Exhibit:
    monkeypatch.setattr(store, "release", lambda: atlas)
    monkeypatch.setattr(picture, "palette", lambda: LIGHT)
    monkeypatch.setattr(picture, "is_narrow", lambda: False)
    opened = open_view(words("sq"), View("risk", "school_attendance_15_17", (("gender", "f"),)))
    assert opened is not None and not opened.is_demonstration
    return opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_drawing_bears_the_mark_of_made_up_figures(exhibit: Exhibit, language: str) -> None:
    t = words(language)
    marked = drawn(t, replace(exhibit, is_demonstration=True), WIDE)
    assert [share for _, share in marked] == [0.4, 0.6]
    assert [svg for svg, _ in marked] == [marked_svg(SVG, t("kind.demonstration"), LIGHT)] * 2
    assert all(t("kind.demonstration") in svg for svg, _ in marked)
    assert drawn(t, exhibit, WIDE) == [(SVG, 0.4), (SVG, 0.6)]


def test_on_a_telephone_the_narrow_drawing_bears_it_too(exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch) -> None:
    t = words("sq")
    monkeypatch.setattr(picture, "is_narrow", lambda: True)
    both = replace(WIDE, narrow=lambda _: [(NARROW, 1.0)])
    assert drawn(t, exhibit, both) == [(NARROW, 1.0)]
    marked = marked_svg(NARROW, t("kind.demonstration"), LIGHT)
    assert drawn(t, replace(exhibit, is_demonstration=True), both) == [(marked, 1.0)]


@pytest.mark.parametrize("is_made_up", [False, True])
def test_a_plot_bears_the_mark_of_made_up_figures(
    exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch, is_made_up: bool
) -> None:
    t, shown = words("sq"), []
    monkeypatch.setattr(picture.st, "plotly_chart", lambda figure, **_: shown.append(figure))

    def plot(_: Any) -> go.Figure:
        return go.Figure(go.Scatter(x=[1, 2], y=[1, 2]), {"height": 300})

    show_plot(t, replace(exhibit, is_demonstration=is_made_up), Plot(plot), key="figure")
    expected = marked_figure(plot(None), t("kind.demonstration"), LIGHT) if is_made_up else plot(None)
    assert [figure.to_json() for figure in shown] == [expected.to_json()]
    assert expected.to_json() != plot(None).to_json() or not is_made_up


@pytest.mark.parametrize(
    ("tab", "pictures", "chosen"),
    [("chart", "map chart", "chart"), ("map", "map chart", "map"), ("table", "map chart", "map"),
     ("map", "chart", "chart"), ("", "map chart", "map"), ("map", "", "")],
)  # fmt: skip
def test_the_tab_of_the_view_is_drawn_or_else_the_first_there_is(
    exhibit: Exhibit, tab: str, pictures: str, chosen: str
) -> None:
    view = replace(exhibit.view, choices=(("tab", tab),) if tab else ())
    own = dict.fromkeys(pictures.split(), WIDE)
    assert chosen_picture(replace(exhibit, view=view, pictures=own)) == chosen
