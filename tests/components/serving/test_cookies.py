"""Every cookie of the server: out of scripts' reach, not for other sites, over TLS only where the reader came so."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from components.serving.cookies import SafeCookies, marked
from components.serving.replica import OwnCookie

PLAIN = [(b"host", b"harta.example.al")]
TLS = [*PLAIN, (b"x-forwarded-proto", b"https")]


def cookies(start: str, given: list[bytes], scope: Scope) -> list[bytes]:
    """The cookies as they leave the server."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {"type": start, "status": 302, "headers": [(b"x", b"y"), *((b"Set-Cookie", each) for each in given)]}
        )

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(SafeCookies(app)(scope, None, send))  # type: ignore[arg-type]
    assert (b"x", b"y") in sent[0]["headers"]
    return [value for name, value in sent[0]["headers"] if name.lower() == b"set-cookie"]


@pytest.mark.parametrize("start", ["http.response.start", "websocket.accept"])
def test_the_cookies_of_a_sign_in(start: str) -> None:
    """As Streamlit sets them: `_streamlit_user`, its further parts, its tokens, its session."""
    kind = "http" if start.startswith("http") else "websocket"
    own = [f"{name}=x; HttpOnly; Max-Age=9; Path=/; SameSite=lax".encode() for name in ("_streamlit_user", "a__1")]
    assert cookies(start, own, {"type": kind, "headers": PLAIN}) == own
    assert cookies(start, own, {"type": kind, "headers": TLS}) == [each + b"; Secure" for each in own]
    scheme = "https" if kind == "http" else "wss"
    assert cookies(start, own, {"type": kind, "scheme": scheme, "headers": PLAIN})[0].endswith(b"; Secure")
    assert cookies(start, [b"a=b"], {"type": kind, "headers": TLS}) == [b"a=b; HttpOnly; SameSite=Lax; Secure"]


def test_the_cookie_that_streamlits_script_must_read_stays_readable() -> None:
    own = b"_streamlit_xsrf=2|x; Path=/; SameSite=Lax"
    assert cookies("http.response.start", [own], {"type": "http", "headers": TLS}) == [own + b"; Secure"]


def test_no_mark_stands_twice_and_a_value_is_no_mark() -> None:
    full = b"a=Secure; secure; httponly; SameSite=Strict"
    assert marked(full, by_tls=True) == full
    assert marked(b"Secure=HttpOnly", by_tls=True) == b"Secure=HttpOnly; HttpOnly; SameSite=Lax; Secure"


@pytest.mark.parametrize(
    ("headers", "secure"),
    [
        (PLAIN, b""),
        (TLS, b"; Secure"),
        ([(b"x-forwarded-proto", b"HTTPS, http")], b"; Secure"),
        ([(b"x-forwarded-proto", b"http, https")], b""),
        ([(b"x-forwarded-proto", b"")], b""),
    ],
)
def test_the_replicas_cookie(
    headers: list[tuple[bytes, bytes]], secure: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARTA_REPLICA", "r1")
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(OwnCookie(app)({"type": "websocket", "headers": headers}, None, send))  # type: ignore[arg-type]
    assert dict(sent[0]["headers"])[b"set-cookie"] == b"harta=r1; Path=/; HttpOnly; SameSite=Lax" + secure
