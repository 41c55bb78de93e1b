"""The private store gives back what it was given, or says what is wrong with it."""

from pathlib import Path

import pandas as pd
import pytest

from data.model.errors import SourceError
from data.model.microdata import Microdata
from data.reading.taking_place import staging, take_places
from data.survey.intake.clean import clean
from data.survey.intake.private import stage_wave, stored_waves
from tests.data.survey.intake.wave_files import answers, codebook, codebook_file, raw_table


@pytest.fixture
def microdata(tmp_path: Path) -> Microdata:
    return clean(raw_table(answers()), codebook(tmp_path, ('single_psu = "refuse"', 'single_psu = "adjust"')))[0]


@pytest.fixture
def store(tmp_path: Path, microdata: Microdata) -> Path:
    folder = tmp_path / "private"
    folder.mkdir()
    stage_wave(folder, microdata, tmp_path / "w1.toml")
    return folder


def test_what_is_stored_comes_back_the_same(store: Path, microdata: Microdata, tmp_path: Path) -> None:
    ((code, (back, book)),) = stored_waves(store).items()
    assert code == "w1"
    assert (back.wave, back.questions, back.single_psu) == (microdata.wave, microdata.questions, "adjust")
    pd.testing.assert_frame_equal(back.respondents, microdata.respondents)
    assert book == codebook(tmp_path, ('single_psu = "refuse"', 'single_psu = "adjust"'))


def test_only_the_two_files_of_the_wave_are_written(store: Path, tmp_path: Path) -> None:
    assert sorted(path.name for path in store.iterdir()) == ["w1.parquet", "w1.toml"]
    assert (store / "w1.toml").read_bytes() == (tmp_path / "w1.toml").read_bytes()
    assert stored_waves(tmp_path / "nowhere") == {}


def test_a_codebook_changed_after_the_import_is_noticed(store: Path) -> None:
    codebook_file(store)
    with pytest.raises(
        SourceError, match=r"w1\.parquet: expected respondents read with w1\.toml \(import the wave again"
    ):
        stored_waves(store)


def test_a_store_with_half_a_wave_is_noticed(store: Path) -> None:
    (store / "w1.parquet").rename(store / "aside")
    with pytest.raises(SourceError, match=r"w1\.parquet: expected stored respondents"):
        stored_waves(store)
    (store / "aside").rename(store / "w1.parquet")
    (store / "w1.toml").unlink()
    with pytest.raises(SourceError, match=r"w1\.toml: expected a codebook"):
        stored_waves(store)


def test_a_damaged_store_is_noticed(store: Path) -> None:
    (store / "w1.parquet").write_bytes((store / "w1.parquet").read_bytes()[:200])
    with pytest.raises(SourceError, match=r"w1\.parquet: expected stored respondents"):
        stored_waves(store)


def test_fresh_files_take_their_places_all_or_none(tmp_path: Path) -> None:
    places = {name: tmp_path / "kept" / name for name in ("a", "b")}
    (tmp_path / "kept" / "b").mkdir(parents=True)
    (tmp_path / "kept" / "b" / "in the way").touch()
    places["a"].write_text("old")
    with pytest.raises(OSError), staging(tmp_path / "kept") as fresh:
        for name in places:
            (fresh / name).write_text("new")
        take_places({fresh / name: place for name, place in places.items()})
    assert places["a"].read_text() == "old"
    (tmp_path / "kept" / "b" / "in the way").unlink()
    (tmp_path / "kept" / "b").rmdir()
    with staging(tmp_path / "kept") as fresh:
        for name in places:
            (fresh / name).write_text("new")
        take_places({fresh / name: place for name, place in places.items()})
    assert [place.read_text() for place in places.values()] == ["new", "new"]
    assert sorted(path.name for path in (tmp_path / "kept").iterdir()) == ["a", "b"]
