"""Worded frames over several periods, for tests of the charts of series."""

from collections.abc import Sequence

import pandas as pd


def periods(
    values: Sequence[tuple[str, float]], *, area: str = "AL", gender: str = "all", hidden: str = "<5"
) -> pd.DataFrame:
    """A row a period: the figure as whole number, or `hidden` as text where it is not shown; no intervals."""
    return pd.DataFrame(
        [
            {
                "area": area,
                "name": "Shqipëria" if area == "AL" else area,
                "gender": gender,
                "age": "all",
                "period": period,
                "period_text": period.replace("/20", "–"),
                "value": value,
                "value_low": float("nan"),
                "value_upp": float("nan"),
                "status": "suppressed" if pd.isna(value) else "ok",
                "text": hidden if pd.isna(value) else f"{value:.0f}",
                "spoken": f"{period}: {value}.",
            }
            for period, value in values
        ]
    )
