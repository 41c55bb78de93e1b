"""What the server adds to every answer, whatever Streamlit put there."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from components.serving.light_pages import PATH, without_script
from components.serving.page_language import PageLanguage
from components.serving.security import EMBEDDED, HEADERS, POLICY, SecurityHeaders
from i18n import LANGUAGES

SHELL = (
    b'<!doctype html><html lang="en"><head><title>Streamlit</title></head>'
    b"<body><noscript><p>enable JavaScript</p>\n</noscript></body></html>"
)


async def shell(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that answers as Streamlit's shell does, with a policy of its own."""
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"Content-Security-Policy", b"default-src *")]
    await send({"type": "http.response.start", "status": 200, "headers": [*headers, (b"etag", b"x")]})
    await send({"type": "http.response.body", "body": SHELL})


def answer(query: str = "", path: str = "/rreziku") -> tuple[dict[bytes, bytes], bytes]:
    """Headers and body of a request through both layers."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": [(b"accept", b"text/html")]}
    asyncio.run(SecurityHeaders(PageLanguage(shell))(scope, receive, send))
    names = [name.lower() for name, _ in sent[0]["headers"]]
    assert len(set(names)) == len(names), "a header stands there twice"
    return {name.lower(): value for name, value in sent[0]["headers"]}, b"".join(each["body"] for each in sent[1:])


def test_every_answer_has_the_headers_once() -> None:
    headers, _ = answer()
    assert {name: headers[name] for name, _ in HEADERS} == dict(HEADERS)


def test_no_page_may_ask_another_host() -> None:
    for policy in (POLICY, EMBEDDED):
        for rule in policy.split("; "):
            name, *places = rule.split()
            if name != "frame-ancestors":
                assert {each for each in places if not each.startswith("'")} <= {"blob:", "data:"}, rule
    assert "connect-src 'self' blob: data:" in POLICY


@pytest.mark.parametrize(
    ("query", "framed"),
    [
        ("embed=true&card=risk.x", True),
        ("card=risk.x&lang=en&embed=true", True),
        ("", False),
        ("card=risk.x", False),
        ("embed=false", False),
        ("embed=", False),
        ("embed=true&embed=false", False),
        ("embedded=true", False),
        ("lang=embed=true", False),
        ("Embed=true", False),
    ],
)
def test_only_a_card_alone_may_stand_in_another_page(query: str, framed: bool) -> None:
    for path in ("/", "/takimi"):
        rules = answer(query, path)[0][b"content-security-policy"].decode().split("; ")
        assert ("frame-ancestors *" in rules, "frame-ancestors 'none'" in rules) == (framed, not framed)


@pytest.mark.parametrize(
    ("query", "language"),
    [("", b"sq"), ("lang=en", b"en"), ("lang=xx", b"sq"), ("lang=%22%3E%3Cscript%3E", b"sq"), ("lang=%ff", b"sq")],
)
def test_the_shell_says_its_language(query: str, language: bytes) -> None:
    headers, body = answer(query)
    assert b'<html lang="' + language + b'"' in body
    assert headers[b"content-language"] == language
    assert int(headers[b"content-length"]) == len(body)
    assert b"etag" not in headers
    assert b'"><script>' not in body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shell_leads_readers_without_script_to_the_light_pages(language: str) -> None:
    _, body = answer(f"lang={language}")
    assert body.decode().count("<noscript>") == 1
    assert without_script(language) in body.decode()
    assert b"enable JavaScript" not in body


def test_a_light_page_keeps_its_own_language() -> None:
    headers, body = answer("lang=en", f"{PATH}AL-09-sq.html")
    assert body == SHELL
    assert headers[b"etag"] == b"x"
