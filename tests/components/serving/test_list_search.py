"""The rule by which lists are searched goes out in Streamlit's script, in place of its own."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from components.serving import list_search
from components.serving.list_search import OURS, THEIRS, ListSearch, script


def test_the_pinned_version_holds_its_rule_once() -> None:
    text = script().read_text(encoding="utf-8")
    assert text.count(THEIRS) == 1
    assert OURS not in text


def test_another_version_is_told_from_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_search, "THEIRS", "another rule")
    with pytest.raises(LookupError, match=r"0 scripts named .* expected 1"):
        script()


@pytest.mark.parametrize("prefix", ["", "/atlas"])
def test_only_that_script_is_changed(prefix: str) -> None:
    plain = Route("/{path:path}", lambda _: PlainTextResponse("theirs"))
    client = TestClient(ListSearch(Starlette(routes=[plain])))
    answer = client.get(f"{prefix}/static/js/{script().name}", headers={"if-none-match": "anything"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert answer.text == script().read_text(encoding="utf-8").replace(THEIRS, OURS)
    assert client.get(f"{prefix}/static/js/Selectbox.js").text == "theirs"
