from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main


def test_build_check_and_diff(sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["build", "--sources", str(sources), "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith("release 2026-11-23-")
    assert main(["check", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: good\n"
    assert main(["diff", str(out), str(out)]) == 0
    assert capsys.readouterr().out == "no figure differs\n"


def test_wrong_sources_end_with_1_and_the_reasons(
    sources: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    rewrite: Callable[[str, str, str], None],
) -> None:
    rewrite("facts/identification.csv", "<5", "few")
    assert main(["build", "--sources", str(sources), "--out", str(tmp_path / "out")]) == 1
    assert "facts/identification.csv, row 4, value: expected" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_bad_release_ends_with_1_and_the_reasons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sources.json").unlink()
    assert main(["check", str(folder)]) == 1
    assert main(["diff", str(folder), str(folder)]) == 1
    assert capsys.readouterr().err.count("sources.json: expected in the folder, not there") == 2
