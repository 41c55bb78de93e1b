"""Percentage changes worked out from two published figures."""

from pathlib import Path

import pandas as pd
import pytest

from data.facts.changes import fill_changes
from data.model.catalogue import Indicator
from data.model.dimensions import Filters
from data.model.observations import DTYPES, source_ids
from data.releasing.query import select
from data.releasing.release import open_release

RELEASE = Path(__file__).parents[3] / "data" / "release"
BLOCK: dict[str, object] = {
    "theme": "population",
    "unit": "persons",
    "decimals": 1,
    "higher_is": "neutral",
    "level": "county",
    "interval": "none",
    "sensitive_count": False,
    "outcomes": [],
    "notes": [],
    "breaks": [],
    "comparability": "comparable",
}
EMPTY = {"str": "", "float64": float("nan"), "Int64": pd.NA}
CATALOGUE = {
    "people": Indicator.from_block("people", BLOCK),
    "change": Indicator.from_block("change", {**BLOCK, "unit": "percent", "change_of": "people"}),
}


def rows(*told: tuple[str, str, str, float | None, str]) -> pd.DataFrame:
    """Observations of (indicator, area, period, value or None, source)."""
    blank = {column: EMPTY[kind] for column, kind in DTYPES.items()} | {"gender": "all", "age": "all"}
    told_or_not = {True: {"status": "no_data", "reason": "not_published"}, False: {"status": "ok"}}
    figures = [
        {
            **blank,
            **told_or_not[value is None],
            "indicator": indicator,
            "area": area,
            "period": period,
            "source": source,
        }
        | {"value": float("nan") if value is None else value}
        for indicator, area, period, value, source in told
    ]
    return pd.DataFrame(figures).astype(DTYPES)


FIRST, LAST = ("people", "AL-09", "2011", 200.0, "s001"), ("people", "AL-09", "2023-09-18", 150.0, "s002")
UNPUBLISHED = ("change", "AL-09", "2011/2023", None, "")


def test_an_unpublished_change_is_filled_and_marked() -> None:
    (filled,) = (
        fill_changes(rows(FIRST, LAST, UNPUBLISHED), CATALOGUE).query("indicator == 'change'").to_dict("records")
    )
    assert (filled["value"], filled["status"], filled["kind"]) == (-25.0, "ok", "computed")
    assert source_ids([filled["source"]]) == ["s001", "s002"]
    assert filled["note"] == "computed_change"


def test_a_published_change_stays() -> None:
    before = rows(FIRST, LAST, ("change", "AL-09", "2011/2023", -3.0, "s003"))
    pd.testing.assert_frame_equal(fill_changes(before, CATALOGUE), before)


@pytest.mark.parametrize("missing", [FIRST, LAST])
@pytest.mark.parametrize("elsewhere", [{1: "AL-07"}, {2: "2019"}])
def test_both_figures_of_the_same_area_and_year_are_needed(
    missing: tuple[str, str, str, float, str], elsewhere: dict[int, str]
) -> None:
    moved = tuple(elsewhere.get(place, part) for place, part in enumerate(missing))
    kept = LAST if missing is FIRST else FIRST
    filled = fill_changes(rows(kept, moved, UNPUBLISHED), CATALOGUE)  # type: ignore[arg-type]
    assert filled.query("indicator == 'change'")["status"].tolist() == ["no_data"]


def test_the_input_is_untouched() -> None:
    before = rows(FIRST, LAST, UNPUBLISHED)
    copy = before.copy(deep=True)
    fill_changes(before, CATALOGUE)
    pd.testing.assert_frame_equal(before, copy)


def test_the_release_has_the_change_of_diber_from_the_two_censuses() -> None:
    release = open_release(RELEASE)
    change = select(release.observations, indicator="population_change", filters=Filters(period="2011/2023"))
    diber = change.set_index("area").loc["AL-09"]
    assert diber["value"] == round((107178 / 137047 - 1) * 100, 1) == -21.8
    assert diber["kind"] == "computed"
    assert set(diber["source"].split()) <= set(release.sources)
