"""Counts that are published again: the new table is proven beside the one that stands."""

from pathlib import Path

import numpy as np
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
    # Of the sixty twelve have ten beside them behind every figure that moves; the others wait.
    assert whole_of(before, "2") == 450 and whole_of(after, "2") == 460


def whole_of(table: pd.DataFrame, cycle: str) -> int:
    """Different persons of a cycle, in the four counties, of all genders and ages."""
    whole = table["cycle"].eq(cycle) & table["service"].eq("all") & table["area"].eq("AL-4C")
    (value,) = table[whole & table["gender"].eq("all") & table["age"].eq("all")]["value"]
    return int(value)


def test_when_enough_have_come_all_are_counted_that_were_waiting(grown: Desk) -> None:
    code, said, _ = grown.take(pd.concat([more(60), records(450, seed=12, cycles=("2",), prefix="o")]))
    assert code == 0
    assert "wait for a later import" not in said
    assert whole_of(grown.published(), "2") == 960


# Changes that too few persons make, whatever they look like: who they are, how many, and from which file they come.
ONE = ("one-more", "field", "1", "F", "20", "2023-05-05")
FEW = {
    "one person more": [ONE],
    "one person more in the smallest county": [("one-more", "school", "4", "M", "30", "2023-05-05")],
    "one person in both cycles": [ONE, ("one-more", "field", "4", "F", "20", "2021-05-05")],
    "one child in each county": [(f"c{each}", "help", each, "M", "12", "2023-05-05") for each in "1234"],
    "nine of one kind": [(f"n{each}", "school", "3", "F", "22", "2024-01-01") for each in range(9)],
}


@pytest.mark.parametrize("few", FEW.values(), ids=list(FEW))
def test_too_few_persons_move_no_figure_and_wait(few: list[tuple[str, str, str, str, str, str]], desk: Desk) -> None:
    before = desk.published()
    code, said, _ = desk.take(pd.concat([records(), rows(*few)], ignore_index=True))
    assert code == 0 and "wait for a later import" in said
    pd.testing.assert_frame_equal(desk.published(), before)


@pytest.mark.parametrize("gone", [1, 4])
def test_too_few_persons_taken_out_move_no_figure(gone: int, desk: Desk) -> None:
    before, frame = desk.published(), records()
    assert desk.take(frame[~frame["id"].isin(frame["id"].unique()[:gone])])[0] == 0
    pd.testing.assert_frame_equal(desk.published(), before)


def test_a_person_who_is_found_to_be_of_another_county_moves_no_figure(desk: Desk) -> None:
    before, frame = desk.published(), records()
    one = frame["id"].eq(frame["id"].iloc[0])
    frame.loc[one, "county"] = "4" if frame["county"].iloc[0] != "4" else "1"
    assert desk.take(frame)[0] == 0
    pd.testing.assert_frame_equal(desk.published(), before)


def test_small_batches_one_after_the_other_are_held_against_the_published_table_not_against_each_other(
    desk: Desk,
) -> None:
    before, frame = desk.published(), records()
    for number in range(1, 10):
        frame = pd.concat([frame, rows((f"s{number}", "school", "3", "F", "22", "2024-01-01"))], ignore_index=True)
        if number in (4, 9):
            assert desk.take(frame)[0] == 0
            pd.testing.assert_frame_equal(desk.published(), before)
    tenth = rows(("s10", "school", "3", "F", "22", "2024-01-01"))
    assert desk.take(pd.concat([frame, tenth], ignore_index=True))[0] == 0
    after = desk.published()
    assert whole_of(after, "2") == whole_of(before, "2") + 10
    moved = after["value"].fillna(-1).ne(before["value"].fillna(-1))
    assert set(after[moved]["area"]) == {"AL-4C", "AL-09"}


def test_one_flag_of_a_victim_does_not_change_what_a_service_hides(desk: Desk) -> None:
    before = desk.published()
    frame = pd.concat([records(), rows(ONE)], ignore_index=True)
    flagged = frame.assign(victim=["0"] * (len(frame) - 1) + ["1"])
    assert desk.take(flagged, ('date = "date"', 'date = "date"\nvictim = "victim"'))[0] == 0
    pd.testing.assert_frame_equal(desk.published(), before)


def test_another_codebook_that_puts_one_person_elsewhere_moves_no_figure(desk: Desk) -> None:
    before, frame = desk.published(), records()
    frame.loc[frame["id"].eq(frame["id"].iloc[0]), "county"] = "9"
    assert desk.take(frame, ('4 = "AL-07"', '4 = "AL-07"\n9 = "AL-07"'))[0] == 0
    pd.testing.assert_frame_equal(desk.published(), before)


def test_a_figure_that_moved_by_few_is_refused_by_its_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last look, should the choice of a batch ever fail: here it takes everything over."""
    monkeypatch.setattr("data.services.republishing.next_counts", lambda cycle, *_: _[-1].of([cycle]).cells)
    monkeypatch.setattr("data.services.protection.settled", lambda cube, *_: (np.zeros(cube.lattice_shape), []))
    monkeypatch.setattr("data.services.case.steps", lambda *_: [])
    before = desk.kept()
    few = [(f"n{each}", "school", "3", "F", "22", "2024-01-01") for each in range(4)]
    code, _, error = desk.take(pd.concat([records(), rows(*few)], ignore_index=True))
    assert code == 1
    assert "would move though fewer persons than their threshold came or left" in error
    assert "cycle 2: AL-09 f all" in error and "import again when more records have come" in error
    assert desk.kept() == before


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
