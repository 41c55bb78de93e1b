"""`python -m data rehearse`: what it prints, when it blocks, and what notes answer for; and the way back."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.releasing.build import build
from data.releasing.rehearsal.model import CODES, Note, Point, Rehearsal
from data.releasing.rehearsal.report import report
from data.releasing.release import open_release

ROOT = Path(__file__).parents[4]
NOTE = '[[note]]\ncode = "{code}"\nkey = "{key}"\nwho = "A. B."\nwhy = "Checked against the source."\n'


@pytest.fixture(scope="module")
def folder(small_folder: Path) -> Path:
    return small_folder


@pytest.fixture
def candidate(sources: Path, tmp_path: Path, rewrite: Callable[[str, str, str], None]) -> Path:
    """A release after `folder` in which a count moves, a source goes, and that says so."""
    rewrite("facts/identification.csv", "all,all,2018,95", "all,all,2018,96")
    rewrite("programme/page.toml", "s004", "s001")
    rewrite("release.toml", 'version = "0.1.0"', 'version = "0.1.1"')
    with (sources / "release.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[change]]\ndate = "2026-11-25"\ncode = "corrected"\n')
    build(sources, tmp_path / "candidate")
    return tmp_path / "candidate"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.toml"


def test_warnings_need_a_note(folder: Path, candidate: Path, notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(folder), str(candidate)]) == 1
    said = capsys.readouterr().out
    assert "  moved: " in said and "    victims all AL all all all 2018: ok 95 -> ok 96\n" in said
    assert "    s004: Used by the programme\n" in said
    assert said.endswith("may not be published yet\n")
    notes.write_text(NOTE.format(code="moved", key="victims *"), encoding="utf-8")
    assert main(["rehearse", str(folder), str(candidate), "--notes", str(notes)]) == 1
    notes.write_text(NOTE.format(code="moved", key="victims *") + NOTE.format(code="source_gone", key="s004"))
    assert main(["rehearse", str(folder), str(candidate), "--notes", str(notes)]) == 0
    said = capsys.readouterr().out
    assert "  moved victims * (1): Checked against the source. (A. B.)\n" in said
    assert said.endswith("may be published\n")


def test_a_note_that_answers_for_nothing_is_a_warning(
    folder: Path, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes.write_text(NOTE.format(code="moved", key="victims *"), encoding="utf-8")
    assert main(["rehearse", str(folder), str(folder), "--notes", str(notes)]) == 1
    assert (
        "note_unused: a note answers for nothing: delete it (1)\n    moved victims *: A. B." in capsys.readouterr().out
    )


def test_an_error_blocks_whatever_a_note_says(notes: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = Note("recoverable", "*", "A. B.", "x")
    assert not Rehearsal("old", "new", (Point("recoverable", "service_counts x"),), (note,)).is_clear
    notes.write_text(NOTE.format(code="recoverable", key="*"), encoding="utf-8")
    assert main(["rehearse", str(folder), str(folder), "--notes", str(notes)]) == 1
    assert "[[note]] 1, code: expected one of" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["", "note = 1\n", '[[note]]\ncode = "moved"\nkey = "*"\nwho = ""\nwhy = "x"\n', NOTE.format(code="x", key="*")],
)
def test_a_file_of_notes_that_is_wrong(
    text: str, notes: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text:
        notes.write_text(text, encoding="utf-8")
    assert main(["rehearse", str(folder), str(folder), "--notes", str(notes)]) == 1
    assert "notes.toml" in capsys.readouterr().err


def test_every_point_stands_in_the_json(folder: Path, candidate: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(folder), str(candidate), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["clear"] is False
    assert [(each["level"], each["code"], each["key"], each["note"]) for each in told["points"]] == [
        ("warning", "moved", "victims all AL all all all 2018", None),
        ("warning", "source_gone", "s004", None),
    ]


def test_a_candidate_that_is_no_release_is_refused(
    folder: Path, candidate: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (candidate / "sources.json").write_text("[]", encoding="utf-8")
    assert main(["rehearse", str(folder), str(candidate)]) == 1
    assert "sources.json: bytes expected" in capsys.readouterr().err


def test_thousands_of_moves_are_told_in_a_page() -> None:
    points = tuple(
        Point("moved", f"question{number % 60:02d} yes AL-{number}", "ok 1 -> ok 2") for number in range(19_000)
    )
    lines = report(Rehearsal("old", "new", points, (), {"same": 0, "added": 0, "within": 0})).splitlines()
    assert len(lines) < 60
    assert "  moved: " + CODES["moved"][1] + " (19000)" in lines
    assert "    question00: 314 more" in lines
    assert "    15196 more of 48 others; --json lists all" in lines


def test_roll_back_brings_back_the_earlier_release_and_nothing_else(
    folder: Path, candidate: Path, tmp_path: Path
) -> None:
    """`make rollback TO=COMMIT` in a repository with two releases."""
    atlas = tmp_path / "atlas"
    (atlas / "data").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", atlas)
    for release, text in ((folder, "first"), (candidate, "second")):
        shutil.rmtree(atlas / "data/release", ignore_errors=True)
        shutil.copytree(release, atlas / "data/release", copy_function=shutil.copy)  # git tells files by their times
        (atlas / "kept.txt").write_text(text, encoding="utf-8")
        git(atlas, "init", "-q")
        git(atlas, "add", "data", "kept.txt")
        git(atlas, "-c", "user.name=A", "-c", "user.email=a@example.al", "commit", "-qm", text)
    told = [f"BIN={Path(sys.executable).parent}", "LIGHT_PAGES=touch light"]
    subprocess.run(
        ["make", "-o", ".venv/app", "rollback", "TO=HEAD~1", *told],
        cwd=atlas, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True,
    )  # fmt: skip
    assert open_release(atlas / "data/release").info == open_release(folder).info
    assert (atlas / "kept.txt").read_text(encoding="utf-8") == "second"
    assert (atlas / "light").exists()  # the light pages are made anew; tests/components/snapshots sees what they are


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
