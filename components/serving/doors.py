"""Who comes in: requests to one of our names, from one of our pages, with messages that a reader's browser sends.

Plain ASGI around Streamlit, which has each of these open: it answers under any name, asks an outside address for its
own when a foreign page knocks, and takes orders meant for a developer's machine, one of which empties everybody's
caches, from anybody.
"""

import logging
import os
import re
from collections.abc import Callable
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from i18n import LANGUAGES, Text, words

LOG = logging.getLogger(__name__)
OWN_NAMES: Final = ("localhost", "127.0.0.1", "::1")
NAME: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
READING: Final = ("GET", "HEAD")
HEARD: Final = {"rerun_script", "app_heartbeat", "stop_script", "file_urls_request"}
# Of the requests that want an answer, a file made at the click; and `dataframe_chunk` the day a table is streamed.
ASKED_FOR: Final = {"deferred_file"}


class OwnNames:
    """ASGI middleware: only requests to a name of this machine or of `HARTA_HOSTS` come in. A page elsewhere could
    point a name of its own at this server, and would then be taken for one of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.names = {*OWN_NAMES, *named_hosts()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what asks for one of the names; 400 and a sentence in every language for the rest."""
        if scope["type"] not in ("http", "websocket") or host_name(said(scope, b"host")) in self.names:
            await self.app(scope, receive, send)
            return
        note_refused()
        await refusal(lambda t: t("refused.host"), 400)(scope, receive, send)


class OwnPages:
    """ASGI middleware: a page of another origin, of another port of this machine too, neither opens a session nor sends
    files. What it may read is the browser's to say."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from no page, from our own, or only reads; 403 and a sentence for the rest."""
        reads = scope["type"] not in ("http", "websocket") or scope.get("method") in READING
        if reads or is_own(said(scope, b"origin"), said(scope, b"host")):
            await self.app(scope, receive, send)
        else:
            await refusal(lambda t: t("refused.origin"), 403)(scope, receive, send)


class HeardOnly:
    """ASGI middleware: of a session's messages only those pass that a reader's browser sends. What is no message at all
    passes too: Streamlit ends the connection there."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; of a websocket's messages the unheard are left out."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def receive_heard() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive" or is_heard(message.get("bytes")):
                    return message

        await self.app(scope, receive_heard, send)


@cache
def note_refused() -> None:
    """Say it in the log, once, without the name: anybody may have said it."""
    LOG.warning("refused: requests under a name that is not in HARTA_HOSTS")


def named_hosts() -> tuple[str, ...]:
    """The names in `HARTA_HOSTS`, separated by commas. ValueError for one that is no name of a host."""
    named = [each.strip().lower() for each in os.environ.get("HARTA_HOSTS", "").split(",") if each.strip()]
    if wrong := [each for each in named if not NAME.fullmatch(each)]:
        raise ValueError(f"HARTA_HOSTS: expected names without port, such as harta.example.al, found {wrong[0]!r}")
    return tuple(named)


def host_name(host: bytes) -> str:
    """The name in a `Host` header, in small letters and without port and last dot; '' where it holds anything else."""
    try:
        parts = urlsplit(f"//{host.decode('ascii')}")
        more = parts.path or parts.query or parts.fragment or "@" in parts.netloc or parts.port == 0
        return "" if more else (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_own(origin: bytes, host: bytes) -> bool:
    """Whether a request says nothing of a page that it comes from, or names this very server."""
    try:
        return not origin or urlsplit(origin.decode("ascii")).netloc.encode() == host
    except ValueError:
        return False


def is_heard(data: bytes | None) -> bool:
    """Whether a message is one that a reader's browser sends, or no message that can be read."""
    if data is None:  # text, which Streamlit refuses
        return True
    try:
        message = BackMsg.FromString(data)
    except DecodeError:
        return True
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in ASKED_FOR
    return kind in HEARD


def said(scope: Scope, name: bytes) -> bytes:
    """What a request's header says, all of it where it stands there more than once; nothing where it is missing."""
    return b", ".join(value for key, value in scope["headers"] if key == name)


def refusal(said_in: Callable[[Text], str], status: int) -> PlainTextResponse:
    """A sentence in every language, not to be kept."""
    told = "\n".join(said_in(words(language)) for language in LANGUAGES)
    return PlainTextResponse(told, status, {"cache-control": "no-store"})
