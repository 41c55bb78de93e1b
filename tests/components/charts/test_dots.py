"""Dot plots show figure, interval, base and state of each area on a fixed scale, each in its own place."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts.palette import DARK, LIGHT, contrast
from components.charts.plots.dots import county_dots, paired_dots
from components.charts.plots.theme import group_styles
from tests.components.charts.worded_counties import FOCUS, NAMES, SCALE, WORDS, counties

SPAN = (50.0, 100.0)
PLAIN: dict[str, Any] = {
    "span": SPAN,
    "unit_title": "Përqindja që ndjek shkollën",
    "separators": ",.",
    "palette": LIGHT,
}


def four(**changes: Any) -> pd.DataFrame:
    frame = counties(**changes)
    return frame[frame["area"].isin(FOCUS)]


def both_genders(**boys: Any) -> pd.DataFrame:
    changed = {"AL_11": {"value": 91.4, "value_low": 86.5, "value_upp": 94.1, "text": "91,4 %"}, **boys}
    return pd.concat([four().assign(gender="f"), four(**changed).assign(gender="m")], ignore_index=True)


def marked(figure: go.Figure) -> list[go.Scatter]:
    return [trace for trace in figure.data if trace.hoverinfo == "text"]


def annotation(figure: go.Figure, words: str) -> Any:
    (found,) = [note for note in figure.layout.annotations if words in note.text]
    return found


def test_error_bars_are_the_interval_columns() -> None:
    frame = four()
    (trace,) = marked(county_dots(frame, order=FOCUS, **PLAIN))
    rows = frame.set_index("area").loc[list(FOCUS)]
    assert list(trace.customdata) == list(FOCUS)
    assert list(trace.x) == rows["value"].tolist()
    for x, plus, minus, (low, upp) in zip(
        trace.x,
        trace.error_x.array,
        trace.error_x.arrayminus,
        rows[["value_low", "value_upp"]].values,
        strict=True,
    ):
        assert (x - minus, x + plus) == pytest.approx((low, upp))


def test_an_area_without_interval_has_a_dot_and_no_bar() -> None:
    frame = four(AL_10={"value_low": float("nan"), "value_upp": float("nan")})
    with_bar, bare = marked(county_dots(frame, order=FOCUS, **PLAIN))
    assert list(with_bar.customdata) == ["AL-11", "AL-09", "AL-07"]
    assert list(bare.customdata) == ["AL-10"]
    assert bare.error_x.array is None


def test_the_scale_is_the_one_given_whatever_the_figures() -> None:
    figure = county_dots(four(), marks=SCALE, **PLAIN)
    assert figure.layout.xaxis.range == SPAN
    assert figure.layout.xaxis.fixedrange
    assert list(figure.layout.xaxis.tickvals) == SCALE


def test_decimals_of_the_ticks_are_kept() -> None:
    frame = four().assign(value=0.74, value_low=0.71, value_upp=0.79)
    figure = county_dots(frame, marks=[0.65, 0.7, 0.85], **{**PLAIN, "span": (0.65, 0.85)})
    assert figure.layout.xaxis.tickformat == ".2f"


def test_an_unreliable_figure_is_hollow_and_in_parentheses() -> None:
    figure = county_dots(four(), order=FOCUS, **PLAIN)
    (trace,) = marked(figure)
    assert list(trace.marker.color) == [LIGHT.accent] * 3 + [LIGHT.paper]
    assert trace.marker.line.color == LIGHT.accent
    assert "(74,6" in annotation(figure, "74,6").text


def test_every_figure_stands_in_its_own_column_right_of_the_plot() -> None:
    figure = county_dots(four(), order=FOCUS, **PLAIN)
    for height, (area, words) in enumerate(zip(FOCUS, ("92,4", "94,1", "73,7", "(74,6"), strict=True)):
        note = annotation(figure, words)
        assert (note.x, note.xref, note.xanchor, note.y) == (1, "paper", "left", height), area
        assert note.xshift > 0
    assert figure.layout.margin.r >= 70


def test_a_row_without_figure_says_its_state_at_the_left_and_has_no_dot() -> None:
    figure = county_dots(four(AL_07={"status": "suppressed"}), order=FOCUS, **PLAIN)
    note = annotation(figure, WORDS["suppressed"])
    assert note.text == f"<i>{WORDS['suppressed']}</i>"
    assert (note.x, note.xref, note.xanchor, note.y) == (0, "paper", "left", 3)
    assert note.font.color == LIGHT.muted
    assert all("AL-07" not in trace.customdata for trace in marked(figure))


def test_a_masked_count_is_not_read_as_markup() -> None:
    figure = county_dots(four(AL_07={"status": "suppressed", "text": "<5"}), **PLAIN)
    assert annotation(figure, "5</i>").text == "<i>&lt;5</i>"


def test_rows_run_down_in_the_order_asked_for_with_the_names_given() -> None:
    figure = county_dots(four(), order=["AL-07", "AL-11"], names={"AL-07": "Kukësi"}, **PLAIN)
    assert [label.split("<br>")[0] for label in figure.layout.yaxis.ticktext] == ["Kukësi", "Tiranë"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert "n 46" in figure.layout.yaxis.ticktext[0]


def test_the_country_is_a_dotted_line_labelled_above_the_plot() -> None:
    figure = county_dots(four(), reference=(88.5, "Shqipëria 88,5 %"), **PLAIN)
    (line,) = figure.layout.shapes
    assert (line.x0, line.x1, line.yref, line.line.dash) == (88.5, 88.5, "paper", "dot")
    note = annotation(figure, "Shqipëria")
    assert (note.x, note.y, note.yref, note.yanchor) == (88.5, 1, "paper", "bottom")
    assert note.xanchor == "right"


def test_hover_says_the_spoken_sentence_in_short_lines() -> None:
    spoken = "Tiranë: 92,4 %, vajza 15–17 vjeç që ndjekin shkollën, 2017–18, intervali 88,9 deri 94,9."
    (trace,) = marked(county_dots(four(AL_11={"spoken": spoken}), order=FOCUS, **PLAIN))
    assert trace.hovertext[0].replace("<br>", " ") == spoken
    assert max(len(line) for line in trace.hovertext[0].split("<br>")) <= 44


def test_counties_outside_the_programme_are_grey_dots_and_grey_intervals() -> None:
    frame = counties(AL_01={"status": "ok", "value": 80.0, "value_low": 75.0, "value_upp": 84.0})
    traces = marked(county_dots(frame, order=list(NAMES), **PLAIN))
    grey = [trace for trace in traces if "AL-01" in trace.customdata]
    assert [(set(trace.marker.color), trace.error_x.color) for trace in grey] == [({LIGHT.muted}, LIGHT.muted)]


def test_an_interval_that_runs_past_the_scale_ends_in_an_arrowhead() -> None:
    figure = county_dots(four(AL_07={"value_low": 44.0}), order=FOCUS, **PLAIN)
    (heads,) = [trace for trace in figure.data if trace.hoverinfo == "skip"]
    assert (heads.x, heads.y, heads.marker.symbol) == ((50.0,), (3,), ("triangle-left",))


@pytest.mark.parametrize(
    ("frame", "options", "problem"),
    [
        (four().head(0), {}, "no rows"),
        (four(), {"order": ["AL-11", "AL-01"]}, "no row for AL-01"),
        (pd.concat([four(), four()]), {}, "two rows"),
        (four(AL_11={"value": 101.0}), {}, "outside the scale"),
        (four(), {"reference": (10.0, "Shqipëria")}, "reference"),
    ],
)
def test_what_cannot_be_drawn_truly_is_refused(frame: pd.DataFrame, options: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        county_dots(frame, **{**PLAIN, **options})


def test_the_frame_is_left_as_it_was() -> None:
    frame, pair = four(), both_genders()
    copies = frame.copy(deep=True), pair.copy(deep=True)
    county_dots(frame, order=FOCUS, **PLAIN)
    paired_dots(pair, by="gender", first=("f", "Vajza"), second=("m", "Djem"), **PLAIN)
    pd.testing.assert_frame_equal(frame, copies[0])
    pd.testing.assert_frame_equal(pair, copies[1])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_ground_is_transparent_and_type_is_ours(palette: Any) -> None:
    layout = county_dots(four(), **{**PLAIN, "palette": palette}).layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    # Without its quotes the family's digit would make the whole list invalid, and a serif would appear.
    assert layout.font.family.startswith("'Source Sans 3',") and layout.font.family.endswith(",sans-serif")
    assert (layout.font.color, layout.separators, layout.showlegend) == (palette.ink, ",.", False)
    assert layout.yaxis.automargin
    assert contrast(layout.hoverlabel.bgcolor, layout.hoverlabel.font.color) >= 7


def test_two_genders_differ_in_colour_and_shape_and_are_joined_by_a_thin_rule() -> None:
    figure = paired_dots(both_genders(), by="gender", first=("f", "Vajza"), second=("m", "Djem"), **PLAIN)
    girls, boys = marked(figure)
    assert girls.marker.symbol != boys.marker.symbol
    assert girls.marker.line.color != boys.marker.line.color
    rules = [trace for trace in figure.data if trace.mode == "lines"]
    assert [rule.x for rule in rules] == [(girl, boy) for girl, boy in zip(girls.x, boys.x, strict=True)]
    assert all(rule.line.width <= 1 for rule in rules)


def test_two_periods_are_never_joined() -> None:
    frame = pd.concat([four().assign(period="2008/2009"), four().assign(period="2017/2018")])
    pair = {"first": ("2008/2009", "2008–09"), "second": ("2017/2018", "2017–18")}
    figure = paired_dots(frame, by="period", **pair, **PLAIN)  # type: ignore[arg-type]
    assert {trace.mode for trace in figure.data} == {"markers"}


def test_each_group_is_named_at_its_topmost_dot_on_its_own_side() -> None:
    figure = paired_dots(
        both_genders(AL_11={"status": "no_data"}), by="gender", first=("f", "Vajza"), second=("m", "Djem"),
        order=FOCUS, **PLAIN,
    )  # fmt: skip
    girls, boys = annotation(figure, "Vajza"), annotation(figure, "Djem")
    assert (girls.x, girls.yanchor, boys.yanchor) == (92.4, "bottom", "top")
    assert girls.y < 0.5 < boys.y < 1.5
    assert annotation(figure, WORDS["no_data"]).x == 0


def test_both_figures_of_a_row_stand_at_their_own_height_with_their_base() -> None:
    figure = paired_dots(both_genders(), by="gender", first=("f", "Vajza"), second=("m", "Djem"), order=FOCUS, **PLAIN)
    girl, boy = annotation(figure, "92,4"), annotation(figure, "91,4")
    assert girl.y < 0 < boy.y
    assert girl.font.color != boy.font.color
    assert "n 344" in girl.text


def test_group_colours_are_distinct_and_readable_on_their_paper() -> None:
    for palette in (LIGHT, DARK):
        styles = group_styles(6, palette)
        assert len({style.colour for style in styles}) == len({style.symbol for style in styles}) == 6
        assert min(contrast(style.colour, palette.paper) for style in styles) >= 4.5
    with pytest.raises(ValueError, match="7 groups"):
        group_styles(7, LIGHT)
