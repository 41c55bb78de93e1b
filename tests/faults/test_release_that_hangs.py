"""A storage that takes the connection and never answers: the server does, and says what it is waiting for."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from screen import ROOT
from streamlit.testing.v1 import AppTest

from components import store
from components.opening import Opening
from data import ReleaseError
from data.releasing import release_storage
from data.releasing.now import claimed_info
from data.releasing.place import release_folder
from i18n import LANGUAGES, words
from tests.walk.app_server import start_server


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """`s3://…` of a storage that takes every connection and says nothing."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "1")
    door, taken = socket.create_server(("127.0.0.1", 0)), []

    def take() -> None:
        with contextlib.suppress(OSError):
            while True:
                taken.append(door.accept()[0])

    threading.Thread(target=take, daemon=True).start()
    yield f"s3://bucket/release?region=eu-central-1&endpoint_override=127.0.0.1:{door.getsockname()[1]}&scheme=http"
    door.close()
    for each in taken:
        each.close()


def ready(url: str) -> tuple[int, dict[str, object]]:
    try:
        with urlopen(f"{url}/readyz", timeout=5) as answer:
            return answer.status, json.load(answer)
    except HTTPError as refused:
        return refused.code, json.load(refused)


def test_a_server_whose_storage_hangs_answers(silent: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARTA_RELEASE", silent)
    server = start_server(tmp_path / "log")  # which waits for it for a minute at most
    try:
        with urlopen(f"{server.url}/healthz", timeout=5) as alive:
            assert alive.status == 200
        for _ in range(3):
            began = time.monotonic()
            status, said = ready(server.url)
            assert (status, said["state"]) == (503, "not_ready") and time.monotonic() - began < 3
            assert said["release"] in ({"state": "awaited"}, {"state": "no_release"})
        with urlopen(f"{server.url}/rreziku", timeout=5) as shell:  # the page itself: the test below
            assert shell.status == 200
    finally:
        server.stop()


def test_a_page_says_that_the_release_is_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    come = threading.Event()
    monkeypatch.setattr(store, "OPENING", Opening(patience=0.1))
    monkeypatch.setattr(store, "open_release", lambda place, demonstration: come.wait(60))
    for door in (store.whole_release, store.published_release):
        door.clear()
    try:
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        said = [each.value for each in test.error]
        assert [words(each)("faults.release_awaited") in text for each, text in zip(LANGUAGES, said, strict=True)] == [
            True
        ] * len(LANGUAGES)
        assert len(test.main) == len(LANGUAGES), "no figure, nothing else"
    finally:
        come.set()
        for door in (store.whole_release, store.published_release):
            door.clear()


def test_every_wait_for_a_storage_has_an_end(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release_storage, "ANSWERING", 1.0)
    monkeypatch.setattr(release_storage, "ATTEMPTS", 1)
    for read in (release_folder, claimed_info):
        began = time.monotonic()
        with pytest.raises(ReleaseError, match="Timeout was reached"):
            read(silent)
        assert time.monotonic() - began < 8


def test_an_address_says_name_password_region_and_host_of_its_storage() -> None:
    storage, path = release_storage.storage_at(
        "s3://a%2Fb:c%40d@bucket/one/two/?region=eu-west-3&endpoint_override=h:9"
    )
    assert (storage.region, path) == ("eu-west-3", "bucket/one/two")
    told = storage.__reduce__()[1][0]
    assert (told["access_key"], told["secret_key"], told["endpoint_override"]) == ("a/b", "c@d", "h:9")
    assert (told["connect_timeout"], told["request_timeout"]) == (release_storage.CONNECTING, release_storage.ANSWERING)
