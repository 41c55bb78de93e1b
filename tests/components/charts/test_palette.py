"""Every text the map or a ruler prints is readable on its ground, on light and on dark."""

from itertools import pairwise

import pytest

from components.charts.classes import class_colours, class_index
from components.charts.palette import DARK, LIGHT, Palette, contrast, readable_on

BOTH = pytest.mark.parametrize("palette", (LIGHT, DARK), ids=("light", "dark"))
DIRECTIONS = pytest.mark.parametrize("higher_is", ("better", "worse", "neutral"))


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@BOTH
def test_text_colours_are_readable_on_the_paper(palette: Palette) -> None:
    for colour in (palette.ink, palette.muted, palette.accent, palette.reference):
        assert contrast(colour, palette.paper) >= 4.5, colour


@BOTH
def test_captions_are_readable_on_land_and_neighbours(palette: Palette) -> None:
    assert contrast(palette.muted, palette.land) >= 4.5
    assert contrast(palette.muted, palette.neighbour) >= 4.5


@BOTH
def test_labels_are_readable_on_every_class_and_on_hidden_ground(palette: Palette) -> None:
    for ground in (*palette.ramp, *palette.neutral_ramp, palette.hidden):
        assert contrast(readable_on(ground), ground) >= 4.5, ground


def test_land_outside_the_programme_is_lighter_than_the_palest_class_in_a_grey_copy() -> None:
    for ramp in (LIGHT.ramp, LIGHT.neutral_ramp):
        assert contrast(LIGHT.land, "#000000") / contrast(ramp[0], "#000000") > 1.1


@BOTH
def test_classes_differ_in_a_grey_copy(palette: Palette) -> None:
    for ramp in (palette.ramp, palette.neutral_ramp):
        brightness = [contrast(colour, "#000000") for colour in ramp]
        assert all(paler / darker > 1.35 for paler, darker in pairwise(brightness))


@BOTH
def test_lines_that_carry_meaning_stand_out(palette: Palette) -> None:
    """Guideline 1.4.11: three to one for a whisker, the country's line and the edge of a hidden county."""
    for colour in (palette.accent, palette.reference, palette.outline, palette.muted):
        assert contrast(colour, palette.paper) >= 3, colour
    assert contrast(palette.outline, palette.land) >= 3


@pytest.mark.parametrize(("value", "expected"), [(50, 0), (69.9, 0), (70, 1), (79.99, 1), (80, 2), (90, 3), (100, 3)])
def test_a_value_on_a_break_belongs_to_the_class_above(value: float, expected: int) -> None:
    assert class_index(value, [50, 70, 80, 90, 100], 2) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(69.96, 1, 1), (69.94, 1, 0), (69.5, 0, 1), (69.49, 0, 0), (79.95, 1, 2), (90.0, 0, 3), (99.99, 0, 3)],
)
def test_the_class_is_that_of_the_number_that_is_shown(value: float, decimals: int, expected: int) -> None:
    assert class_index(value, [50, 70, 80, 90, 100], decimals) == expected


def test_a_scale_finer_than_its_figures_keeps_every_class() -> None:
    assert class_index(0.96, [0.1, 0.2, 0.5, 0.8, 0.97], 1) == 3


@pytest.mark.parametrize("value", (49.9, 100.1, float("nan")))
def test_a_value_off_the_scale_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="outside the scale"):
        class_index(value, [50, 70, 80, 90, 100], 2)


def test_dark_is_worse_whichever_way_an_indicator_runs() -> None:
    assert class_colours(LIGHT, "worse")[-1] == class_colours(LIGHT, "better")[0] == "#12436D"


@DIRECTIONS
def test_a_neutral_indicator_does_not_borrow_the_risk_colours(higher_is: str) -> None:
    shares_risk_colours = set(class_colours(LIGHT, higher_is)) == set(LIGHT.ramp)
    assert shares_risk_colours == (higher_is != "neutral")
