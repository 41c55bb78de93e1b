"""A tested difference in words: points, interval, verdict, and how far the verdict can be trusted."""

from typing import Any

import pandas as pd

from data import ALPHA, Indicator
from i18n import Text


def difference_text(row: Any, indicator: Indicator, t: Text) -> str:
    """One tested difference: points, interval, verdict."""
    if row.verdict == "not_comparable":
        return t("verdict.not_comparable")
    decimals = difference_decimals(indicator)
    said = t(
        "difference.text",
        difference=t.points(row.difference, indicator.unit, decimals),
        from_=t.number(row.value_low, decimals, signed=True),
        to=t.number(row.value_upp, decimals, signed=True),
        verdict=t(f"verdict.{row.dimension}.{row.verdict}"),
    )
    if leaves_out_zero(row):
        said += t("difference.corrected")
    if is_fragile(row):
        said += t("difference.fragile")
    missed = missed_text(row, indicator, t)
    return said + t("difference.missed", missed=missed) if missed else said


def missed_text(row: Any, indicator: Indicator, t: Text) -> str:
    """What would probably have been missed, beside a verdict of no difference; '' beside any other."""
    detectable = getattr(row, "detectable", float("nan"))
    if pd.isna(detectable):
        return ""
    points = t.points(detectable, indicator.unit, difference_decimals(indicator), signed=False)
    return t(f"verdict.{row.dimension}.missed", points=points)


def leaves_out_zero(row: Any) -> bool:
    """Whether the interval leaves out 0 though the verdict, corrected for the whole page, finds nothing."""
    return row.verdict == "not_distinguishable" and bool(row.value_low > 0 or row.value_upp < 0)


def is_fragile(row: Any) -> bool:
    """Whether the difference was found only because the assumed design effect is no larger."""
    return row.verdict in ("higher", "lower") and bool(getattr(row, "q_cautious", 0.0) >= ALPHA)


def difference_decimals(indicator: Indicator) -> int:
    """Decimals of a difference: whole points between shares, the figure's own decimals otherwise."""
    return 0 if indicator.unit == "percent" else indicator.decimals
