"""Every colour on or beside another: 4.5 to 1 for words, 3 to 1 for marks that mean something, on light and dark."""

import re
import tomllib
from pathlib import Path

import pytest

from components.charts.answers.bars import answer_colours
from components.charts.answers.scale import Scale
from components.charts.demonstration import WORD_STRENGTH
from components.charts.maps.county import BESIDE_FOCUS
from components.charts.maps.patterns import STRENGTH
from components.charts.palette import DARK, LIGHT, Colour, Palette, contrast, readable_on
from components.charts.plots.theme import group_styles
from components.charts.services.signs import NOT_KNOWN, NOT_PRESENT, NOT_TOLD, PRESENT, ground_of, ink_of
from tests.access.colour_science import mixed

ROOT = Path(__file__).parents[2]
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
STYLE = (ROOT / "components/widgets/style.css").read_text(encoding="utf-8")
SHEETS = sorted((ROOT / "components").rglob("*.css"))
BOTH = pytest.mark.parametrize("palette", (LIGHT, DARK), ids=("light", "dark"))
GROUNDS = pytest.mark.parametrize("ground", ("light", "dark"))
WORDS, MARKS = 4.5, 3.0


def grounds_of(ground: str) -> list[Colour]:
    """What words and fields of the page stand on: page, fields, sidebar, fields in the sidebar."""
    theme = THEME[ground]
    return [
        theme["backgroundColor"],
        theme["secondaryBackgroundColor"],
        theme["sidebar"]["backgroundColor"],
        theme["sidebar"]["secondaryBackgroundColor"],
    ]


def of_style(name: str, ground: str) -> Colour:
    """A colour that the style sheet names, on light or dark ground."""
    found = re.search(rf"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", STYLE)
    assert found, name
    return found[1 if ground == "light" else 2]


@GROUNDS
def test_words_of_the_page_are_readable(ground: str) -> None:
    for name in ("textColor", "primaryColor", "linkColor"):
        for behind in grounds_of(ground):
            assert contrast(THEME[ground][name], behind) >= WORDS, (name, behind)


@GROUNDS
def test_the_palest_words_of_our_style_are_readable(ground: str) -> None:
    faded = [
        float(value)
        for sheet in SHEETS
        for rule, value in re.findall(r"([^{}]*)\{[^{}]*?opacity: ([\d.]+)", sheet.read_text(encoding="utf-8"))
        if ":disabled" not in rule
    ]
    assert 0.5 < min(faded) < 1
    for behind in grounds_of(ground):
        assert contrast(mixed(THEME[ground]["textColor"], behind, min(faded)), behind) >= WORDS


@GROUNDS
def test_frames_of_fields_and_marks_of_the_style_stand_out(ground: str) -> None:
    for behind in grounds_of(ground):
        assert contrast(of_style("edge", ground), behind) >= MARKS, behind
    for name in ("note", "mark"):
        assert contrast(of_style(name, ground), THEME[ground]["backgroundColor"]) >= MARKS, name
    assert of_style("ground", ground).upper() == THEME[ground]["backgroundColor"]


def test_pages_and_charts_share_their_colours() -> None:
    assert [style.colour for style in group_styles(6, LIGHT)] == THEME["chartCategoricalColors"]
    assert THEME["light"]["primaryColor"] == LIGHT.accent


@BOTH
def test_groups_and_their_names_are_readable(palette: Palette) -> None:
    for style in group_styles(6, palette):
        assert contrast(style.colour, palette.paper) >= WORDS, style


@BOTH
@pytest.mark.parametrize("neutral", ("0", None))
@pytest.mark.parametrize("on_a_side", (1, 2, 3))
def test_bars_of_a_scale_stand_out_and_their_figures_are_readable(
    palette: Palette, on_a_side: int, neutral: str | None
) -> None:
    left, right = (tuple(f"{side}{number}" for number in range(on_a_side)) for side in "np")
    for colour in answer_colours(Scale(left, neutral, right, left=60, right=60, apart=20), palette).values():
        assert contrast(colour, palette.paper) >= MARKS, colour
        assert contrast(readable_on(colour), colour) >= WORDS, colour


@BOTH
def test_a_county_s_edge_is_seen_whatever_its_class(palette: Palette) -> None:
    """Either the outline stands out from the county, or the county itself from the land around it."""
    for colour in (*palette.ramp, *palette.neutral_ramp, palette.hidden):
        assert max(contrast(palette.outline, colour), contrast(colour, palette.land)) >= MARKS, colour


@BOTH
def test_focus_and_choice_are_seen_on_every_class(palette: Palette) -> None:
    """Both are drawn in two tones."""
    for colour in (*palette.ramp, *palette.neutral_ramp, palette.hidden):
        assert max(contrast(palette.focus, colour), contrast(BESIDE_FOCUS, colour)) >= MARKS, colour
        assert max(contrast(readable_on(palette.paper), colour), contrast(palette.paper, colour)) >= MARKS, colour


@BOTH
def test_hatching_is_seen_and_does_not_drown_the_figure(palette: Palette) -> None:
    """The figure itself has a halo in the county's colour."""
    for colour in (*palette.ramp, *palette.neutral_ramp):
        assert contrast(mixed(readable_on(colour), colour, STRENGTH), colour) >= MARKS, colour
    assert contrast(mixed(palette.muted, palette.hidden, STRENGTH), palette.hidden) >= MARKS


@BOTH
def test_signs_of_the_matrix_are_readable(palette: Palette) -> None:
    for state in (PRESENT, NOT_PRESENT, NOT_KNOWN, NOT_TOLD):
        assert contrast(ink_of(state, palette), ground_of(state, palette)) >= WORDS, state


@BOTH
def test_symbols_on_the_map_are_readable(palette: Palette) -> None:
    """Diamond, number in it and name have an edge of paper."""
    assert contrast(palette.reference, palette.paper) >= WORDS


@BOTH
def test_figures_are_read_through_the_mark_of_demonstration(palette: Palette) -> None:
    behind = mixed(palette.reference, palette.paper, WORD_STRENGTH)
    assert contrast(mixed(palette.reference, palette.ink, WORD_STRENGTH), behind) >= WORDS
