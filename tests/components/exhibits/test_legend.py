"""A legend explains the signs that its picture has, and no others."""

from typing import Any

import pandas as pd
import pytest

from components.charts.maps.county_map import county_map
from components.charts.palette import LIGHT
from components.charts.plots.dots import county_dots
from components.charts.plots.series import series_dots
from components.charts.rulers.ruler import ruler
from components.exhibits.legend import legend_of_drawings, legend_of_figure, states_present
from geo import shapes
from i18n import LANGUAGES, words
from tests.components.charts.worded_counties import FOCUS, SCALE, counties

SOUND = {"AL_07": {"status": "ok"}}
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def as_map(frame: pd.DataFrame) -> str:
    return county_map(
        frame, shapes=shapes(), scale=SCALE, higher_is="better", decimals=1, title="t", description="d",
        outside_text="o",
    )  # fmt: skip


def as_ruler(frame: pd.DataFrame) -> str:
    return ruler(
        frame, scale=SCALE, higher_is="better", decimals=1, tick_texts=list("abcde"), title="t", description="d"
    )


def as_dots(frame: pd.DataFrame, span: tuple[float, float] = (50, 100)) -> Any:
    own = frame[frame["area"].isin(FOCUS)]
    return county_dots(own, span=span, unit_title="%", separators=",.", palette=LIGHT)


def signs(legend: list[tuple[str, str]]) -> list[str]:
    return [sign for sign, _ in legend]


@BOTH
def test_a_map_has_hatching_and_a_ruler_hollow_dots_and_whiskers(language: str) -> None:
    t, frame = words(language), counties()
    assert signs(legend_of_drawings(t, [as_map(frame)])) == ["hatched"]
    assert signs(legend_of_drawings(t, [as_ruler(frame)])) == ["hollow", "interval"]
    assert signs(legend_of_drawings(t, [as_map(frame), as_ruler(frame)])) == ["hatched", "hollow", "interval"]


@BOTH
def test_what_is_not_drawn_is_not_explained(language: str) -> None:
    t, frame = words(language), counties(**SOUND)
    assert legend_of_drawings(t, [as_map(frame)]) == []
    bare = frame.assign(value_low=float("nan"), value_upp=float("nan"), interval_text="")
    assert legend_of_drawings(t, [as_map(bare), as_ruler(bare)]) == []
    assert legend_of_figure(t, as_dots(bare)) == []
    assert signs(legend_of_figure(t, as_dots(frame))) == ["interval"]


@pytest.mark.parametrize("status", ["suppressed", "not_asked", "not_applicable", "no_data"])
def test_a_pattern_of_the_map_is_explained(status: str) -> None:
    t = words("en")
    (told,) = legend_of_drawings(t, [as_map(counties(AL_09={"status": status}, **SOUND))])
    assert told == (status, t(f"state.{status}.legend"))


def test_an_arrow_is_explained_on_rulers_and_charts() -> None:
    t, frame = words("en"), counties(AL_09={"value_low": 40.0, "low_text": "40"}, **SOUND)
    assert signs(legend_of_drawings(t, [as_ruler(frame)])) == ["interval", "beyond"]
    assert signs(legend_of_figure(t, as_dots(frame))) == ["interval", "beyond"]


@BOTH
def test_a_chart_has_hollow_dots_and_never_hatching(language: str) -> None:
    t = words(language)
    legend = legend_of_figure(t, as_dots(counties()))
    assert legend == [("hollow", t("legend.hollow")), ("interval", t("legend.interval"))]


@BOTH
def test_a_state_that_a_chart_writes_is_explained_without_a_sign(language: str) -> None:
    t = words(language)
    hidden = counties(AL_09={"status": "suppressed", "text": t("state.suppressed.mark.too_few_answers")}, **SOUND)
    assert ("", t("state.suppressed.legend")) in legend_of_figure(t, as_dots(hidden))


def test_a_hidden_year_is_explained_and_only_where_there_is_one() -> None:
    t = words("en")
    rows = {"period": ["2018", "2019"], "period_text": ["2018", "2019"], "value_low": None, "value_upp": None}
    frame = pd.DataFrame(rows | {"value": [3.0, 4.0], "text": ["3", "4"], "status": "ok", "spoken": "s"})
    drawn = {"joined": True, "unit_title": "n", "separators": ".,", "palette": LIGHT}
    assert legend_of_figure(t, series_dots(frame, **drawn)) == []
    hidden = frame.assign(
        value=[3.0, None],
        text=["3", t("state.suppressed.mark.too_few_people")],
        status=["ok", "suppressed"],
    )
    assert legend_of_figure(t, series_dots(hidden, **drawn)) == [("", t("state.suppressed.legend"))]


def test_a_table_speaks_of_parentheses_only() -> None:
    for language in LANGUAGES:
        t = words(language)
        told = dict(states_present(t, counties()))
        assert told["unreliable"] == t("state.unreliable.legend")
        for sign in ("hatched", "hollow"):
            assert told["unreliable"] != t(f"legend.{sign}")


def test_hatching_and_whisker_are_two_words() -> None:
    t = words("sq")
    assert "vijëzim" in t("legend.hatched") and "vij" not in t("legend.interval")
