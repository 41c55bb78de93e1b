"""Hidden counts of the indicators that a sum gives away: women and men make all, twelve counties make the country.

A sum is only as good as its parts' definitions; a figure found so is for a person to judge, so what the published
release gives away already is not told again.
"""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from data.model.dimensions import COUNTIES, COUNTRY, FOCUS, FOUR_COUNTIES
from data.model.frames import rows_of
from data.model.observations import KEY, SHOWN
from data.releasing.rehearsal.model import Point
from data.releasing.release import Release

# Column, and the codes of which the first is the sum of the rest.
SUMS: Final = (("gender", ("all", "f", "m")), ("area", (COUNTRY, *COUNTIES)), ("area", (FOUR_COUNTIES, *FOCUS)))


def complement_points(old: Release, new: Release) -> Iterator[Point]:
    """A point for each count of people hidden in `new` that a sum of figures shown in either release tells."""
    told = shown_counts(old)
    before = given_away(hidden_counts(old), told)
    for key in sorted(given_away(hidden_counts(new), told | shown_counts(new)) - before):
        yield Point("recoverable", " ".join(key))


def given_away(hidden: set[tuple[str, ...]], shown: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The hidden keys that stand alone in a sum whose other figures are all shown."""
    found = set()
    for key in hidden:
        for column, codes in SUMS:
            place = KEY.index(column)
            others = {(*key[:place], code, *key[place + 1 :]) for code in codes if code != key[place]}
            if key[place] in codes and others <= shown:
                found.add(key)
    return found


def hidden_counts(release: Release) -> set[tuple[str, ...]]:
    """The keys of hidden counts of people."""
    return _keys(release, ["suppressed"])


def shown_counts(release: Release) -> set[tuple[str, ...]]:
    """The keys of shown counts of people."""
    return _keys(release, list(SHOWN))


def _keys(release: Release, statuses: list[str]) -> set[tuple[str, ...]]:
    counts = [code for code, each in release.catalogue.items() if each.sensitive_count and each.is_count]
    rows: pd.DataFrame = release.observations
    chosen = rows[rows["indicator"].isin(counts) & rows["status"].isin(statuses)]
    return {tuple(str(row[name]) for name in KEY) for row in rows_of(chosen[list(KEY)])}
