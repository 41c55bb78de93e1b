"""Every way in which a release on the disk can be bad ends in ReleaseError: no figure, and a sentence (see pages)."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from screen import RELEASE

from data import Release, ReleaseError, open_release
from data.model.provenance import ReleaseNotes
from data.releasing import release as opening
from data.releasing.datapackage import NAME, describe
from data.releasing.files import Contents


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(RELEASE, tmp_path / "release")
    return tmp_path / "release"


def described_anew(folder: Path) -> None:
    """A description whose hashes fit the folder, whatever the files hold."""
    rows = {each["path"]: each["rows"] for each in json.loads((RELEASE / NAME).read_text("utf-8"))["resources"]}
    describe(folder, ReleaseNotes("2026-11-24", "0.2.0", ()), rows)


def half_copied(folder: Path) -> None:
    path = folder / "observations.parquet"
    path.write_bytes(path.read_bytes()[:-1000])


def another_schema(folder: Path) -> None:
    table = pq.read_table(folder / "observations.parquet")
    pq.write_table(table.append_column("more", pa.nulls(len(table))), folder / "observations.parquet")
    described_anew(folder)


def damaged_table(folder: Path) -> None:
    (folder / "survey.parquet").write_bytes(b"no table")
    described_anew(folder)


def another_form(folder: Path) -> None:
    (folder / "catalogue.json").write_text('[{"code": "x"}]', encoding="utf-8")
    described_anew(folder)


def a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "sources.json").unlink()
    (folder / "sources.json").mkdir()


def no_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file", encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [shutil.rmtree, half_copied, another_schema, damaged_table, another_form, a_file_that_cannot_be_read, no_folder],
    ids=lambda spoil: spoil.__name__,
)
def test_a_bad_folder_is_a_release_error(copy: Path, spoil: Callable[[Path], None]) -> None:
    assert open_release(copy).info.id == open_release(RELEASE).info.id
    spoil(copy)
    with pytest.raises(ReleaseError):
        open_release(copy)


def test_a_folder_exchanged_while_it_is_read_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = opening.read_contents

    def exchanged(folder: Path) -> Contents:
        contents = honest(folder)
        (folder / "programme.json").write_text("{}", encoding="utf-8")
        described_anew(folder)
        return contents

    monkeypatch.setattr(opening, "read_contents", exchanged)
    with pytest.raises(ReleaseError, match="another release took its place"):
        open_release(copy)


def test_storage_that_does_not_answer_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name, value in {
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_EC2_METADATA_DISABLED": "1",
    }.items():
        monkeypatch.setenv(name, value)
    place = "s3://bucket/release?endpoint_override=127.0.0.1:9&scheme=http&region=eu-central-1"
    with pytest.raises(ReleaseError, match="s3://bucket/release: expected a release in object storage"):
        open_release(place)
    assert list(tmp_path.iterdir()) == []


def test_what_object_storage_gave_is_deleted_once_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, atlas: Release
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened = open_release(f"file://{RELEASE}")
    pd.testing.assert_frame_equal(opened.observations, atlas.observations)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "full"))  # no temporary file can be made
    with pytest.raises(ReleaseError, match="a release cannot be read"):
        open_release(f"file://{RELEASE}")
