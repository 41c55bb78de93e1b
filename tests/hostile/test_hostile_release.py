"""A release folder that somebody prepared: refused in words, and no file outside the folder is opened."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from screen import RELEASE
from throwing import PATHS, TEXTS, texts, throw

from data import ReleaseError
from data.__main__ import main
from data.releasing.datapackage import NAME, package_problems, read_info
from data.releasing.release import open_release

OPENED: list[str] = []
WATCHED = {"on": False}


def note_opened(event: str, given: tuple[Any, ...]) -> None:
    if WATCHED["on"] and event == "open" and isinstance(given[0], str | bytes | os.PathLike):
        OPENED.append(os.fsdecode(given[0]))


sys.addaudithook(note_opened)


@contextmanager
def watched() -> Iterator[list[str]]:
    """The files that are opened while the block runs, in their order."""
    OPENED.clear()
    WATCHED["on"] = True
    try:
        yield OPENED
    finally:
        WATCHED["on"] = False


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A release of the test's own."""
    return Path(shutil.copytree(RELEASE, tmp_path / "release"))


def described(folder: Path, **changed: Any) -> dict[str, Any]:
    """The description with some parts replaced, written over the old one."""
    package: dict[str, Any] = json.loads((RELEASE / NAME).read_text(encoding="utf-8")) | changed
    (folder / NAME).write_text(json.dumps(package), encoding="utf-8")
    return package


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(PATHS), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=5,
)
PLACES = st.sampled_from(
    ["id", "created", "version", "rules", "changes", "resources", "path", "bytes", "hash", "rows", "date"]
)


def test_descriptions_of_any_form(tmp_path: Path) -> None:
    """The folder holds nothing but the description, so that none is right; problems come as words, and nothing but the
    description is opened."""
    original = json.loads((RELEASE / NAME).read_text(encoding="utf-8"))

    def check(case: tuple[str, Any, int]) -> None:
        place, value, number = case
        package = json.loads(json.dumps(original))
        if place in ("path", "bytes", "hash", "rows"):
            package["resources"][number % len(package["resources"])][place] = value
        elif place == "date":
            package["changes"][0][place] = value
        else:
            package[place] = value
        (tmp_path / NAME).write_text(json.dumps(package), encoding="utf-8")
        with watched() as opened:
            problems = package_problems(tmp_path)
        assert problems and set(opened) == {str(tmp_path / NAME)}
        with pytest.raises(ReleaseError):
            open_release(tmp_path)

    throw("release: descriptions", st.tuples(PLACES, VALUES, st.integers(0, 20)), check)


@pytest.mark.parametrize(
    "name", ["../outside.json", "/etc/hostname", "sub/x.json", "..", ".", "", "a\0b", "a\nb", "-x", 7, None, []]
)
def test_names_that_lead_out_of_the_folder(copy: Path, name: object) -> None:
    (copy.parent / "outside.json").write_text("{}", encoding="utf-8")
    package = described(copy)
    package["resources"][2] |= {"path": name, "bytes": 2, "hash": "sha256:" + hashlib.sha256(b"{}").hexdigest()}
    (copy / NAME).write_text(json.dumps(package), encoding="utf-8")
    with watched() as opened, pytest.raises(ReleaseError, match="resources"):
        open_release(copy)
    assert set(opened) == {str(copy / NAME)}


@pytest.mark.parametrize("name", ["catalogue.json", "observations.parquet", NAME])
def test_a_link_to_a_file_elsewhere_is_not_followed(copy: Path, name: str) -> None:
    """The same bytes, so that every hash fits: it is the place that is wrong."""
    outside = copy.parent / "outside"
    (copy / name).rename(outside)
    (copy / name).symlink_to(outside)
    with watched() as opened, pytest.raises(ReleaseError, match="a file of the folder itself"):
        open_release(copy)
    assert set(opened) <= {str(copy / NAME)}


def test_a_pipe_keeps_nobody_waiting(copy: Path) -> None:
    (copy / "catalogue.json").unlink()
    os.mkfifo(copy / "catalogue.json")
    with pytest.raises(ReleaseError, match="a file of the folder itself"):
        open_release(copy)


@pytest.mark.parametrize("field", ["id", "created", "version"])
@pytest.mark.parametrize("text", [TEXTS[0], "../../x", "2026-99-99/", "", "x" * 101])
def test_what_stands_on_pages_and_in_names_of_files_has_a_form(copy: Path, field: str, text: str) -> None:
    described(copy, **{field: text})
    with pytest.raises(ReleaseError, match=field):
        read_info(copy)


@pytest.mark.parametrize("text", ["[" * 200_000, "9" * 5_000, "{", '{"id":', "\ufeff{}", "null", "[]"])
def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert NAME in said.err and "Traceback" not in said.err and len(said.err) < 500
