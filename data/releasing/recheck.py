"""Figures taken away earlier, held against the figures of the open release."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd

from data.model.frames import rows_of
from data.model.observations import KEY

SAME, MOVED, STATE, GONE = "same", "moved", "state", "gone"
VERDICTS: Final = (SAME, MOVED, STATE, GONE)
NUMBERS: Final = ("value", "value_low", "value_upp", "n")
TOLERANCE: Final = 1e-9
WATCHED: Final = (*NUMBERS, "status")
CARRIED: Final = (*WATCHED, "note")  # what the note says of the base goes with it


def recheck(figures: Iterable[Mapping[str, Any]], rows: pd.DataFrame) -> pd.DataFrame:
    """Each figure with what it was then and what it is now, in the order given, every key once.

    `figures` are mappings with the columns of KEY, WATCHED and perhaps note, an empty number as None; `rows` are
    observations. Columns: KEY, each of CARRIED as `…_then` and `…_now` (numbers float64, an empty one NaN; status ''
    where gone, note '' where a file has none), `verdict`: same; state (another status); moved (value, interval or base
    differs by more than TOLERANCE);
    gone (no such row).
    """
    then = pd.DataFrame([dict(each) for each in figures], columns=[*KEY, *CARRIED]).drop_duplicates(list(KEY))
    then = then.fillna({"note": ""}).astype(dict.fromkeys(NUMBERS, "float64") | dict.fromkeys((*KEY, "status"), "str"))
    now = rows.reindex(columns=[*KEY, *CARRIED]).astype(dict.fromkeys(NUMBERS, "float64"))
    both = then.merge(now, on=list(KEY), how="left", suffixes=("_then", "_now"))
    both = both.fillna({"status_now": "", "note_now": ""})
    sides = [f"{name}_{side}" for name in CARRIED for side in ("then", "now")]
    return both.assign(verdict=[_verdict(row) for row in rows_of(both)])[[*KEY, *sides, "verdict"]]


def _verdict(row: Mapping[str, Any]) -> str:
    if not row["status_now"]:
        return GONE
    if row["status_then"] != row["status_now"]:
        return STATE
    return SAME if all(_alike(row[f"{name}_then"], row[f"{name}_now"]) for name in NUMBERS) else MOVED


def _alike(then: float, now: float) -> bool:
    if pd.isna(then) or pd.isna(now):
        return bool(pd.isna(then) and pd.isna(now))
    return abs(then - now) <= TOLERANCE
