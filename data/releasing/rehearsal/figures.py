"""Figures of two releases beside each other: gone, of another state, moved beyond their interval, on another base."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from data.model.frames import rows_of
from data.model.observations import KEY, SHOWN
from data.model.survey import DEMONSTRATION
from data.releasing.diff import figures_of
from data.releasing.rehearsal.model import Point
from data.releasing.release import Release

WATCHED: Final = ("value", "value_low", "value_upp", "n", "status", "kind")
TOLERANCE: Final = 1e-9


def paired(old: Release, new: Release) -> pd.DataFrame:
    """Every figure of either release, one row each.

    Columns: those of KEY, each of WATCHED as `…_old` and `…_new` (empty on the side that lacks the figure), and
    `change`: same, added, gone, made_up, replaced, state, hidden_late, moved, within (its interval), base.
    """
    before, after = (figures_of(each, WATCHED) for each in (old, new))
    numbers = dict.fromkeys(("value", "value_low", "value_upp", "n"), "float64")
    both = before.astype(numbers).merge(
        after.astype(numbers), on=list(KEY), how="outer", suffixes=("_old", "_new"), indicator="side"
    )
    return both.assign(change=_changes(both)).drop(columns="side")


def figure_points(pairs: pd.DataFrame) -> Iterator[Point]:
    """A point for each figure that has to be looked at, in the order of the key."""
    told = pairs[~pairs["change"].isin(["same", "added", "within"])]
    for row in rows_of(told.sort_values(list(KEY))):
        code, sides = row["change"], [_side(row, side) for side in ("old", "new")]
        yield Point(code, " ".join(str(row[name]) for name in KEY), sides[0] if code == "gone" else " -> ".join(sides))


def _changes(both: pd.DataFrame) -> pd.Series:
    """The most telling change of each pair; of several that fit the first counts."""
    old_kind, new_kind = both["kind_old"].eq(DEMONSTRATION), both["kind_new"].eq(DEMONSTRATION)
    old_shown, new_shown = both["status_old"].isin(SHOWN), both["status_new"].isin(SHOWN)
    apart = _differ(both["value_old"], both["value_new"])
    inside = both["value_new"].between(both["value_low_old"] - TOLERANCE, both["value_upp_old"] + TOLERANCE)
    found = pd.Series("same", index=both.index)
    tests = {
        "added": both["side"].eq("right_only"),
        "gone": both["side"].eq("left_only"),
        "made_up": new_kind & ~old_kind & old_shown,
        "replaced": old_kind & ~new_kind,
        "hidden_late": old_shown & both["status_new"].eq("suppressed"),
        "state": both["status_old"].ne(both["status_new"]),
        "moved": old_shown & new_shown & apart & ~inside,
        "within": apart & _alike(both["n_old"], both["n_new"]),
        "base": _differ(both["n_old"], both["n_new"]),
    }
    for change, fits in reversed(tests.items()):
        found[fits] = change
    return found


def _differ(old: pd.Series, new: pd.Series) -> pd.Series:
    return ~_alike(old, new)


def _alike(old: pd.Series, new: pd.Series) -> pd.Series:
    return (old - new).abs().le(TOLERANCE) | (old.isna() & new.isna())


def _side(row: dict[str, Any], side: str) -> str:
    value, low, upp, n = (row[f"{name}_{side}"] for name in ("value", "value_low", "value_upp", "n"))
    said = str(row[f"status_{side}"])
    if not pd.isna(value):
        said += f" {value:g}"
    if not pd.isna(low):
        said += f" ({low:g} to {upp:g})"
    return said if pd.isna(n) else f"{said} n={n:g}"
