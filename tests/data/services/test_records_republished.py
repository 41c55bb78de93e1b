"""Counts that are published again: the new table is proven beside the one that stands."""

from pathlib import Path

import pandas as pd
import pytest

from data.services.case import Public
from data.services.private import read_stored
from data.services.protection import COLUMNS, proof_problems
from tests.data.services.record_files import records, rows
from tests.data.services.test_records_import import Desk, first_import


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return first_import(tmp_path_factory.mktemp("imported"))


@pytest.fixture
def desk(imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "desk", capsys, like=imported)


@pytest.fixture(scope="module")
def imported_twice(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Desk(tmp_path_factory.mktemp("twice") / "desk", like=imported)
    assert made.run(more(60)) == 0
    return made.folder


@pytest.fixture
def grown(imported_twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk after a second import, in which cycle 2 has sixty persons more."""
    return Desk(tmp_path / "grown", capsys, like=imported_twice)


def proven(desk: Desk) -> dict[str, str]:
    """How each cycle's earlier table was taken, once the published one has been found proven beside it."""
    stored = read_stored(desk.private)
    assert stored is not None
    public = Public(earlier=stored.earlier)
    assert proof_problems(desk.published()[list(COLUMNS)], stored.proofs, stored.true.vulnerable, public) == []
    return {cycle: each.relation for cycle, each in stored.earlier.items()}


def more(persons: int, seed: int = 11) -> pd.DataFrame:
    return pd.concat([records(), records(persons, seed=seed, cycles=("2",), prefix="n")], ignore_index=True)


def test_a_cycle_without_change_keeps_its_rows_and_one_that_grew_stands_beside_its_earlier_table(
    desk: Desk, grown: Desk
) -> None:
    before = desk.published()
    assert proven(grown) == {"2": "grown"}
    after = grown.published()
    pd.testing.assert_frame_equal(after[after["cycle"].eq("1")], before[before["cycle"].eq("1")])
    whole = after["cycle"].eq("2") & after["service"].eq("all") & after["area"].eq("AL-4C")
    assert after[whole & after["gender"].eq("all") & after["age"].eq("all")]["value"].tolist() == [510]


def test_a_small_correction_leaves_the_earlier_figures_facts(desk: Desk) -> None:
    extra = rows(("one-more", "field", "1", "F", "20", "2023-05-05"))
    assert desk.take(pd.concat([records(), extra], ignore_index=True))[0] == 0
    assert proven(desk)["2"] in ("same", "grown")


def test_records_taken_out_are_a_change(desk: Desk) -> None:
    frame = records()
    gone = frame["id"].str.startswith("p1") & frame["id"].str.endswith(("1", "2", "3"))
    assert desk.take(frame[~gone])[0] == 0
    assert proven(desk) == {"1": "changed"}


def test_a_third_import_stands_beside_the_second(grown: Desk) -> None:
    again = pd.concat([more(60), records(40, seed=12, cycles=("2",), prefix="o")], ignore_index=True)
    assert grown.take(again)[0] == 0
    assert proven(grown) == {"2": "grown"}
    before = grown.kept()
    assert grown.take(again)[0] == 0
    assert grown.kept() == before


def test_without_the_private_counts_changed_figures_are_refused(desk: Desk) -> None:
    for path in desk.private.iterdir():
        path.unlink()
    before = desk.kept()
    code, _, error = desk.take(more(60))
    assert code == 1
    assert "cycle 2 no longer hold, and the private counts behind them are missing" in error
    assert desk.kept() == before
    # The same counts still agree with what stands published.
    assert desk.take(records())[0] == 0


def test_a_published_cycle_is_not_left_out(desk: Desk) -> None:
    before = desk.kept()
    code, _, error = desk.take(records(cycles=("2",)), ("2019-12/2025-03", "2022-10/2025-03"))
    assert code == 1
    assert "period: expected a time that reaches into cycle 1 too, whose counts are published" in error
    assert desk.kept() == before


def test_a_damaged_store_is_told(desk: Desk) -> None:
    (desk.private / "persons-1.npz").write_bytes(b"no proof")
    before = desk.kept()
    code, _, error = desk.take(records())
    assert code == 1 and "a damaged store" in error
    assert desk.kept() == before
