"""The facts a sentence is made of: what one selection says about the four counties, in codes and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.model.dimensions import COUNTRY, FOCUS
from data.model.frames import rows_of
from data.model.observations import SHOWN
from data.statistics.alpha import ALPHA

Ordered = tuple[str, str]  # (the lower area, the higher area)


@dataclass(frozen=True)
class ComparedPair:
    """Two areas compared, lower first: `difference` >= 0 in points, with its 95 % interval."""

    area: str
    area_to: str
    difference: float
    value_low: float
    value_upp: float
    verdict: str
    q_cautious: float = 0.0

    @property
    def leaves_out_zero(self) -> bool:
        """Whether the interval leaves out 0 though the verdict, corrected for all of the page, finds no difference."""
        return self.verdict == "not_distinguishable" and self.value_low > 0

    @property
    def is_fragile(self) -> bool:
        """Whether the difference was found only because the assumed design effect is no larger."""
        return self.verdict == "higher" and self.q_cautious >= ALPHA


@dataclass(frozen=True)
class Finding:
    """Facts of one selection; which of them are filled follows from `kind`.

    groups: every tested pair across `low` and `high` differs and none inside them; some_pairs: some pairs
    differ (`pairs`), without such groups; not_distinguishable: tests, but no difference; spread: no test, two
    or more figures (`lowest`, `highest`); single: one county's figure; country_only: only that of the whole
    (the country, or the area a survey covers); nothing: none of these. `country` is the whole's figure; `corrected` the
    pairs that are not told apart though their interval leaves out 0, `fragile` those that are, but only at the assumed
    design effect.
    """

    kind: str
    higher_is: str
    low: tuple[str, ...]
    high: tuple[str, ...]
    pairs: tuple[Ordered, ...]
    tested: tuple[str, ...]
    untested: tuple[str, ...]
    lowest: str
    highest: str
    largest: ComparedPair | None
    missing: tuple[tuple[str, str], ...]
    unreliable: tuple[str, ...]
    country: float | None
    country_status: str
    corrected: tuple[Ordered, ...] = ()
    fragile: tuple[Ordered, ...] = ()


def finding(selection: pd.DataFrame, differences: pd.DataFrame, *, higher_is: str, whole: str = COUNTRY) -> Finding:
    """What a selection (one row an area) and the differences table say about the focus counties and the `whole`."""
    rows = {row["area"]: row for row in rows_of(selection)}
    status = {area: rows[area]["status"] if area in rows else "no_data" for area in (*FOCUS, whole)}
    values = {area: float(rows[area]["value"]) for area in FOCUS if status[area] in SHOWN}
    tests = _tests(selection, differences)
    tested = tuple(area for area in FOCUS if any(area in (test.area, test.area_to) for test in tests))
    pairs = tuple((test.area, test.area_to) for test in tests if test.verdict == "higher")
    low, high = _groups(values, tested, pairs)
    country = float(rows[whole]["value"]) if status[whole] in SHOWN else None
    return Finding(
        kind=_kind(len(values), bool(tests), bool(pairs), bool(low), country is not None),
        higher_is=higher_is,
        low=low,
        high=high,
        pairs=pairs,
        tested=tested,
        untested=tuple(area for area in values if area not in tested),
        lowest=min(values, key=values.__getitem__, default=""),
        highest=max(values, key=values.__getitem__, default=""),
        largest=max(tests, key=lambda test: test.difference, default=None),
        missing=tuple((area, status[area]) for area in FOCUS if area not in values),
        unreliable=tuple(area for area in FOCUS if status[area] == "unreliable"),
        country=country,
        country_status=status[whole],
        corrected=tuple((test.area, test.area_to) for test in tests if test.leaves_out_zero),
        fragile=tuple((test.area, test.area_to) for test in tests if test.is_fragile),
    )


def _tests(selection: pd.DataFrame, differences: pd.DataFrame) -> list[ComparedPair]:
    """The selection's own comparisons between counties, each turned so that the lower area comes first."""
    if selection.empty:
        return []
    columns = ["indicator", "answer", "gender", "age", "population", "period"]
    own = differences[differences["dimension"] == "area"]
    for column in columns:
        own = own[own[column] == selection[column].iloc[0]]
    return [_rising(row) for row in rows_of(own)]


def _rising(row: dict[str, Any]) -> ComparedPair:
    area, area_to = row["area"], row["area_to"]
    difference, low, upp = (float(row[column]) for column in ("difference", "value_low", "value_upp"))
    verdict = "higher" if row["verdict"] in ("higher", "lower") else row["verdict"]
    cautious = float(row.get("q_cautious", 0.0))
    if difference < 0:
        return ComparedPair(area_to, area, -difference, -upp, -low, verdict, cautious)
    return ComparedPair(area, area_to, difference, low, upp, verdict, cautious)


def _groups(
    values: dict[str, float], tested: Sequence[str], pairs: Sequence[Ordered]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tested areas as two groups, if exactly the pairs across them are distinguishable; else nothing."""
    rising = sorted(tested, key=values.__getitem__)
    for cut in range(1, len(rising)):
        low, high = rising[:cut], rising[cut:]
        if set(pairs) == {(lower, higher) for lower in low for higher in high}:
            return tuple(low), tuple(high)
    return (), ()


def _kind(counties: int, tests: bool, pairs: bool, groups: bool, country: bool) -> str:
    if tests:
        return ("groups" if groups else "some_pairs") if pairs else "not_distinguishable"
    if counties:
        return "spread" if counties > 1 else "single"
    return "country_only" if country else "nothing"
