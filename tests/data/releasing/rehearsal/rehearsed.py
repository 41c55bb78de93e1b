"""Two releases rehearsed: what was found, by code."""

from dataclasses import replace
from typing import Any

import pandas as pd

from data.releasing.rehearsal.rehearsing import rehearse
from data.releasing.release import Release


def found(old: Release, new: Release, **given: Any) -> dict[str, list[str]]:
    """The keys of the points by code."""
    keys: dict[str, list[str]] = {}
    for point in rehearse(old, new, **given).points:
        keys.setdefault(point.code, []).append(point.key)
    return keys


def rows_changed(release: Release, where: dict[str, str], **columns: Any) -> Release:
    """The release with these columns changed in the observations that fit; at least one must."""
    return replace(release, observations=changed(release.observations, where, **columns))


def changed(table: pd.DataFrame, where: dict[str, str], **columns: Any) -> pd.DataFrame:
    """The table with these columns changed in the rows that fit; at least one must."""
    rows, fits = table.copy(), pd.Series(True, index=table.index)
    for name, code in where.items():
        fits &= rows[name].eq(code)
    assert fits.any(), where
    for name, value in columns.items():
        rows.loc[fits, name] = value
    return rows
