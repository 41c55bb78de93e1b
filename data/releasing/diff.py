"""Two releases compared, figure by figure."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data.model.frames import rows_of
from data.model.observations import KEY
from data.releasing.release import Release, open_release
from data.services.presence.cells import cell_states

CHANGES = ("added", "gone", "moved", "state")
_WATCHED = ("value", "status")


def diff_releases(old: Path, new: Path) -> pd.DataFrame:
    """The figures that differ between two release folders, the survey's and the services' among them, one row each.

    A count of people reached is keyed as the indicator `service_counts` with its service as the answer and its cycle as
    the period; a service's state in a county as `service_presence`, where the value is the number of sourced facts.

    Columns: `change` (added, gone, moved: another value, state: another status), the key of an observation,
    `value_old`, `value_new`, `status_old`, `status_new`. Raises ReleaseError where a folder is no release.
    """
    before, after = (figures_of(open_release(folder), _WATCHED) for folder in (old, new))
    both = before.merge(after, on=list(KEY), how="outer", suffixes=("_old", "_new"), indicator="change")
    both["change"] = [_change(row) for row in rows_of(both)]
    differing = both[both["change"].ne("")]
    ordered = differing.sort_values([*KEY], ignore_index=True)
    return ordered[["change", *KEY, *(f"{name}_{side}" for name in _WATCHED for side in ("old", "new"))]]


def describe_changes(changes: pd.DataFrame) -> str:
    """The changes as text, one line a figure, under a heading a kind."""
    if changes.empty:
        return "no figure differs"
    lines = []
    for kind in CHANGES:
        rows = rows_of(changes[changes["change"].eq(kind)])
        if rows:
            lines.append(f"{kind} ({len(rows)})")
            lines += [f"  {' '.join(str(row[name]) for name in KEY)}: {_sides(row)}" for row in rows]
    return "\n".join(lines)


def figures_of(release: Release, watched: Sequence[str]) -> pd.DataFrame:
    """Every figure of a release, keyed as in `diff_releases`: the columns of KEY, then those `watched` (of an
    observation; empty where a service's figure has none of the name)."""
    counts, states = release.services.counts, cell_states(release.services.presence)
    services = [
        _as_figures(counts, "service_counts"),
        _as_figures(states.rename(columns={"facts": "value", "state": "status"}), "service_presence"),
    ]
    figures = [release.observations, release.survey.observations, *services]
    return pd.concat([each.reindex(columns=[*KEY, *watched]) for each in figures if len(each)], ignore_index=True)


def _as_figures(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Rows keyed by service, area, cycle and perhaps gender and age, in an observation's key."""
    named = rows.rename(columns={"service": "answer", "cycle": "period"})
    missing = {column: "all" for column in ("gender", "age", "population") if column not in rows}
    return named.assign(indicator=name, value=named["value"].astype("float64"), **missing)


def _change(row: dict[str, Any]) -> str:
    if row["change"] == "right_only":
        return "added"
    if row["change"] == "left_only":
        return "gone"
    if row["status_old"] != row["status_new"]:
        return "state"
    return "moved" if _text(row["value_old"]) != _text(row["value_new"]) else ""


def _sides(row: dict[str, Any]) -> str:
    sides = [f"{row[f'status_{side}']} {_text(row[f'value_{side}'])}".strip() for side in ("old", "new")]
    if row["change"] == "added":
        return sides[1]
    return sides[0] if row["change"] == "gone" else " -> ".join(sides)


def _text(value: Any) -> str:
    return "" if pd.isna(value) else f"{value:g}"
