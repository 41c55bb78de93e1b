"""Whatever a page, a button or the making of a file raises: a sentence, a line in the log, never what was raised."""

import inspect
import json
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from screen import ROOT, Screen
from streamlit.runtime import backend_operation_handler
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest

import server
from components import store
from components.downloads import long_work
from components.sections.newer import release_news
from components.serving import faults
from components.serving.health import readyz
from components.wording import clock
from data import Release
from i18n import LANGUAGES, words

TYPED = "what a reader typed"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests run app.py as the server does, with what the server hangs on it."""
    honest = ScriptRunner.__init__

    def with_hook(self: ScriptRunner, *given: object, **named: object) -> None:
        honest(self, *given, **named)  # type: ignore[arg-type]
        self._on_script_error = server.app._on_script_error

    monkeypatch.setattr(ScriptRunner, "__init__", with_hook)


@pytest.fixture
def log() -> Iterator[list[str]]:
    """Every line of the log as an operator reads it, traces included."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(logging.Formatter().format(record))  # type: ignore[method-assign]
    loggers = [logging.getLogger(), *map(logging.getLogger, faults.TELLING)]
    for logger in loggers:
        logger.addHandler(handler)
    yield lines
    for logger in loggers:
        logger.removeHandler(handler)


def failing(*_given: object, **_named: object) -> None:
    raise RuntimeError(TYPED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_fails_says_so(
    language: str,
    served: None,
    monkeypatch: pytest.MonkeyPatch,
    log: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("components.sections.overview.show_cycles", failing)  # never kept, unlike a map
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.query_params["lang"] = language
    test.run()
    assert [each.value for each in test.exception] == []
    t = words(language)
    assert [each.value for each in test.error] == [f"## {t('faults.page_title')}\n\n{t('faults.page')}"]
    assert len(test.title) == 1, "the page's own heading stands above"
    assert any("page not shown: RuntimeError" in line for line in log)
    assert any("test_faults_in_pages.py" in line and "failing" in line for line in log)
    assert not any(TYPED in line or "Traceback" in line for line in (*log, capsys.readouterr().out))


@pytest.mark.parametrize(
    ("stem", "part"),
    [("risk", "components.sections.card.show.make_card"), ("overview", "components.sections.overview.show_glance")],
)
def test_a_fault_is_the_page_s_first_heading_where_it_has_none_yet(
    stem: str, part: str, served: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, failing)
    screen = Screen().follow(stem)
    (said,) = (each.value for each in screen.test.error)
    firsts = len(screen.headings(1)) + said.startswith("# ")
    assert (firsts, said.startswith("# ")) == (1, stem == "risk")


def test_where_the_session_fails_too_every_language_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("components.state.recall", failing)
    monkeypatch.setattr(st, "error", said.append)
    assert faults.tell_fault(RuntimeError(TYPED)) is True
    assert [words(language)("faults.page") in line for language, line in zip(LANGUAGES, said, strict=True)] == [
        True
    ] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disk_that_is_full_while_a_file_is_prepared(language: str, log: list[str]) -> None:
    def page(language: str) -> None:
        import errno

        from components.downloads.long_work import offer_document
        from i18n import words

        def make(_tell: object) -> bytes:
            raise OSError(errno.ENOSPC, "what a reader typed")

        offer_document(words(language), "X", make, name="x.zip", mime="application/zip", key=("full", language))

    test = AppTest.from_function(page, kwargs={"language": language}, default_timeout=60).run()
    test.button[0].click().run()
    assert [each.value for each in test.exception] == []
    assert any(words(language)("files.failed") in str(each.proto) for each in test.get("html"))
    assert any("file not prepared" in line and "OSError" in line for line in log)
    assert not any(TYPED in line for line in log)


def test_the_button_of_a_file_that_fails_says_so_in_our_words() -> None:
    source = inspect.getsource(backend_operation_handler.DeferredFileHandler.handle)
    for language in LANGUAGES:
        assert f'error_msg="{words(language)("streamlit.file_failed.from")}"' in source
        assert words(language)("streamlit.file_failed.to") != words(language)("streamlit.file_failed.from")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clock_before_the_release_is_said_in_the_footer(language: str, caplog: pytest.LogCaptureFixture) -> None:
    t, today = words(language), date(2020, 1, 2)
    clock.note_clock.cache_clear()
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            (line,) = clock.clock_lines(t, "2026-11-24", today)
    assert t.date(today) in line and t.date(date(2026, 11, 24)) in line
    assert [record.getMessage() for record in caplog.records] == [
        "the clock says 2020-01-02, before the release of 2026-11-24"
    ]
    assert clock.clock_lines(t, "2026-11-24", date(2026, 11, 23)) == []
    assert clock.clock_lines(t, "2026-11-24", date(2036, 1, 1)) == []


def test_the_footer_asks_the_clock(monkeypatch: pytest.MonkeyPatch, atlas: Release) -> None:
    monkeypatch.setattr(
        "components.sections.frame.clock_lines", lambda t, dated, today: [f"{dated} {today == date.today()}"]
    )
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert any(f"{atlas.info.date} True" in str(each.proto) for each in test.get("html"))


@pytest.fixture
def without_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The server as it stands where its release is missing; afterwards it opens the real one again."""
    monkeypatch.setenv("HARTA_RELEASE", str(tmp_path / "none"))
    doors = (store.whole_release, store.published_release)
    for door in doors:
        door.clear()
    yield
    for door in doors:
        door.clear()


def ready() -> tuple[int, dict[str, object]]:
    answer = readyz(None)  # type: ignore[arg-type]
    return answer.status_code, json.loads(bytes(answer.body))


def test_without_a_release_the_server_is_not_ready(without_release: None, caplog: pytest.LogCaptureFixture) -> None:
    status, said = ready()
    assert (status, said["state"], said["release"]) == (503, "not_ready", {"state": "no_release"})
    assert any("release not opened" in record.getMessage() for record in caplog.records)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_release_beside_this_one_is_told(language: str) -> None:
    t = words(language)
    assert release_news(t, "b", linked="a", standing="c") == [
        t("newer.linked", made="a", shown="b"),
        t("newer.standing", standing="c", shown="b"),
    ]
    assert release_news(t, "b", linked="b", standing="b") == release_news(t, "b", linked="", standing="") == []


def test_states_that_keep_no_reader_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    status, said = ready()
    assert (status, said["clock"], said["disk"]) == (200, {"state": "ok"}, {"state": "ok"})
    monkeypatch.setenv("CHROME_PATH", str(tmp_path / "none"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    status, said = ready()
    assert (status, said["pictures"], said["disk"]) == (200, {"state": "no_browser"}, {"state": "full"})


def test_the_health_of_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    class Early(date):
        @classmethod
        def today(cls) -> "Early":
            return cls(2020, 1, 2)

    monkeypatch.setattr("components.serving.faults.datetime.date", Early)
    status, said = ready()
    assert (status, said["clock"]) == (200, {"state": "behind"})


def test_long_work_is_among_the_loggers_without_messages() -> None:
    assert long_work.__name__ in faults.TELLING
