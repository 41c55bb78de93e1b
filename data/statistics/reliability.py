"""When a survey figure is shown, shown with a warning, or not shown.

The base rules are those of the DHS programme; the tests of the share are the NCHS standards for proportions
(Vital and Health Statistics, Series 2, no. 175), applied to a Korn-Graubard interval, to share and complement alike.
"""

import math
from typing import Final

from data.statistics.intervals import ASSUMED_DEFF, korn_graubard_interval

HIDDEN_BELOW: Final = 25
FLAGGED_BELOW: Final = 50
EFFECTIVE_BASE: Final = 30
NARROW: Final = 5.0
WIDE: Final = 30.0
RELATIVELY_WIDE: Final = 130.0
FEW_DEGREES: Final = 8


def base_state(n: int | None) -> tuple[str, str]:
    """(status, reason) by the unweighted base alone; ok where no base is known."""
    if n is None or n >= FLAGGED_BELOW:
        return "ok", ""
    if n < HIDDEN_BELOW:
        return "suppressed", "too_few_answers"
    return "unreliable", "small_base"


def share_state(percent: float, n: int, deff: float = ASSUMED_DEFF) -> tuple[str, str]:
    """(status, reason) of a survey percentage: the base, then a share of 0 or 100 %, then the NCHS tests."""
    status, reason = base_state(n)
    if status != "ok":
        return status, reason
    low, upp = korn_graubard_interval(percent / 100, n, deff)
    return survey_share_state(percent, n, n_eff=n / deff, df=math.inf, kg_low=low, kg_upp=upp)


def survey_share_state(
    percent: float, n: int, *, n_eff: float, df: float, kg_low: float, kg_upp: float
) -> tuple[str, str]:
    """(status, reason) of a percentage whose design is known; the first rule that speaks gives the reason.

    `n_eff` is the effective base, `df` the design's degrees of freedom, and the Korn-Graubard bounds are shares 0-1.
    NCHS asks for a review below 8 degrees of freedom, which is a warning here; so is an interval that does not exist.
    """
    status, reason = base_state(n)
    if status != "ok":
        return status, reason
    if percent in (0.0, 100.0):
        return "unreliable", "extreme_share"
    if n_eff < EFFECTIVE_BASE:
        return "unreliable", "small_effective_base"
    width = (kg_upp - kg_low) * 100
    if width >= WIDE:
        return "unreliable", "wide_interval"
    # Of share and complement the smaller one is judged, so that both get one word: 5 % no is as sure as 95 % yes.
    if width > NARROW and width / min(percent, 100 - percent) * 100 > RELATIVELY_WIDE:
        return "unreliable", "wide_relative_interval"
    # Written so that unknown degrees of freedom (NaN) warn as few do.
    return ("ok", "") if df >= FEW_DEGREES else ("unreliable", "few_psus")
