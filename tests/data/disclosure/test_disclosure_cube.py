"""The cube itself: counting, the published cells, same input same bytes, stored proofs, refusals."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from disclosure_cubes import REACHED, SMALL, people

from data.disclosure.checker import check
from data.disclosure.cube import CubeSpec, at_most, cells, count_cube, lattice, published, sum_matrix
from data.disclosure.errors import DisclosureError
from data.disclosure.proof import read_proof, write_proof
from data.disclosure.protect import Protected, protect
from data.disclosure.rules import behind, rounded, thresholds

COUNTS = people(SMALL, 150, 3)


def fingerprint(result: Protected) -> str:
    text = result.table.to_csv(index=False).encode()
    return hashlib.sha256(text + result.proof.witnesses.tobytes() + result.proof.protected.tobytes()).hexdigest()


@pytest.fixture(scope="module")
def protected() -> Protected:
    """The counts protected, once for all tests that only read."""
    return protect(SMALL, COUNTS)


def records(counts: np.ndarray) -> pd.DataFrame:
    finest = pd.MultiIndex.from_product(SMALL.dimensions.values(), names=list(SMALL.dimensions)).to_frame(index=False)
    return finest.loc[np.repeat(finest.index, counts.ravel())].reset_index(drop=True)


def test_the_order_of_the_records_means_nothing_and_nothing_is_changed(protected: Protected) -> None:
    rows = records(COUNTS)
    shuffled = rows.sample(frac=1, random_state=1)
    before = shuffled.copy()
    counted = count_cube(SMALL, shuffled)
    assert np.array_equal(counted, COUNTS) and np.array_equal(count_cube(SMALL, rows), COUNTS)
    pd.testing.assert_frame_equal(shuffled, before)
    ready = rows.groupby(list(SMALL.dimensions)).size().reset_index(name="count")
    assert np.array_equal(count_cube(SMALL, ready), COUNTS)
    assert fingerprint(protect(SMALL, counted)) == fingerprint(protected)
    assert np.array_equal(counted, COUNTS)


@pytest.mark.parametrize("row", [{"area": "z"}, {"age": None}, {"count": 1.5}, {"count": -1}, {"count": np.nan}])
def test_a_row_outside_the_cube_or_a_count_that_is_none_stops(row: dict[str, object]) -> None:
    good = {"area": "a", "gender": "f", "age": "25+", "cycle": "1", "count": 1}
    with pytest.raises(DisclosureError):
        count_cube(SMALL, pd.DataFrame([good, good | row]))


def test_the_published_cells_are_at_most_two_breakdowns_along_the_cycles() -> None:
    listed = cells(REACHED, published(REACHED))
    told_apart = listed.drop(columns="cycle").ne("all").sum(axis=1)
    assert len(listed) == 228 and told_apart.max() == 2 and not listed.duplicated().any()
    assert set(listed["cycle"]) == {"1", "2", "all"}


def test_the_lattice_and_the_matrix_of_sums_agree() -> None:
    spec = CubeSpec(SMALL.dimensions, SMALL.breakdowns, apart=frozenset({"gender"}))
    assert lattice(spec, COUNTS).shape == (5, 2, 4, 3)
    assert np.array_equal(sum_matrix(spec) @ COUNTS.ravel(), lattice(spec, COUNTS).ravel())
    assert np.array_equal(lattice(spec, np.array([COUNTS, 2 * COUNTS]))[1], 2 * lattice(spec, COUNTS))


def test_rounding_and_what_lies_behind_a_shown_value() -> None:
    assert rounded(np.arange(5, 14)).tolist() == [5, 5, 5, 10, 10, 10, 10, 10, 15]
    low, high = behind(np.array([5, 10, 10]), np.array([5, 5, 10]))
    assert low.tolist() == [5, 8, 10] and high.tolist() == [7, 12, 12]
    least = thresholds(SMALL, 5, {("age", "0-17"): 10})
    assert set(least[:, :, 0].ravel()) == {10} and set(least[:, :, 1:].ravel()) == {5}


@pytest.mark.parametrize(
    "wrong",
    [
        {"breakdowns": [frozenset({"type"})]},
        {"apart": frozenset({"type"})},
        {"unpublished": frozenset({("gender", "x")})},
        {"dimensions": {"area": ("a", "all")}},
        {"dimensions": {"area": ("a", "a")}},
        {"dimensions": {"area": ()}},
    ],
)
def test_a_cube_that_contradicts_itself_is_an_error(wrong: dict[str, object]) -> None:
    with pytest.raises(DisclosureError):
        CubeSpec(**({"dimensions": {"gender": ("f", "m")}, "breakdowns": []} | wrong))


@pytest.mark.parametrize("wrong", [COUNTS[:3], COUNTS - 1, COUNTS.astype(float)])
def test_counts_of_another_shape_below_none_or_not_whole_are_refused(wrong: np.ndarray) -> None:
    with pytest.raises(DisclosureError):
        protect(SMALL, wrong)


def test_where_the_time_runs_out_nothing_is_published() -> None:
    with pytest.raises(DisclosureError, match="in the time"):
        protect(REACHED, people(REACHED, 300, 2), seconds=0.2)


def test_nobody_and_everybody_are_protected_too() -> None:
    empty = protect(SMALL, np.zeros(SMALL.shape, dtype=np.int64))
    assert empty.table["status"].eq("suppressed").all() and empty.table["value"].isna().all()
    assert check(SMALL, empty.table, empty.proof) == []
    full = protect(SMALL, np.full(SMALL.shape, 40))
    assert full.table["status"].eq("ok").all() and len(full.proof.witnesses) == 1
    altered = full.table.assign(value=full.table["value"] + 5)
    assert check(SMALL, altered, full.proof)


def test_the_same_counts_give_the_same_bytes_in_another_process(protected: Protected) -> None:
    here = Path(__file__).parent
    script = "import test_disclosure_cube as own; print(own.fingerprint(own.protect(own.SMALL, own.COUNTS)))"
    paths = os.pathsep.join([str(here), str(here.parents[2])])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "2"}
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.split()[-1] == fingerprint(protected)


def test_a_stored_proof_is_read_back_the_same_bytes_each_time(tmp_path: Path, protected: Protected) -> None:
    for name in ("one", "two"):
        write_proof(tmp_path / name, protected.proof)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    again = read_proof(tmp_path / "one")
    assert np.array_equal(again.witnesses, protected.proof.witnesses)
    assert check(SMALL, protected.table, again, counts=COUNTS) == []
    (tmp_path / "one").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "three").write_bytes(b"")
    for name in ("one", "three", "missing"):
        with pytest.raises(DisclosureError, match="no stored proof"):
            read_proof(tmp_path / name)


def test_the_table_after_a_round_trip_through_a_file_is_still_proven(tmp_path: Path, protected: Protected) -> None:
    protected.table.to_parquet(tmp_path / "table.parquet")
    assert check(SMALL, pd.read_parquet(tmp_path / "table.parquet"), protected.proof, counts=COUNTS) == []


def test_a_dimension_of_its_own_is_never_summed() -> None:
    spec = CubeSpec(
        {"measure": ("x", "y"), "area": ("a", "b")}, at_most(1, ("area",), "measure"), frozenset({"measure"})
    )
    listed = cells(spec, published(spec))
    assert "all" not in set(listed["measure"]) and len(listed) == 6
