"""The watch over what changes around a running server."""

import json
import shutil
from pathlib import Path

import pytest
from screen import RELEASE

from components.serving.watch import Watch
from data import Release
from data.releasing.now import claimed_info

DAY = "2030-01-01"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the server opened its release from."""
    shutil.copytree(RELEASE, tmp_path / "release")
    monkeypatch.setenv("HARTA_RELEASE", str(tmp_path / "release"))
    return tmp_path / "release"


def dated_later(place: Path) -> str:
    """The id under which the same files are described as a release of DAY."""
    path = place / "datapackage.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told |= {"id": f"{DAY}-{told['id'].rpartition('-')[2]}", "created": DAY}
    path.write_text(json.dumps(told), encoding="utf-8")
    return str(told["id"])


def test_a_release_is_in_force_once_all_of_it_is_there(place: Path, atlas: Release) -> None:
    watch = Watch()
    watch.see_release()
    assert watch.seen.standing == atlas.info.id
    figures = (place / "observations.parquet").read_bytes()
    (place / "observations.parquet").write_bytes(figures[:-1])
    later = dated_later(place)
    assert claimed_info(place).id == later
    watch.see_release()
    assert watch.seen.standing == atlas.info.id
    (place / "observations.parquet").write_bytes(figures)
    watch.see_release()
    assert watch.seen.standing == later


def test_a_place_that_cannot_be_read_changes_nothing(place: Path, atlas: Release) -> None:
    watch = Watch()
    watch.see_release()
    shutil.rmtree(place)
    watch.see_release()
    assert watch.seen.standing == atlas.info.id


def test_the_state_of_the_minutes_is_told_once_a_change(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    watch = Watch()
    for state in ("ok", "ok", "down", "down", "ok"):
        monkeypatch.setattr("components.serving.watch.store_state", lambda told=state: told)
        with caplog.at_level("INFO", "components.serving.watch"):
            watch.look()
        assert watch.seen.minutes == state
    said = [each for each in caplog.records if each.message.startswith("minutes are")]
    assert [(each.message, each.levelname) for each in said] == [
        ("minutes are ok", "INFO"),
        ("minutes are down", "ERROR"),
        ("minutes are ok", "INFO"),
    ]
