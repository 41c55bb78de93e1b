"""Who comes in: names of this server only, our own pages only, and of their messages those that a browser sends."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.serving.doors import ASKED_FOR, HEARD, HeardOnly, OwnNames, OwnPages, is_heard, note_refused
from i18n import LANGUAGES, words

# Each was judged: what a page of ours has a reader's browser send, and what is an order to a developer's machine.
UNHEARD = {"clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime"}
NOT_ASKED_FOR = {"install_skills", "dismiss_skills_nudge", "dataframe_chunk"}
OWN = b"http://127.0.0.1:8501"


def answer(door: type[OwnNames] | type[OwnPages], kind: str, method: str, **headers: bytes) -> tuple[int, bytes]:
    """The status and the sentence for a request; 200 where it reached the app, 101 for a websocket."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        sent.append({"status": 101 if scope["type"] == "websocket" else 200})

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    given = [(name.encode(), value) for name, value in headers.items()]
    scope = {
        "type": kind,
        "method": method,
        "path": "/",
        "headers": given,
        "extensions": {"websocket.http.response": {}},
    }
    asyncio.run(door(app)(scope, receive, send))
    return sent[0]["status"], b"".join(each.get("body", b"") for each in sent[1:])


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("host", "named", "comes_in"),
    [
        (b"127.0.0.1:8501", "", True),
        (b"localhost", "", True),
        (b"LOCALHOST.:99", "", True),
        (b"[::1]:8501", "", True),
        (b"harta.example.al", "a.example, Harta.Example.AL", True),
        (b"harta.example.al:8443", "harta.example.al", True),
        (b"harta.example.al", "", False),
        (b"evil.example", "harta.example.al", False),
        (b"x.harta.example.al", "harta.example.al", False),
        (b"harta.example.al.evil.example", "harta.example.al", False),
        (b"localhost.evil.example", "", False),
        (b"localhost@evil.example", "", False),
        (b"evil.example@localhost", "", False),
        (b"localhost/evil.example", "", False),
        (b"localhost?evil", "", False),
        (b"localhost, evil.example", "", False),
        (b"127.0.0.1.nip.io", "", False),
        (b"0.0.0.0:8501", "", False),
        (b"2130706433", "", False),
        (b"localhost:no", "", False),
        (b"loc\xc3\xa4lhost", "", False),
        (b"[::1", "", False),
        (b"*", "", False),
        (b"", "", False),
    ],
)
def test_only_own_names_are_answered(
    host: bytes, named: str, comes_in: bool, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARTA_HOSTS", named)
    status, said = answer(OwnNames, kind, "GET", host=host)
    assert status == ((101 if kind == "websocket" else 200) if comes_in else 400)
    if not comes_in:
        assert said.decode() == "\n".join(words(language)("refused.host") for language in LANGUAGES)


def test_a_request_without_a_name_is_refused_and_the_log_says_so_once(caplog: pytest.LogCaptureFixture) -> None:
    note_refused.cache_clear()
    assert [answer(OwnNames, "http", "GET")[0] for _ in range(3)] == [400, 400, 400]
    assert len(caplog.records) == 1 and "HARTA_HOSTS" in caplog.records[0].getMessage()


@pytest.mark.parametrize(
    "named", ["*", "*.example.al", "https://harta.example.al", "harta.example.al:80", "a b", "a/b"]
)
def test_what_is_no_name_stops_the_start(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARTA_HOSTS", f"localhost,{named}")
    with pytest.raises(ValueError, match="HARTA_HOSTS"):
        OwnNames(None)  # type: ignore[arg-type]


FOREIGN = [b"http://evil.example", b"https://127.0.0.1", b"http://127.0.0.1:9", b"http://localhost:8501", b"null", b"x"]
FOREIGN += [OWN + b".evil.example", b"http://127.0.0.1:8501@evil.example", OWN + b", " + OWN, b"\xff", b"http://["]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_page_opens_no_session_and_sends_nothing(origin: bytes) -> None:
    host = b"127.0.0.1:8501"
    assert answer(OwnPages, "websocket", "", host=host, origin=origin)[0] == 403
    for method in ("PUT", "POST", "DELETE", "PATCH", "OPTIONS"):
        status, said = answer(OwnPages, "http", method, host=host, origin=origin)
        assert (status, said.decode()) == (403, "\n".join(words(each)("refused.origin") for each in LANGUAGES))
    for method in ("GET", "HEAD"):  # whether its script may read them is the browser's to say
        assert answer(OwnPages, "http", method, host=host, origin=origin)[0] == 200


def test_our_own_pages_and_what_is_no_page_come_in() -> None:
    for origin in ({}, {"origin": OWN}, {"origin": OWN.replace(b"http", b"https")}):
        assert answer(OwnPages, "websocket", "", host=b"127.0.0.1:8501", **origin)[0] == 101
        assert answer(OwnPages, "http", "PUT", host=b"127.0.0.1:8501", **origin)[0] == 200


def message_of(kind: str, payload: str = "") -> bytes:
    """A message of a kind, as a browser would write it."""
    message = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[kind]
    if payload:
        getattr(message.backend_operation_request, payload).SetInParent()
    elif field.message_type:
        getattr(message, kind).SetInParent()
    else:
        setattr(message, kind, "x" if field.type == field.TYPE_STRING else True)
    return message.SerializeToString()


def test_every_kind_of_message_was_judged() -> None:
    """A new one of another Streamlit stands in neither list."""
    kinds = {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    assert kinds == HEARD | UNHEARD | {"backend_operation_request"}
    operation = BackMsg.DESCRIPTOR.fields_by_name["backend_operation_request"].message_type
    assert {field.name for field in operation.oneofs_by_name["payload"].fields} == ASKED_FOR | NOT_ASKED_FOR


def test_only_what_a_readers_browser_sends_is_heard() -> None:
    assert {kind for kind in HEARD | UNHEARD if is_heard(message_of(kind))} == HEARD
    asked = ASKED_FOR | NOT_ASKED_FOR
    assert {name for name in asked if is_heard(message_of("backend_operation_request", name))} == ASKED_FOR
    assert not is_heard(message_of("backend_operation_request"))
    assert not is_heard(bytes.fromhex("2801")) and not is_heard(b"")
    assert is_heard(message_of("rerun_script") + bytes.fromhex("2801")) is False, "the last of two kinds counts"
    assert is_heard(b"\xff\xff") and is_heard(None), "what is no message is Streamlit's to refuse"


def test_the_unheard_is_left_out_and_the_rest_arrives_in_its_order() -> None:
    texts = [
        message_of("clear_cache"),
        message_of("rerun_script"),
        message_of("load_git_info"),
        message_of("stop_script"),
    ]
    coming = [{"type": "websocket.connect"}, *({"type": "websocket.receive", "bytes": each} for each in texts)]
    coming.append({"type": "websocket.disconnect"})
    arrived: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while not arrived or arrived[-1]["type"] != "websocket.disconnect":
            arrived.append(await receive())

    async def receive() -> Message:
        return coming.pop(0)

    asyncio.run(HeardOnly(app)({"type": "websocket"}, receive, None))  # type: ignore[arg-type]
    assert [each.get("bytes") for each in arrived] == [None, texts[1], texts[3], None]
