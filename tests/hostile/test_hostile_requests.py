"""Requests as nobody's browser makes them: to the layers around Streamlit, and to a server as readers reach it."""

import asyncio
import http.client
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send
from throwing import COUNTS, MARK, PATHS, VALUES, texts, throw

from components.serving.page_language import PageLanguage
from components.serving.replica import NAME, OwnCookie
from components.serving.security import HEADERS, SecurityHeaders, headers_of
from i18n import LANGUAGES
from tests.walk.app_server import AppServer, start_server

SHELL = (
    b'<!doctype html><html lang="en"><head><title>Streamlit</title></head><noscript>x</noscript><body></body></html>'
)
REFUSED = b"Invalid HTTP request received."
ODD_HEADERS: list[tuple[str, str]] = [
    ("X-Forwarded-Proto", f"https, {MARK}"),
    ("X-Forwarded-For", f"<script>{MARK}"),
    ("Forwarded", f"for={MARK};host={MARK}"),
    ("Accept-Language", f"{MARK}, <b>;q=9"),
    ("Accept", f"text/html, {MARK}"),
    ("Accept-Encoding", f"gzip;q=9, {MARK}"),
    ("Origin", f"https://{MARK}.example"),
    ("Referer", f"https://{MARK}.example/<script>"),
    ("Cookie", f"harta={MARK}; _streamlit_xsrf={MARK}; _streamlit_user={MARK}; =; ;;"),
    ("Range", "bytes=0-9999999999999,-1,x"),
    ("If-None-Match", f'"{MARK}"'),
    ("If-Modified-Since", MARK),
    ("User-Agent", f"\xff{MARK}"),
    ("Content-Length", "5"),
    ("X-Streamlit-User", MARK),
    ("Authorization", f"Basic {MARK}"),
]


def answer(scope: Scope) -> list[Message]:
    """What the three layers answer around a shell like Streamlit's."""
    sent: list[Message] = []

    async def shell(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": SHELL})

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(SecurityHeaders(PageLanguage(OwnCookie(shell)))(scope, receive, send))
    return sent


def test_the_layers_around_streamlit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the query and the headers: our own headers once, a known language, no byte of the request."""
    monkeypatch.setenv("HARTA_REPLICA", "r1")
    names = st.sampled_from([b"accept", b"accept-encoding", b"cookie", b"x-forwarded-proto", b"host", b"lang"])
    bytes_of_all_kinds = st.one_of(
        st.binary(max_size=60), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
    queries = st.one_of(bytes_of_all_kinds, st.sampled_from(VALUES).map(lambda value: f"lang={value}".encode()))
    cases = st.tuples(
        st.sampled_from(["http", "http", "websocket"]),
        queries,
        st.lists(st.tuples(names, bytes_of_all_kinds), max_size=4),
    )

    def check(case: tuple[str, bytes, list[tuple[bytes, bytes]]]) -> None:
        kind, query, headers = case
        given = [*headers, (b"accept", b"text/html," + MARK.encode()), (b"x-odd", MARK.encode())]
        start, *rest = answer({"type": kind, "path": "/", "query_string": query, "headers": given})
        told = dict(start["headers"])
        if kind == "websocket":
            assert told[b"set-cookie"] in (
                f"harta=r1; Path=/; HttpOnly; SameSite=Lax{end}".encode() for end in ("", "; Secure")
            )
            return
        body = b"".join(each["body"] for each in rest)
        assert {name: told[name] for name, _ in HEADERS} == dict(HEADERS)
        assert told[b"content-language"].decode() in LANGUAGES
        assert MARK.encode() not in body and b"<script>alert" not in body

    throw("server: shell", cases, check)


@pytest.mark.parametrize("name", ["", "a b", "a\r\nSet-Cookie: x=y", "A", "é", "x" * 41, "a;b", "../x"])
def test_no_other_name_of_a_replica(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARTA_REPLICA", name)
    if name:
        assert NAME.fullmatch(name) is None
        with pytest.raises(ValueError, match="HARTA_REPLICA"):
            OwnCookie(PageLanguage(None))  # type: ignore[arg-type]


def test_an_answer_to_a_fault_has_the_headers_too() -> None:
    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError(MARK)

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    with pytest.raises(RuntimeError):
        asyncio.run(SecurityHeaders(failing)({"type": "http", "headers": []}, None, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 500 and set(HEADERS) <= set(sent[0]["headers"])
    assert MARK.encode() not in sent[1]["body"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The app on a free port, with its log."""
    log = tmp_path_factory.mktemp("server") / "log"
    running = start_server(log)
    yield running
    running.stop()


def asked(
    server: AppServer, method: str, path: str, headers: list[tuple[str, str]]
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a request whose path is sent as it is."""
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=20)
    connection._validate_path = lambda url: None  # type: ignore[attr-defined]
    try:
        connection.putrequest(method, path.replace(" ", "%20"), skip_accept_encoding=True)
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders(b"hello" if ("Content-Length", "5") in headers else None)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()


def test_a_server_asked_for_anything(server: AppServer) -> None:
    """Every recorded path with each of three ways to ask, an odd header with each: no fault of the server, the headers
    of safety on every answer, nothing from outside `static/`, no line of the request in an answer or in the log."""
    sources = [Path(name).read_bytes()[:200] for name in ("server.py", "requirements.txt", ".streamlit/config.toml")]
    thrown = 0
    for number, (path, method) in enumerate(product(PATHS, ("GET", "HEAD", "PUT"))):
        header = ODD_HEADERS[number % len(ODD_HEADERS)]
        status, told, body = asked(server, method, path, [header])
        thrown += 1
        at = f"{method} {path} {header}: {status}"
        assert status < 500 or (path.startswith("/auth/") and status == 501), at
        query = path.partition("?")[2].encode("utf-8")
        ours = {name.decode(): value.decode() for name, value in headers_of({"query_string": query}).items()}
        if not (status == 400 and body == REFUSED):  # what uvicorn takes for no request at all, it answers itself
            assert {name: told.get(name) for name in ours} == ours, at
        assert not any(source in body for source in sources) and b"root:" not in body, at
        assert MARK.encode() not in body and "x-injected" not in told, at
        assert MARK not in str({name: value for name, value in told.items() if name != "location"}), at
    assert thrown >= COUNTS["server: paths"]
    log: Any = server.log.read_text(encoding="utf-8", errors="replace")
    assert MARK not in log and "Traceback" not in log
