"""Long work is shown step by step, kept, and offered at once to whoever asks for the same; a failure says so."""

import sys
import threading
import types
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import store
from components.downloads import long_work
from components.downloads.keeping import keep_made, kept_key, made_before
from i18n import words

MADE: list[str] = []
TOLD: list[tuple[float, str]] = []


def page(language: str, name: str, fails: bool) -> None:
    from tests_of_long_work import make_bytes, make_nothing

    from components.downloads.long_work import offer_document
    from i18n import words

    t = words(language)
    make = make_nothing if fails else make_bytes
    offer_document(t, "Skedari", make, name=f"{name}.bin", mime="application/octet-stream", key=("test", name))


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module: Any = types.ModuleType("tests_of_long_work")
    module.make_bytes, module.make_nothing = make_bytes, make_nothing
    monkeypatch.setitem(sys.modules, "tests_of_long_work", module)
    store.kept.clear()
    MADE.clear()
    TOLD.clear()
    yield
    store.kept.clear()


def make_bytes(tell: long_work.Progress) -> bytes:
    tell(0.5, "gjysma")
    tell(7.0, "më shumë se gjithçka")
    MADE.append("made")
    return b"content"


def make_nothing(tell: long_work.Progress) -> bytes:
    tell(0.1, "fillimi")
    raise ValueError("nothing comes of it")


def opened(name: str, *, fails: bool = False, language: str = "sq") -> AppTest:
    return AppTest.from_function(page, args=(language, name, fails)).run()


def offered(test: AppTest) -> list[str]:
    return [each.proto.label for each in test.get("download_button")]


def test_the_file_is_prepared_on_request_and_offered_in_the_same_run() -> None:
    test = opened("once")
    assert offered(test) == [] and MADE == []
    assert test.button[0].label == words("sq")("files.prepare", what="Skedari")
    test.button[0].click().run()
    assert not test.exception
    assert offered(test) == ["Skedari"] and len(test.button) == 0 and MADE == ["made"]


def test_another_reader_gets_the_kept_file_at_once() -> None:
    opened("shared").button[0].click().run()
    assert offered(opened("shared")) == ["Skedari"] and MADE == ["made"]


def test_another_language_or_query_is_another_file() -> None:
    opened("one").button[0].click().run()
    assert offered(opened("one", language="en")) == []
    assert offered(opened("two")) == []


def test_two_readers_at_once_both_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    together = threading.Barrier(2, timeout=30)  # neither goes on before the other is in the middle of it too

    def make_together(tell: long_work.Progress) -> bytes:
        together.wait()
        return make_bytes(tell)

    monkeypatch.setattr(sys.modules["tests_of_long_work"], "make_bytes", make_together)
    tests = [opened("both"), opened("both")]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda test: test.button[0].click().run(timeout=60), tests))
    assert [offered(test) for test in done] == [["Skedari"]] * 2 and not any(test.exception for test in done)
    assert MADE == ["made"] * 2 and made_before(kept_key(words("sq"), "test", "both")) == b"content"


def test_a_failure_is_said_and_can_be_tried_again() -> None:
    test = opened("broken", fails=True)
    test.button[0].click().run()
    assert not test.exception and offered(test) == []
    assert words("sq")("files.failed") in test.get("html")[0].proto.body
    assert len(test.run().button) == 1


def test_a_file_too_large_to_keep_is_offered_but_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_work, "KEPT", 3)
    test = opened("large")
    test.button[0].click().run()
    assert offered(test) == ["Skedari"]
    assert offered(opened("large")) == []


def test_the_key_tells_release_kind_language_and_query() -> None:
    key = kept_key(words("en"), "query", "csv")
    assert key[0] == store.release().info.id and key[1:3] == ("all", "en") and key[-2:] == ("query", "csv")


def test_made_once_and_text_is_written_in_utf8() -> None:
    key = ("a key of this test",)
    assert made_before(key) is None
    assert keep_made(key, lambda: "ë") == "ë".encode()
    assert keep_made(key, lambda: "another") == made_before(key) == "ë".encode()
