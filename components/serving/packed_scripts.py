"""Streamlit's scripts and styles, compressed: it sends them as they are, which is most of what a first visit waits for.

Their names hold a hash of what is in them, so each is compressed once and kept: less than a megabyte in all.
"""

import asyncio
import gzip
import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = re.compile(r"/static/(?:js|css)/[\w.-]+\.(?:js|css)")
SMALLEST = 1024  # bytes; below that a packed answer is no shorter on the line


class PackedScripts:
    """ASGI middleware: a script or style of Streamlit's goes out compressed to whoever can read it so."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.packed: dict[str, list[Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept; pass everything else on."""
        if not may_be_packed(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        answer = self.packed.get(path) or await self.asked(scope, receive)
        for message in answer:
            await send(message)

    async def asked(self, scope: Scope, receive: Receive) -> list[Message]:
        """The app's own answer; packed, and kept for the next, where that makes it shorter."""
        answer: list[Message] = []

        async def hold(message: Message) -> None:
            answer.append(message)

        await self.app(scope, receive, hold)
        body = b"".join(message.get("body", b"") for message in answer[1:])
        if answer[0]["status"] != 200 or len(body) < SMALLEST or not is_text(answer[0]):
            return answer
        packed = await asyncio.to_thread(gzip.compress, body, 9, mtime=0)
        self.packed[scope["path"]] = kept = [start_of_packed(answer[0], len(packed)), {**answer[-1], "body": packed}]
        return kept


def may_be_packed(scope: Scope) -> bool:
    """Whether a whole script or style is asked for by somebody who takes it compressed."""
    if scope["type"] != "http" or scope["method"] != "GET" or not PATH.fullmatch(scope["path"]):
        return False
    headers = dict(scope["headers"])
    conditional = headers.keys() & {b"range", b"if-none-match", b"if-modified-since"}
    return b"gzip" in headers.get(b"accept-encoding", b"") and not conditional


def is_text(start: Message) -> bool:
    """Whether a script or style starts that nobody has compressed yet; an unknown name is answered with a page."""
    headers = dict(start["headers"])
    kind = headers.get(b"content-type", b"")
    return (b"javascript" in kind or kind.startswith(b"text/css")) and b"content-encoding" not in headers


def start_of_packed(start: Message, length: int) -> Message:
    """The start of the compressed answer, without what belongs to the plain bytes."""
    plain_only = {b"content-length", b"etag", b"vary", b"accept-ranges"}
    kept = [(name, value) for name, value in start["headers"] if name.lower() not in plain_only]
    told = [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding"), (b"content-length", str(length).encode())]
    return {**start, "headers": [*kept, *told]}
