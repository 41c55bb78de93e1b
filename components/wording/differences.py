"""A tested difference in words: points, interval, verdict, and what could not have been seen."""

from typing import Any

import pandas as pd

from data import Indicator
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
    detectable = getattr(row, "detectable", float("nan"))
    if pd.isna(detectable):
        return said
    return said + t("difference.detectable", points=t.points(detectable, indicator.unit, decimals, signed=False))


def difference_decimals(indicator: Indicator) -> int:
    """Decimals of a difference: whole points between shares, the figure's own decimals otherwise."""
    return 0 if indicator.unit == "percent" else indicator.decimals
