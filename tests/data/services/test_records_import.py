"""`python -m data import` of service records, as a steward types it."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from data.__main__ import main
from data.model.errors import SourceError
from data.services.assembly import service_tables
from data.services.case import Public
from data.services.private import read_stored
from data.services.protection import COLUMNS, proof_problems
from data.services.results import read_results
from tests.data.services.record_files import (
    COUNTS,
    RECORDS,
    codebook_file,
    ready_counts,
    records,
    rows,
    true_counts,
)

SOURCES = "id,title,publisher,year,address\ns001,Records,Office,2025,\ndemonstration_services,Invented,Office,2025,\n"
FACTS = """indicator,area,gender,age,period,value,n,confidence,source,note
victims,AL,all,all,2021,2000,,high,s001,
victims,AL,all,all,2022,3,,high,s001,
population,AL-11,all,all,2023-09-18,758513,,high,s001,
population,AL-10,all,all,2023-09-18,154479,,high,s001,
population,AL-09,all,all,2023-09-18,107178,,high,s001,
population,AL-07,all,all,2023-09-18,61998,,high,s001,
"""
KNOWN = """
[[known]]
service = "SERVICE"
area = "AL-07"
gender = "all"
age = "all"
cycle = "1"
relation = "RELATION"
fact = { indicator = "victims", area = "AL", gender = "all", age = "all", period = "YEAR" }
"""
DEMONSTRATION = Path(__file__).parents[3] / "data" / "sources" / "services" / "demonstration"


class Desk:
    """A steward's folder: files to import, the private store, the results."""

    def __init__(self, folder: Path, told: pytest.CaptureFixture[str] | None = None, like: Path | None = None) -> None:
        self.folder, self.told = folder, told
        self.private, self.sources = folder / "private", folder / "sources"
        self.results = self.sources / "services" / "results"
        if like:
            shutil.copytree(like, folder)
            return
        (self.sources / "facts").mkdir(parents=True)
        (self.sources / "sources.csv").write_text(SOURCES, encoding="utf-8")
        (self.sources / "facts" / "population.csv").write_text(FACTS, encoding="utf-8")

    def take(
        self, frame: pd.DataFrame, *changes: tuple[str, str], text: str = RECORDS, known: str = ""
    ) -> tuple[int, str, str]:
        """Exit code, output and errors of the import of these rows."""
        code = self.run(frame, *changes, text=text, known=known)
        assert self.told is not None
        return code, *self.told.readouterr()

    def run(self, frame: pd.DataFrame, *changes: tuple[str, str], text: str = RECORDS, known: str = "") -> int:
        """Exit code of the import of these rows."""
        codebook = codebook_file(self.folder, *changes, text=text + known)
        frame.to_csv(self.folder / "records.csv", index=False)
        places = ["--private", str(self.private), "--results", str(self.results), "--sources", str(self.sources)]
        return main(["import", str(self.folder / "records.csv"), "--codebook", str(codebook), *places])

    def kept(self) -> dict[str, bytes]:
        """Everything stored, byte for byte."""
        places = (self.private, self.results)
        return {str(path): path.read_bytes() for place in places for path in place.rglob("*") if path.is_file()}

    def published(self) -> pd.DataFrame:
        read = read_results(self.results)
        assert read is not None
        return read[0]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk after `records()` were taken in, made once: the tests work on copies of it."""
    return first_import(tmp_path_factory.mktemp("imported"))


@pytest.fixture
def taken(imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "desk", capsys, like=imported)


def first_import(folder: Path) -> Path:
    """The folder of a desk whose store and results hold `records()`."""
    desk = Desk(folder)
    assert desk.run(records()) == 0
    return folder


def test_records_are_taken_in_and_the_next_step_told(desk: Desk) -> None:
    code, out, error = desk.take(records())
    assert (code, error) == (0, "")
    first, read, second, last = out.splitlines()
    assert first == "imported service records (2019-12/2025-03), cycle 1 and 2"
    rows = len(records())
    assert read == f"read records.csv: {rows} rows, text in UTF-8 separated by comma, header in row 1"
    counts = desk.published()["status"].value_counts()
    assert second == f"proven: {counts['ok']} counts may be shown, {counts['suppressed']} are hidden"
    assert last == "next: python -m data build"
    assert sorted(path.name for path in desk.results.iterdir()) == ["records.json", "service_counts.parquet"]
    assert {"counts.parquet", "persons-1.npz", "services-2.npz"} <= {path.name for path in desk.private.iterdir()}


def test_no_true_count_and_no_person_is_on_the_published_side(taken: Desk) -> None:
    frame = records()
    table = pd.read_parquet(taken.results / "service_counts.parquet")
    assert [name for name in table if pd.api.types.is_numeric_dtype(table[name])] == ["value"]
    shown = table["value"].dropna()
    assert len(shown) > 100 and shown.mod(5).eq(0).all() and shown.min() >= 5
    assert table["value"].isna().eq(table["status"].eq("suppressed")).all()
    assert set(table.loc[table["status"].eq("suppressed"), "reason"]) == {"too_few_people"}
    assert json.loads((taken.results / "records.json").read_text()) == {"period": "2019-12/2025-03"}
    words = {str(cell) for name in table.columns.drop("value") for cell in table[name]}
    assert words.isdisjoint(frame["id"])
    assert not any(word.isdecimal() and word not in ("1", "2") for word in words)
    assert b"p1-17" not in b"".join(path.read_bytes() for path in taken.results.iterdir())


def test_no_person_is_in_the_private_store_either(taken: Desk) -> None:
    assert not any(b"p1-17" in path.read_bytes() for path in taken.private.iterdir())


def test_the_published_table_is_proven_by_the_stored_proof(taken: Desk) -> None:
    stored, table = read_stored(taken.private), taken.published()[list(COLUMNS)]
    assert stored is not None
    assert proof_problems(table, stored.proofs, stored.true.vulnerable, Public()) == []
    hidden = table.index[table["status"].eq("suppressed")]
    assert len(hidden) > 3
    shown = table.copy()
    shown.loc[hidden[0], ["value", "status", "reason"]] = [10, "ok", ""]
    assert proof_problems(shown, stored.proofs, stored.true.vulnerable, Public()) != []
    assert proof_problems(pd.concat([table, table.iloc[:1]]), stored.proofs, stored.true.vulnerable, Public()) != []
    without = {name: proof for name, proof in stored.proofs.items() if name != "services-2"}
    assert proof_problems(table, without, stored.true.vulnerable, Public()) == ["services-2: no proof"]


def test_real_records_replace_the_demonstration(desk: Desk) -> None:
    (desk.sources / "services").mkdir()
    (desk.sources / "services" / "demonstration").symlink_to(DEMONSTRATION)
    before = service_tables(desk.sources)
    assert set(before.counts["kind"]) == set(before.coverage["kind"]) == {"demonstration"}
    assert desk.take(records(cycles=("2",)), ("2019-12/2025-03", "2022-10/2025-03"))[0] == 0
    after = service_tables(desk.sources)
    assert set(after.counts["kind"]) == set(after.coverage["kind"]) == {"computed"}
    assert set(after.counts["cycle"]) == {"2"}
    assert set(after.counts["source"]) == {"s001"} and after.period == "2022-10/2025-03"
    pd.testing.assert_frame_equal(after.without_demonstration().counts, after.counts)
    assert before.without_demonstration().counts.empty and before.without_demonstration().coverage.empty


def test_ready_counts_are_published_as_their_records_are(taken: Desk) -> None:
    of_records = taken.published()
    counts = ready_counts(true_counts(taken.folder, records()))
    for path in (*taken.results.iterdir(), *taken.private.iterdir()):
        path.unlink()
    assert taken.take(counts, text=COUNTS)[0] == 0
    pd.testing.assert_frame_equal(taken.published(), of_records)


def test_a_cycle_covered_in_part_says_so(desk: Desk) -> None:
    frame = records()
    desk.take(frame[frame["date"] >= "2020-02-01"], ("2019-12/2025-03", "2020-02/2025-03"))
    notes = desk.published().groupby("cycle")["note"].unique()
    assert (list(notes["1"]), list(notes["2"])) == (["part_of_cycle"], [""])


def test_the_same_import_again_changes_no_byte(taken: Desk) -> None:
    before = taken.kept()
    assert taken.take(records())[0] == 0
    assert taken.kept() == before


def test_the_order_of_the_rows_means_nothing(desk: Desk) -> None:
    frame, second = records(cycles=("2",)).drop_duplicates(["id", "date"]), ("2019-12/2025-03", "2022-10/2025-03")
    assert desk.take(frame, second)[0] == 0
    before = desk.published()
    assert desk.take(frame.sample(frac=1, random_state=3), second)[0] == 0
    pd.testing.assert_frame_equal(desk.published(), before)


REFUSED: list[tuple[dict[str, str], tuple[tuple[str, str], ...], str, str]] = [
    ({"county": "9"}, (), "", "row 5, county: expected one of 1 = AL-11"),
    ({"date": "2031-01-01"}, (), "", "row 5, date: expected a date from 2019-12-01"),
    ({}, (('source = "s001"', 'source = "s009"'),), "", "records.toml, source: expected an id in sources.csv"),
    ({}, (("synthetic = false", "synthetic = true"),), "", "only real records are imported"),
    ({}, (("2019-12/2025-03", "2022-10/2025-03"),), "", "row 5, date: expected a date from 2022-10-01"),
    ({}, (), KNOWN.replace("SERVICE", "all").replace("RELATION", "equal").replace("YEAR", "2022"),
     "contradict the counts"),
    ({}, (), KNOWN.replace("SERVICE", "all").replace("RELATION", "equal").replace("YEAR", "2019"),
     "[[known]] 1, fact: expected one row of the facts whose value is a whole number, found 0"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "changes", "known", "reason"), REFUSED)
def test_a_refused_import_leaves_the_first_as_it_is(
    taken: Desk, cells: dict[str, str], changes: tuple[tuple[str, str], ...], known: str, reason: str
) -> None:
    before = taken.kept()
    frame = records()
    for column, text in cells.items():
        frame.loc[3, column] = text
    code, out, error = taken.take(frame, *changes, known=known)
    assert (code, out) == (1, "")
    assert reason in error and "Traceback" not in error
    assert taken.kept() == before


def test_counts_that_no_hiding_can_protect_are_never_published(desk: Desk) -> None:
    """Exactly three persons got support in Kukës, and somebody has printed the three: no proof exists."""
    few = rows(*((f"k{number}", "help", "4", "F", "20", "2021-05-05") for number in range(3)))
    frame = pd.concat(
        [records(60, cycles=("2",)), rows(*((f"s{n}", "field", "1", "M", "30", "2021-05-05") for n in range(40))), few]
    )
    counts = ready_counts(true_counts(desk.folder, frame))
    known = KNOWN.replace("SERVICE", "support").replace("RELATION", "equal").replace("YEAR", "2022")
    code, out, error = desk.take(counts, text=COUNTS, known=known)
    assert (code, out) == (1, "")
    assert "expected counts that can be published so that nobody can be worked out" in error
    assert not desk.private.exists() and not desk.results.exists()
    assert desk.take(counts, text=COUNTS)[0] == 0


def test_a_bound_that_others_have_published_is_kept_in_mind(desk: Desk) -> None:
    known = KNOWN.replace("SERVICE", "support").replace("RELATION", "at_most").replace("YEAR", "2021")
    assert desk.take(records(), known=known)[0] == 0


def test_a_first_import_that_fails_makes_no_folder(desk: Desk) -> None:
    assert desk.take(records().drop(columns="county"))[0] == 1
    assert not desk.private.exists() and not desk.results.exists()


def test_a_disk_that_refuses_leaves_everything_as_it_is(taken: Desk) -> None:
    (taken.results / "records.json").unlink()
    (taken.results / "records.json" / "in the way").mkdir(parents=True)
    before = taken.kept()
    code, out, error = taken.take(records(seed=5))
    assert (code, out) == (1, "") and error and "Traceback" not in error
    assert taken.kept() == before


def test_a_broken_file_and_a_broken_codebook_are_told_together(desk: Desk) -> None:
    codebook = codebook_file(desk.folder, ("synthetic = false", 'synthetic = "no"'))
    assert main(["import", str(desk.folder / "nothing.csv"), "--codebook", str(codebook)]) == 1
    error = desk.told.readouterr().err
    assert "synthetic: expected true or false" in error and "nothing.csv" in error


def test_without_places_named_records_go_to_those_of_services(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.commands.HERE", desk.folder)
    records(cycles=("2",)).to_csv(desk.folder / "records.csv", index=False)
    codebook = codebook_file(desk.folder, ("2019-12/2025-03", "2022-10/2025-03"))
    arguments = ["--codebook", str(codebook), "--sources", str(desk.sources)]
    assert main(["import", str(desk.folder / "records.csv"), *arguments]) == 0
    assert (desk.folder / "private" / "services" / "counts.parquet").is_file()
    assert read_results(desk.results) is not None


def test_a_workbook_is_taken_as_a_csv_file_is(taken: Desk) -> None:
    of_csv = taken.published()
    records().to_excel(taken.folder / "records.xlsx", index=False)
    places = ["--private", str(taken.private), "--results", str(taken.results), "--sources", str(taken.sources)]
    codebook = str(codebook_file(taken.folder))
    assert main(["import", str(taken.folder / "records.xlsx"), "--codebook", codebook, *places]) == 0
    pd.testing.assert_frame_equal(taken.published(), of_csv)


def test_results_that_are_not_whole_are_told(taken: Desk) -> None:
    (taken.results / "records.json").unlink()
    with pytest.raises(SourceError, match="import the records again"):
        service_tables(taken.sources)


def test_results_whose_source_is_unknown_are_told(taken: Desk) -> None:
    (taken.sources / "sources.csv").write_text(SOURCES.replace("s001", "s002"), encoding="utf-8")
    with pytest.raises(SourceError, match="source: expected an id in"):
        service_tables(taken.sources)
