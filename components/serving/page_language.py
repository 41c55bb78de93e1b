"""The page's language in the first byte of HTML: Streamlit's shell says English whatever the page says."""

import asyncio
import gzip
import re
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.serving.first_looks import look_at
from components.serving.light_pages import PATH, without_script
from components.serving.light_shell import lightened
from components.serving.packed_scripts import start_of_packed
from i18n import LANGUAGES, words

NO_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)


class PageLanguage:
    """ASGI middleware: writes the language the address asks for into `<html lang>` of Streamlit's shell, and our own
    words for readers without script. Light pages have a language of their own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; of an HTML answer, replace the language and drop what no longer fits the body."""
        if scope["type"] != "http" or scope["path"].startswith(PATH):
            await self.app(scope, receive, send)
            return
        packs = any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])
        # The shell is to be read here, so it is asked for uncompressed; scripts and styles keep their compression.
        if any(name == b"accept" and b"text/html" in value for name, value in scope["headers"]):
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [LANGUAGES[0]])[0]
        language = asked if asked in LANGUAGES else LANGUAGES[0]
        held: list[Message] = []

        async def send_in_language(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200 and is_html(message):
                held.append(message)
            elif held and message["type"] == "http.response.body":
                held.append(message)
                if not message.get("more_body", False):
                    look = await asyncio.to_thread(look_at, scope["path"], scope["query_string"].decode("latin-1"))
                    answer = translated(held, language, look)
                    for each in packed(answer) if packs else answer:
                        await send(each)
                    held.clear()
            else:
                await send(message)

        await self.app(scope, receive, send_in_language)


def is_html(message: Message) -> bool:
    """Whether a response starts that carries HTML in plain bytes."""
    headers = dict(message["headers"])
    return headers.get(b"content-type", b"").startswith(b"text/html") and b"content-encoding" not in headers


def translated(held: list[Message], language: str, look: str = "") -> list[Message]:
    """The held answer as two messages with `lang`, a first look, and the headers that belong to the new body."""
    start, *parts = held
    body = b"".join(part.get("body", b"") for part in parts)
    body = body.replace(b'<html lang="en"', f'<html lang="{language}"'.encode(), 1)
    body = body.replace(b"<title>Streamlit</title>", f"<title>{words(language)('product.name')}</title>".encode(), 1)
    body = NO_SCRIPT.sub(lambda _: without_script(language).encode(), body, count=1)
    body = lightened(body).replace(b"<body>", f"<body>{look}".encode(), 1)
    outdated = {b"content-length", b"etag", b"last-modified", b"content-language"}
    headers = [(name, value) for name, value in start["headers"] if name.lower() not in outdated]
    headers.append((b"content-language", language.encode()))
    if body:
        headers.append((b"content-length", str(len(body)).encode()))
    return [{**start, "headers": headers}, {"type": "http.response.body", "body": body}]


def packed(answer: list[Message]) -> list[Message]:
    """The answer compressed, where it has a body."""
    start, rest = answer
    if not rest["body"]:
        return answer
    body = gzip.compress(rest["body"], 6, mtime=0)
    return [start_of_packed(start, len(body)), {**rest, "body": body}]
