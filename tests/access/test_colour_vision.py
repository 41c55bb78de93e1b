"""Classes, groups and answers stay apart for colour-blind eyes; classes also in a grey copy."""

from itertools import combinations, pairwise

import pytest

from components.charts.answers.bars import answer_colours
from components.charts.answers.scale import Scale
from components.charts.palette import DARK, LIGHT, Palette
from components.charts.plots.theme import group_styles
from tests.access.colour_science import VISIONS, distance, lightness, seen

BOTH = pytest.mark.parametrize("palette", (LIGHT, DARK), ids=("light", "dark"))
EVERY_VISION = pytest.mark.parametrize("vision", VISIONS)
COLOURED = pytest.mark.parametrize("vision", [vision for vision in VISIONS if vision != "grey copy"])
SCALE = Scale(("n2", "n1"), "0", ("p1", "p2"), left=60, right=60, apart=20)
AT_A_GLANCE = 10.0  # of L* as of the colour difference


def test_the_simulation_confuses_what_such_eyes_confuse() -> None:
    red, green = "#B4500F", "#5F7440"
    assert distance(red, green, "deuteranopia") < 0.6 * distance(red, green, "full")
    assert seen("#FFFFFF", "full") == pytest.approx((100, 0, 0), abs=0.05)
    for vision in VISIONS:
        assert lightness("#777777", vision) == pytest.approx(lightness("#777777", "full"), abs=0.5)


@BOTH
@EVERY_VISION
def test_neighbouring_classes_differ_in_lightness_and_darker_stays_darker(palette: Palette, vision: str) -> None:
    for ramp in (palette.ramp, palette.neutral_ramp):
        steps = [lightness(paler, vision) - lightness(darker, vision) for paler, darker in pairwise(ramp)]
        assert min(steps) >= AT_A_GLANCE, steps


@BOTH
@COLOURED
def test_groups_of_a_chart_are_told_apart(palette: Palette, vision: str) -> None:
    """In a grey copy their shapes do that."""
    styles = group_styles(6, palette)
    close = {
        (one.colour, other.colour): round(distance(one.colour, other.colour, vision), 1)
        for one, other in combinations(styles, 2)
    }
    assert {pair: apart for pair, apart in close.items() if apart < AT_A_GLANCE} == {}
    assert len({style.symbol for style in styles}) == len(styles)


@BOTH
@COLOURED
def test_the_two_sides_of_a_scale_are_told_apart(palette: Palette, vision: str) -> None:
    colours = answer_colours(SCALE, palette)
    for left, right in (("n1", "p1"), ("n2", "p2")):
        assert distance(colours[left], colours[right], vision) >= AT_A_GLANCE


@BOTH
@EVERY_VISION
def test_answers_of_one_side_differ_in_lightness(palette: Palette, vision: str) -> None:
    colours = answer_colours(SCALE, palette)
    for weak, strong in (("n1", "n2"), ("p1", "p2")):
        assert abs(lightness(colours[weak], vision) - lightness(colours[strong], vision)) >= AT_A_GLANCE


@BOTH
@EVERY_VISION
def test_a_loud_verdict_stands_out_from_a_quiet_one(palette: Palette, vision: str) -> None:
    """A difference that was found is printed in ink, one that was not in the muted colour."""
    assert distance(palette.ink, palette.muted, vision) >= AT_A_GLANCE
