"""Headers that tell the browser what a page of the atlas may do: ask nobody but its own server, and little else."""

from typing import Final
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit's scripts compile expressions and its components load from blobs; its styles and ours stand in the page.
POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' blob: data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
# A card alone may be embedded in any page; there is nothing to click in the reader's name.
EMBEDDED: Final = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class SecurityHeaders:
    """ASGI middleware: puts HEADERS on every answer, in place of what was there under their names; answers itself where
    what lies below fails, as that answer would go past it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; websockets unchanged."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                ours = headers_of(scope)
                kept = [pair for pair in message["headers"] if pair[0].lower() not in ours]
                message = {**message, "headers": [*kept, *ours.items()]}
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if not started:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, send_with_headers)
            raise  # for the log


def headers_of(scope: Scope) -> dict[bytes, bytes]:
    """HEADERS as they are for an address: only one that shows a card alone may be framed by another page."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return dict(HEADERS) | ({b"content-security-policy": EMBEDDED.encode()} if asked.get("embed") == ["true"] else {})
