"""`python -m data import` and `python -m data codebook`, as a steward types them."""

from pathlib import Path

import pandas as pd
import pytest

from data.__main__ import main
from data.survey.intake.private import stored_waves
from tests.data.survey.intake.wave_files import answers, codebook_file, with_cells

COMPARED = (
    ('wave = "w1"', 'wave = "w2"'),
    ('fieldwork = "2020-08"', 'fieldwork = "2024-05"'),
    ('headline = "yes"', 'headline = "yes"\ncomparability = "comparable"'),
    ('headline = "school"', 'headline = "school"\ncomparability = "comparable"'),
    ('headline = "high"', 'headline = "high"\ncomparability = "comparable"'),
)
SOURCES = "id,title,publisher,year,address\ns001,Survey,Office,2020,\n"
RESULTS = ["differences.parquet", "observations.parquet", "patterns.parquet", "survey.json"]


class Desk:
    """A steward's folder: files to import, the private store, the results."""

    def __init__(self, folder: Path, told: pytest.CaptureFixture[str]) -> None:
        self.folder, self.told = folder, told
        self.private, self.results = folder / "private" / "survey", folder / "sources" / "survey" / "results"
        (folder / "sources").mkdir()
        (folder / "sources" / "sources.csv").write_text(SOURCES, encoding="utf-8")

    def take(self, frame: pd.DataFrame, *changes: tuple[str, str], wave: str = "w1") -> tuple[int, str, str]:
        """Exit code, output and errors of the import of these answers."""
        codebook = codebook_file(self.folder, *changes, name=f"{wave}.toml")
        frame.to_csv(self.folder / f"{wave}.csv", index=False)
        places = ["--private", str(self.private), "--results", str(self.results)]
        sources = ["--sources", str(self.folder / "sources")]
        code = main(["import", str(self.folder / f"{wave}.csv"), "--codebook", str(codebook), *places, *sources])
        return code, *self.told.readouterr()

    def kept(self) -> dict[str, bytes]:
        """Everything stored, byte for byte."""
        places = (self.private, self.results)
        return {str(path): path.read_bytes() for place in places for path in place.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_a_wave_is_taken_in_and_the_next_step_told(desk: Desk) -> None:
    code, out, error = desk.take(with_cells(answers(), "Q3", dict.fromkeys(range(30), "9")))
    assert (code, error) == (0, "")
    first, read, notice, *rest = out.splitlines()
    assert first == "imported w1 (2020-08): 120 persons in 24 PSUs and 8 strata, 3 questions"
    assert read == (
        "read w1.csv: 120 rows, text in UTF-8 separated by comma, header in row 1; "
        "persons by county: Tiranë 30, Shkodër 30, Dibër 30, Kukës 30"
    )
    assert notice.startswith("notice: w1.csv, Q3: ") and notice.endswith(" asked gave no answer (serious)")
    assert rest == ["results now hold w1", "next: python -m data build"]
    assert sorted(path.name for path in desk.private.iterdir()) == ["draw.key", "w1.parquet", "w1.toml"]
    assert sorted(path.name for path in desk.results.iterdir()) == RESULTS


def test_no_person_can_be_found_in_the_results(desk: Desk) -> None:
    desk.take(answers())
    observations = pd.read_parquet(desk.results / "observations.parquet")
    assert set(observations["kind"]) == {"computed"}
    assert not {"weight", "psu", "stratum", "id"} & set(observations)
    shown = observations[observations["value"].notna()]
    assert len(shown) and shown["n"].min() >= 25


def test_a_second_wave_stands_beside_the_first(desk: Desk) -> None:
    desk.take(answers())
    code, out, error = desk.take(answers(seed=7, prefix="b"), *COMPARED, wave="w2")
    assert (code, error) == (0, "")
    assert "results now hold w1 and w2" in out
    assert [*stored_waves(desk.private)] == ["w1", "w2"]
    observations = pd.read_parquet(desk.results / "observations.parquet")
    assert set(observations["period"]) == {"2020-08", "2024-05"}


def test_the_same_import_again_changes_no_byte(desk: Desk) -> None:
    desk.take(answers())
    before = desk.kept()
    assert desk.take(answers())[0] == 0
    assert desk.kept() == before


BROKEN_SECOND = [
    ({"w": "0"}, COMPARED, "w2.csv, row 5, w: expected a number above 0, found '0'"),
    ({"Q1": "7"}, COMPARED, "w2.csv, row 5, Q1: expected one of 1, 2 (missing: 98, 99), found '7'"),
    ({}, COMPARED[:2], "w2.toml, [[question]] heard, comparability: expected comparable, with_care"),
    ({}, (*COMPARED, ('source = "s001"', 'source = "s009"')), "w2.toml, source: expected an id in sources.csv"),
    ({}, (*COMPARED, ("revisited = false", "revisited = true")), "w2.toml, revisited: expected false, or PSU names"),
    ({}, (*COMPARED, ("synthetic = false", "synthetic = true")), "w2.toml, synthetic: expected false: only answers of"),
    ({"SYNTHETIC": "1"}, COMPARED, "w2.csv, row 2, SYNTHETIC: expected only real rows"),
]


@pytest.mark.parametrize(("cells", "changes", "reason"), BROKEN_SECOND)
def test_a_broken_second_import_leaves_the_first_as_it_is(
    desk: Desk, cells: dict[str, str], changes: tuple[tuple[str, str], ...], reason: str
) -> None:
    desk.take(answers())
    before = desk.kept()
    frame = answers(seed=7, prefix="b")
    if "SYNTHETIC" in cells:
        frame = frame.assign(SYNTHETIC="1")
    for column, text in cells.items():
        frame = with_cells(frame, column, {3: text})
    code, out, error = desk.take(frame, *changes, wave="w2")
    assert (code, out) == (1, "")
    assert reason in error
    assert "Traceback" not in error
    assert desk.kept() == before


def test_a_disk_that_refuses_leaves_everything_as_it_is(desk: Desk) -> None:
    desk.take(answers())
    (desk.results / "survey.json").unlink()
    (desk.results / "survey.json" / "in the way").mkdir(parents=True)
    before = desk.kept()
    code, out, error = desk.take(answers(seed=9))
    assert (code, out) == (1, "")
    assert error and "Traceback" not in error
    assert desk.kept() == before


def test_a_first_import_that_fails_makes_no_folder(desk: Desk) -> None:
    assert desk.take(answers().drop(columns="w"))[0] == 1
    assert not desk.private.exists() and not desk.results.exists()


def test_a_broken_file_and_a_broken_codebook_are_told_together(desk: Desk) -> None:
    codebook = codebook_file(desk.folder, ('mode = "face_to_face"', 'mode = "talk"'))
    assert main(["import", str(desk.folder / "nothing.sav"), "--codebook", str(codebook)]) == 1
    error = desk.told.readouterr().err
    assert "w1.toml, mode: expected one of" in error
    assert "nothing.sav" in error


def test_psus_called_alike_in_both_waves_are_told(desk: Desk) -> None:
    desk.take(answers())
    _, out, _ = desk.take(answers(seed=7), *COMPARED, wave="w2")
    assert "notice: w2.toml, revisited: 24 PSUs are called as in w1" in out
    _, out, _ = desk.take(answers(seed=7), *COMPARED, ("revisited = false", "revisited = true"), wave="w2")
    assert "notice" not in out


def test_a_codebook_is_drafted_and_never_written_over(desk: Desk) -> None:
    answers().to_csv(desk.folder / "w1.csv", index=False)
    assert main(["codebook", str(desk.folder / "w1.csv")]) == 0
    draft = desk.told.readouterr().out
    assert "[roles]" in draft and "[[question]]" in draft
    out = desk.folder / "draft.toml"
    assert main(["codebook", str(desk.folder / "w1.csv"), "--out", str(out)]) == 0
    assert "python -m data import" in desk.told.readouterr().out
    assert out.read_text(encoding="utf-8") == draft
    assert main(["codebook", str(desk.folder / "w1.csv"), "--out", str(out)]) == 1
    assert "exists already" in desk.told.readouterr().err
    assert out.read_text(encoding="utf-8") == draft


def test_a_file_that_cannot_be_read_gives_no_draft(desk: Desk) -> None:
    assert main(["codebook", str(desk.folder / "nothing.csv")]) == 1
    error = desk.told.readouterr().err
    assert "nothing.csv" in error and "Traceback" not in error
