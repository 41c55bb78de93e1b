"""Every cookie is kept from scripts and from other sites' requests, and goes over TLS alone where the reader did.

Streamlit marks none of its cookies `Secure`, that of a sign-in included.
"""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

STARTS: Final = ("http.response.start", "websocket.accept", "websocket.http.response.start")
# Streamlit's own script has to read it, to say it again with an upload.
READ_BY_SCRIPTS: Final = b"_streamlit_xsrf"


class SafeCookies:
    """ASGI middleware: puts on every cookie, whoever sets it, the marks that it lacks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; mark the cookies of each answer."""
        by_tls = came_by_tls(scope) if scope["type"] in ("http", "websocket") else False

        async def send_marked(message: Message) -> None:
            if message["type"] in STARTS:
                headers = [
                    (name, marked(value, by_tls=by_tls) if name.lower() == b"set-cookie" else value)
                    for name, value in message.get("headers", [])
                ]
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, send_marked)


def came_by_tls(scope: Scope) -> bool:
    """Whether the reader's browser asked by `https`, of this server or of the one in front of it."""
    forwarded = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    return scope.get("scheme") in ("https", "wss") or forwarded.partition(b",")[0].strip().lower() == b"https"


def marked(cookie: bytes, *, by_tls: bool) -> bytes:
    """The cookie with every mark that it lacks."""
    has = {part.strip().partition(b"=")[0].lower() for part in cookie.split(b";")[1:]}
    wanted = [] if cookie.startswith(READ_BY_SCRIPTS + b"=") else [b"HttpOnly"]
    wanted += [b"SameSite=Lax", *([b"Secure"] if by_tls else [])]
    return b"; ".join([cookie, *(mark for mark in wanted if mark.partition(b"=")[0].lower() not in has)])
