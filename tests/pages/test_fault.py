"""A release that is missing or was tampered with: one sentence in every language, and not a single figure."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from screen import RELEASE, ROOT
from streamlit.testing.v1 import AppTest

from components import store
from i18n import LANGUAGES, words


@pytest.fixture
def tampered(tmp_path: Path) -> Path:
    """A copy of the release with one figure changed."""
    folder = tmp_path / "release"
    shutil.copytree(RELEASE, folder)
    catalogue = folder / "catalogue.json"
    text = catalogue.read_text(encoding="utf-8")
    assert '"higher_is": "better"' in text or '"higher_is":"better"' in text
    catalogue.write_text(text.replace('"better"', '"worse"', 1), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def fresh_store() -> Iterator[None]:
    """The server opens the release once; here it must open another, and afterwards the real one again."""
    doors = (store.whole_release, store.published_release)
    for door in doors:
        door.clear()
    yield
    for door in doors:
        door.clear()


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> AppTest:
    monkeypatch.setenv("HARTA_RELEASE", str(folder))
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.query_params["lang"] = language
    return test.run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["missing", "empty", "tampered", "shortened"])
def test_a_bad_release_shows_a_sentence_and_no_figure(
    kind: str,
    language: str,
    tampered: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder = {"tampered": tampered, "shortened": tampered}.get(kind, tmp_path / kind)
    if kind == "empty":
        folder.mkdir()
    if kind == "shortened":
        (folder / "observations.parquet").unlink()
    with caplog.at_level(logging.ERROR):
        test = opened(folder, monkeypatch, language)
    assert [each.value for each in test.exception] == []
    said = "\n".join(each.value for each in test.error)
    for each in LANGUAGES:
        assert words(each)("frame.fault") in said
        assert words(each)("frame.fault_title") in said
    assert [each.value.split(" ")[0] for each in test.error] == ["#", "##"], "one first heading"
    assert not any(sign.isdigit() for sign in said)
    assert "Traceback" not in said and str(folder) not in said
    for drawn in ("bidi_component", "plotly_chart", "table", "metric", "html", "header", "title", "markdown"):
        assert test.get(drawn) == [], drawn
    assert any("release not opened" in record.getMessage() for record in caplog.records)


def test_the_real_release_shows_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    test = opened(RELEASE, monkeypatch, "sq")
    assert len(test.error) == 0
    assert len(test.title) == 1
    assert len(test.get("bidi_component")) > 2


def test_a_copy_of_the_release_elsewhere_opens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(RELEASE, tmp_path / "copy")
    assert len(opened(tmp_path / "copy", monkeypatch, "en").error) == 0
