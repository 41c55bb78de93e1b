"""One person more between two releases is an error of its own, as far as the two tables can tell."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.releasing.rehearsal.batches import batch_points
from data.releasing.rehearsal.model import CODES, ERROR
from data.releasing.release import Release
from data.services.case import Public
from data.services.private import Stored
from data.services.protection import COLUMNS, protect_counts
from data.services.republishing import republish
from tests.data.releasing.rehearsal.rehearsed import changed, found
from tests.data.services.record_files import records, true_counts

VULNERABLE = ["reintegration"]
PLACE = {"service": "all", "area": "AL-07", "gender": "all", "age": "all", "cycle": "1"}


@pytest.fixture(scope="module")
def counts(atlas: Release) -> pd.DataFrame:
    return atlas.services.counts


def keys(table: pd.DataFrame, before: pd.DataFrame) -> list[str]:
    points = list(batch_points(table, before, VULNERABLE))
    assert {point.code for point in points} <= {"few_changed"}
    return [point.key for point in points]


def test_an_unchanged_table_has_no_such_error_and_the_error_takes_no_note(counts: pd.DataFrame) -> None:
    assert keys(counts, counts) == []
    assert CODES["few_changed"][0] == ERROR


@pytest.mark.parametrize("step", [5, -5, 10])
@pytest.mark.parametrize("cell", [PLACE, {**PLACE, "area": "AL-4C"}, {**PLACE, "service": "outreach"}])
def test_a_figure_that_moves_alone_is_named(cell: dict[str, str], step: int, counts: pd.DataFrame) -> None:
    (value,) = changed(counts, cell).loc[lambda rows: (rows[list(cell)] == pd.Series(cell)).all(axis=1), "value"]
    after = changed(counts, cell, value=int(value) + step)
    assert keys(after, counts) == [f"service_counts {' '.join(cell[name] for name in PLACE)}"]


def test_a_figure_hidden_or_shown_alone_is_named_where_all_others_stand_still(counts: pd.DataFrame) -> None:
    after = changed(counts, PLACE, value=pd.NA, status="suppressed", reason="too_few_people")
    assert keys(after, counts) == keys(counts, after) == ["service_counts all AL-07 all all 1"]


def test_real_figures_beside_a_demonstration_are_another_matter(counts: pd.DataFrame) -> None:
    after = changed(counts, PLACE, value=500)
    assert keys(after.assign(kind="computed"), counts) == []


def test_the_rehearsal_says_it(atlas: Release, counts: pd.DataFrame) -> None:
    after = replace(atlas, services=replace(atlas.services, counts=changed(counts, PLACE, value=500)))
    assert found(atlas, after)["few_changed"] == ["service_counts all AL-07 all all 1"]


def test_what_an_import_publishes_is_no_error(tmp_path: Path) -> None:
    first = true_counts(tmp_path, records())
    table = protect_counts(first, Public()).table
    stored = Stored(first, {}, {})
    for many in (60, 200):
        more = records(many, seed=11, cycles=("2",), prefix="n")
        now = true_counts(tmp_path, pd.concat([records(), more], ignore_index=True))
        made = republish(now, Public(), table, stored).protection.table[list(COLUMNS)]
        assert made[made["cycle"].eq("2")]["value"].fillna(0).sum() > table[table["cycle"].eq("2")]["value"].sum()
        assert keys(made.assign(kind="computed"), table.assign(kind="computed")) == []
