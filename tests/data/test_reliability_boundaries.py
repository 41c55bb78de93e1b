"""The tests of a share on their boundaries: an interval of exactly 30 points, of exactly 130 % of the share, of 5."""

import pytest

from data.statistics.reliability import survey_share_state

WIDE = ("unreliable", "wide_interval")
RELATIVE = ("unreliable", "wide_relative_interval")
OK = ("ok", "")


def state(percent: float, low: float, upp: float) -> tuple[str, str]:
    """Of a share with base, effective base and degrees of freedom beyond doubt."""
    return survey_share_state(percent, 900, n_eff=600.0, df=90, kg_low=low, kg_upp=upp)


@pytest.mark.parametrize(("upp", "expected"), [(0.499, OK), (0.5, WIDE), (0.501, WIDE)])
def test_thirty_points_are_too_wide(upp: float, expected: tuple[str, str]) -> None:
    assert (0.5 - 0.2) * 100 == 30.0, "the boundary itself is tried"
    assert state(40.0, 0.2, upp) == expected


@pytest.mark.parametrize(("upp", "expected"), [(0.1799, OK), (0.18, OK), (0.1801, RELATIVE)])
def test_130_per_cent_of_the_share_are_not_yet_too_wide(upp: float, expected: tuple[str, str]) -> None:
    assert (0.18 - 0.05) * 100 / 10.0 * 100 == 130.0, "the boundary itself is tried"
    assert state(10.0, 0.05, upp) == expected


@pytest.mark.parametrize(("low", "expected"), [(0.8201, OK), (0.82, OK), (0.8199, RELATIVE)])
def test_of_a_large_share_the_complement_is_judged(low: float, expected: tuple[str, str]) -> None:
    assert state(90.0, low, 0.95) == expected


@pytest.mark.parametrize(("upp", "expected"), [(0.0624, OK), (0.0625, OK), (0.0626, RELATIVE)])
def test_five_points_are_narrow_whatever_the_share(upp: float, expected: tuple[str, str]) -> None:
    assert (0.0625 - 0.0125) * 100 == 5.0, "the boundary itself is tried"
    assert state(3.0, 0.0125, upp) == expected


def test_the_first_rule_that_speaks_gives_the_reason() -> None:
    few: dict[str, float] = {"n_eff": 29.0, "df": 7, "kg_low": 0.0, "kg_upp": 0.5}
    assert survey_share_state(0.0, 24, **few) == ("suppressed", "too_few_answers")
    assert survey_share_state(0.0, 49, **few) == ("unreliable", "small_base")
    assert survey_share_state(0.0, 50, **few) == ("unreliable", "extreme_share")
    assert survey_share_state(10.0, 50, **few) == ("unreliable", "small_effective_base")
    assert survey_share_state(10.0, 50, **few | {"n_eff": 30.0}) == WIDE
    assert survey_share_state(10.0, 50, **few | {"n_eff": 30.0, "kg_upp": 0.2}) == RELATIVE
    assert survey_share_state(10.0, 50, **few | {"n_eff": 30.0, "kg_upp": 0.1}) == ("unreliable", "few_psus")
