"""What figures stand on and where: the population and need behind people reached, and areas lost or exchanged."""

from collections.abc import Iterator
from itertools import permutations
from typing import Any, Final

import pandas as pd

from data.model.frames import rows_of
from data.model.observations import KEY
from data.releasing.rehearsal.figures import TOLERANCE
from data.releasing.rehearsal.model import Point
from data.releasing.release import Release

COVERAGE_KEY: Final = ["service", "area", "cycle"]
OF_COVERAGE: Final = (
    *("population", "base", "young_share", "young_n", "young_period", "young"),
    *("need_year", "need", "need_low", "need_upp"),
)
FEWEST_ALIKE: Final = 3  # figures that two areas must have exchanged; fewer may be chance


def coverage_points(old: Release, new: Release) -> Iterator[Point]:
    """A point for each service, area and cycle held against another population or need."""
    before, after = (each.services.coverage[[*COVERAGE_KEY, *OF_COVERAGE]] for each in (old, new))
    for row in rows_of(before.merge(after, on=COVERAGE_KEY, suffixes=("_old", "_new"))):
        for name in OF_COVERAGE:
            sides = [row[f"{name}_old"], row[f"{name}_new"]]
            if not _same(*sides):
                key = " ".join(["coverage", *(str(row[column]) for column in COVERAGE_KEY), name])
                yield Point("coverage_base", key, " -> ".join("none" if pd.isna(side) else str(side) for side in sides))


def area_points(pairs: pd.DataFrame) -> Iterator[Point]:
    """A point for each area without figures that had some, and for each two areas whose figures are exchanged."""
    shown = {side: pairs[pairs[f"value_{side}"].notna()] for side in ("old", "new")}
    for area in sorted(set(shown["old"]["area"]) - set(shown["new"]["area"])):
        yield Point("area_gone", area, f"{int(shown['old']['area'].eq(area).sum())} figures")
    for indicator, rows in shown["old"][shown["old"]["value_new"].notna()].groupby("indicator"):
        moved = rows[rows["change"].isin(["moved", "within", "base"])]
        for area, other in permutations(sorted(moved["area"].unique()), 2):
            count = _taken_over(rows, area, other)
            if count >= FEWEST_ALIKE:
                said = f"{count} figures that were those of {area}"
                yield Point("area_swapped", f"{indicator} {other} {area}", said)


def _taken_over(rows: pd.DataFrame, area: str, other: str) -> int:
    """How many figures of `other` are now exactly those that `area` had; 0 where any is not, or was so before."""
    rest = [name for name in KEY if name != "area"]
    sides = rows[rows["area"].eq(area)].merge(rows[rows["area"].eq(other)], on=rest, suffixes=("", "_other"))
    taken = (sides["value_old"] - sides["value_new_other"]).abs().le(TOLERANCE)
    before = (sides["value_old"] - sides["value_old_other"]).abs().le(TOLERANCE)
    return len(sides) if len(sides) and taken.all() and not before.any() else 0


def _same(old: Any, new: Any) -> bool:
    return bool(pd.isna(old) and pd.isna(new)) or bool(not pd.isna(old) and not pd.isna(new) and old == new)
