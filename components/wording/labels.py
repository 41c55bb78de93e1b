"""A selection's figures in words: the worded frame that map, chart, table, picture and file all read."""

from typing import Any

import pandas as pd

from data import Indicator
from data.model.observations import SHOWN
from data.statistics.reliability import HIDDEN_BELOW
from data.survey.protected.bands import ROUNDED, UNDER
from i18n import Text

DESCRIBED = (
    "name",
    "text",
    "interval_text",
    "low_text",
    "upp_text",
    "base_text",
    "status_text",
    "period_text",
    "spoken",
)
HIDDEN = ("suppressed", "not_asked", "not_applicable", "no_data")


def worded(frame: pd.DataFrame, indicator: Indicator, t: Text) -> pd.DataFrame:
    """The frame with the columns of `DESCRIBED` added; `spoken` is a sentence for a screen reader."""
    rows = [describe(row, indicator, t) for row in frame.itertuples()]
    described = pd.DataFrame(rows, index=frame.index, columns=list(DESCRIBED))
    return frame.assign(**{column: described[column] for column in DESCRIBED})


def describe(row: Any, indicator: Indicator, t: Text) -> dict[str, str]:
    """One figure in words, keyed by the columns it fills."""
    told = {
        "name": t.area(row.area),
        "text": figure_text(row, indicator, t),
        "interval_text": interval_text(row, indicator, t),
        "low_text": bound_text(row.value_low, indicator, t),
        "upp_text": bound_text(row.value_upp, indicator, t),
        "base_text": base_text(row, t),
        "status_text": status_text(row, t),
        "period_text": t.period(row.period),
    }
    told["spoken"] = ", ".join(
        told[part] for part in ("name", "text", "interval_text", "base_text", "period_text") if told[part]
    )
    if row.status != "ok" or row.kind != "published":
        told["spoken"] += f". {told['status_text']}"
    return told


def figure_text(row: Any, indicator: Indicator, t: Text) -> str:
    """The figure with its unit; in parentheses where unreliable; the state's word where there is none."""
    if row.status in HIDDEN or pd.isna(row.value):
        return t(f"state.{row.status}.mark.{row.reason}" if row.status == "suppressed" else f"state.{row.status}.mark")
    figure = t.figure(row.value, indicator.unit, indicator.decimals)
    return t("state.unreliable.figure", figure=figure) if row.status == "unreliable" else figure


def interval_text(row: Any, indicator: Indicator, t: Text) -> str:
    """The 95 % interval, of a share in whole per cent, which loses nothing a reader could use: `59–85 %`."""
    if pd.isna(row.value_low):
        return ""
    low, upp = (bound_text(bound, indicator, t) for bound in (row.value_low, row.value_upp))
    return t(f"unit.{indicator.unit}.figure", n=f"{low}–{upp}")


def bound_text(bound: float, indicator: Indicator, t: Text) -> str:
    """One bound of an interval without its unit; '' where there is none."""
    decimals = 0 if indicator.unit == "percent" else indicator.decimals
    return "" if pd.isna(bound) else t.number(bound, decimals)


def base_text(row: Any, t: Text) -> str:
    """The unweighted base: `n 66`; in a band as its note says: `n about 40`, `n under 25`."""
    notes = row.note.split()
    if UNDER in notes:
        return t("card.base_under", n=t.number(HIDDEN_BELOW))
    if pd.isna(row.n):
        return ""
    return t("card.base_about" if ROUNDED in notes else "card.base", n=t.number(row.n))


def status_text(row: Any, t: Text) -> str:
    """The state, with the word for a figure that no source prints, and the reason where there is one."""
    state = t(f"state.{row.status}.name")
    if row.kind != "published" and row.status in SHOWN:
        kind = t(f"kind.{row.kind}_short")
        state = kind if row.status == "ok" else t("kind.with_state", kind=kind, state=state)
    return t("state.with_reason", state=state, reason=t(f"reason.{row.reason}")) if row.reason else state


def first_words(text: str, count: int) -> str:
    """The text, cut after `count` words where it is longer."""
    words = text.split()
    return text if len(words) <= count else f"{' '.join(words[:count])}…"
