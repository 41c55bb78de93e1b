"""Told frames: the survey's figures in words, row by row, and what a picture of them must not accept."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.plots.rows import Span, check_span
from components.charts.plots.theme import records

Row = dict[str, Any]
PERCENT: Span = (0.0, 100.0)


def told_rows(frame: pd.DataFrame, keys: Sequence[str], span: Span | None = None) -> pd.DataFrame:
    """The frame, checked. ValueError: no rows, two rows of the same keys, a figure outside `span`."""
    if frame.empty:
        raise ValueError("no rows to draw; say so in a sentence instead of an empty figure")
    if frame.duplicated(list(keys)).any():
        raise ValueError(f"two rows have the same {', '.join(keys)}; choose one figure for each")
    if span:
        check_span(frame, span)
    return frame


def names_of(frame: pd.DataFrame, key: str) -> dict[str, str]:
    """Code to name (`key` and `key_name`) in the order in which the codes first appear."""
    return dict(zip(frame[key], frame[f"{key}_name"], strict=True))


def shared_base(frame: pd.DataFrame) -> str:
    """The base in words that all rows have in common (a row that was not asked has none); "" where they differ."""
    bases = set(frame["base_text"]) - {""}
    return str(bases.pop()) if len(bases) == 1 else ""


def shown(row: Row) -> bool:
    """Whether the row has a figure."""
    return bool(pd.notna(row["value"]))


def by_row(frame: pd.DataFrame) -> dict[str, Row]:
    """The frame's rows by their code `row`."""
    return {row["row"]: row for row in records(frame)}
