"""A release in object storage opens as the same release in a folder does, or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow.fs as fs
import pytest
from moto.server import ThreadedMotoServer
from pandas.testing import assert_frame_equal
from screen import RELEASE

from data import ReleaseError, open_release
from data.releasing.now import claimed_info, is_whole
from data.releasing.place import release_folder

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}  # the test server asks for some, and takes any


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """`s3://…?…` of a bucket on a server of our own, with the release in its folder `release`."""
    server = ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in KEYS.items():
            patch.setenv(name, value)
        storage = fs.S3FileSystem(
            endpoint_override=f"{host}:{port}", scheme="http", region="eu-central-1", allow_bucket_creation=True
        )
        storage.create_dir("atlas")
        for path in RELEASE.iterdir():
            with storage.open_output_stream(f"atlas/release/{path.name}") as file:
                file.write(path.read_bytes())
        yield f"s3://atlas/{{}}?endpoint_override={host}:{port}&scheme=http&region=eu-central-1"
    server.stop()


def test_a_release_opens_from_object_storage(bucket: str) -> None:
    ours, theirs = open_release(RELEASE), open_release(bucket.format("release"))
    assert theirs.info == ours.info
    assert_frame_equal(theirs.observations, ours.observations)
    assert_frame_equal(theirs.services.counts, ours.services.counts)


def test_a_changed_file_is_refused(bucket: str) -> None:
    storage, path = fs.FileSystem.from_uri(bucket.format("changed"))
    for each in RELEASE.iterdir():
        with storage.open_output_stream(f"{path}/{each.name}") as file:
            file.write(
                each.read_bytes().replace(b"Dib", b"Dob") if each.name == "programme.json" else each.read_bytes()
            )
    with pytest.raises(ReleaseError, match=r"programme\.json: hash expected"):
        open_release(bucket.format("changed"))


def test_what_stands_in_storage_is_told_without_opening_it(bucket: str) -> None:
    assert claimed_info(bucket.format("release")) == open_release(RELEASE).info
    assert is_whole(bucket.format("release"))
    with pytest.raises(ReleaseError, match="expected a description in object storage"):
        claimed_info(bucket.format("nowhere"))
    assert not is_whole(bucket.format("nowhere"))


def test_a_release_half_copied_to_storage_is_not_whole(bucket: str) -> None:
    storage, path = fs.FileSystem.from_uri(bucket.format("half"))
    for name in ("datapackage.json", "observations.parquet"):
        with storage.open_output_stream(f"{path}/{name}") as file:
            file.write((RELEASE / name).read_bytes())
    assert claimed_info(bucket.format("half")).id == open_release(RELEASE).info.id
    assert not is_whole(bucket.format("half"))


def test_a_release_that_is_not_there_is_told_without_the_query(bucket: str) -> None:
    with pytest.raises(ReleaseError, match="s3://atlas/nowhere: expected a release in object storage") as told:
        open_release(bucket.format("nowhere"))
    assert "endpoint" not in str(told.value).split("found")[0]


def test_a_storage_that_does_not_answer_is_a_fault_of_the_release() -> None:
    with pytest.raises(ReleaseError, match="expected a release in object storage"):
        open_release("carrier-pigeon://atlas/release")


def test_only_files_of_a_release_are_copied(tmp_path: Path) -> None:
    shutil.copytree(RELEASE, tmp_path / "release")
    (tmp_path / "release" / "notes.txt").write_text("not of the release", encoding="utf-8")
    copied = release_folder(f"file://{tmp_path / 'release'}")
    assert {path.name for path in copied.iterdir()} == {path.name for path in RELEASE.iterdir()}
