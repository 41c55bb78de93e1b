"""The attacker's programme against trying out every cube; then against tables that were protected, and spoilt."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.releasing.rehearsal.attack import is_possible, look, worked_out
from data.releasing.rehearsal.recovery import recovery_points
from data.releasing.release import Release
from data.services.case import Public
from data.services.private import Stored
from data.services.protection import protect_counts
from data.services.republishing import republish
from data.services.vintages import GROWN
from tests.data.releasing.rehearsal.rehearsed import changed
from tests.data.services.record_files import records, true_counts

MOST = 7  # of a cell; every cube of four cells up to it is tried out
SUMS = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1]], dtype=float)
CELLS = np.vstack([np.eye(4), SUMS])
CUBES = np.array(list(product(range(MOST + 1), repeat=4)))
VULNERABLE = ["reintegration"]
OLD_CELL = {"service": "reintegration", "area": "AL-09", "gender": "all", "age": "all", "cycle": "1"}
bounds = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 5)), min_size=5, max_size=5)


@settings(max_examples=40)
@given(counts=st.lists(st.integers(0, MOST), min_size=4, max_size=4), widths=bounds)
def test_what_is_worked_out_is_what_every_possible_cube_shows(counts: list[int], widths: list[tuple[int, int]]) -> None:
    true = SUMS @ np.array(counts)
    low = np.array([max(0, total - below) for total, (below, _) in zip(true, widths, strict=True)])
    high = np.array([total + above for total, (_, above) in zip(true, widths, strict=True)])
    rows, low, high = np.vstack([SUMS, np.eye(4)]), np.append(low, np.zeros(4)), np.append(high, np.full(4, MOST))
    fitting = CUBES[((low <= CUBES @ rows.T) & (high >= CUBES @ rows.T)).all(axis=1)]
    assert len(fitting)
    expected = [len({look(float(total), 5) for total in fitting @ cell}) == 1 for cell in CELLS]
    assert worked_out((rows, low, high), CELLS, [5] * len(CELLS)) == expected


def test_what_contradicts_itself_is_not_possible() -> None:
    rows = np.array([[1.0, 1.0], [1.0, 0.0]])
    assert is_possible((rows, np.array([3.0, 2.0]), np.array([3.0, 2.0])))
    assert not is_possible((rows, np.array([3.0, 4.0]), np.array([3.0, 4.0])))


@pytest.fixture(scope="module")
def counts(atlas: Release) -> pd.DataFrame:
    return atlas.services.counts


def points(table: pd.DataFrame, *earlier: pd.DataFrame) -> list[tuple[str, str]]:
    return [(point.code, point.key) for point in recovery_points(table, earlier, VULNERABLE, Public())]


def test_the_committed_counts_give_nobody_away(counts: pd.DataFrame) -> None:
    assert counts["status"].eq("suppressed").any()
    assert points(counts, counts) == []


def test_an_earlier_table_that_showed_a_hidden_count_gives_it_and_its_neighbour_away(counts: pd.DataFrame) -> None:
    before = changed(counts, OLD_CELL, value=10, status="ok", reason="")
    assert points(counts, before) == [
        ("recoverable", "service_counts reintegration AL-09 all all 1"),
        ("recoverable", "service_counts reintegration AL-07 all all 1"),
    ]
    assert points(counts, before.assign(kind="computed")) == []


def test_an_earlier_table_whose_counts_cannot_be_those_of_now_gives_nothing_away(counts: pd.DataFrame) -> None:
    whole = {"service": "all", "area": "AL-4C", "gender": "all", "age": "all", "cycle": "1"}
    assert points(counts, changed(changed(counts, OLD_CELL, value=10, status="ok", reason=""), whole, value=5000)) == []


def test_a_table_that_contradicts_itself_is_not_decided(counts: pd.DataFrame) -> None:
    wrong = changed(
        counts, {"service": "all", "area": "AL-4C", "gender": "all", "age": "all", "cycle": "2"}, value=5000
    )
    hidden = counts["status"].eq("suppressed") & counts["cycle"].eq("2")
    assert {code for code, _ in points(wrong)} == {"undecided"}
    assert len(points(wrong)) == hidden.sum()


@pytest.fixture(scope="module")
def vintages(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A table, and the one that followed it when a batch of persons had come, proven beside it."""
    folder, first = tmp_path_factory.mktemp("records"), records(120, cycles=("2",))
    further = records(160, seed=11, cycles=("2",), prefix="n")
    before = true_counts(folder, first)
    now = true_counts(folder, pd.concat([first, further], ignore_index=True))
    table = protect_counts(before, Public()).table
    made = republish(now, Public(), table, Stored(before, {}, {}))
    assert made.earlier["2"].relation == GROWN
    return table, made.protection.table


def test_a_table_that_was_proven_beside_an_earlier_one_gives_nobody_away(
    vintages: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    before, now = (table.assign(kind="computed") for table in vintages)
    assert before["status"].eq("suppressed").any() and now["status"].eq("suppressed").any()
    assert points(before) == []
    assert points(now, before) == []
