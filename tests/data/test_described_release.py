"""The release's description as a data package: frictionless takes it, and those described before are still read."""

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package

from data.model.errors import ReleaseError
from data.model.provenance import ReleaseNotes
from data.releasing.datapackage import NAME, describe, package_problems, read_info
from data.releasing.place import release_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The release, described by this version."""
    copy = tmp_path / "release"
    shutil.copytree(release_folder("data/release"), copy)
    info = read_info(copy)
    rows = {each["path"]: each["rows"] for each in json.loads((copy / NAME).read_text())["resources"]}
    describe(copy, ReleaseNotes(info.date, info.version, info.changes), rows)
    return copy


def test_the_description_is_a_valid_data_package(folder: Path) -> None:
    told = json.loads((folder / NAME).read_text())
    package = Package(str(folder / NAME))  # raises where the description is not valid
    names = [resource.name for resource in package.resources]
    assert len(set(names)) == len(names) == len(told["resources"])
    assert package.licenses and told["created"] == f"{read_info(folder).date}T00:00:00Z"
    assert package_problems(folder) == []


def test_a_description_with_the_day_alone_is_still_read(folder: Path) -> None:
    told = json.loads((folder / NAME).read_text())
    day = read_info(folder).date
    (folder / NAME).write_text(json.dumps({**told, "created": day}))
    assert read_info(folder).date == day


@pytest.mark.parametrize("created", ["2026-11-29T12:00:00Z", "2026-11-29 00:00", "T00:00:00Z", 7])
def test_another_time_is_no_description(folder: Path, created: object) -> None:
    told = json.loads((folder / NAME).read_text())
    (folder / NAME).write_text(json.dumps({**told, "created": created}))
    with pytest.raises(ReleaseError, match=r"created|description"):
        read_info(folder)
