"""Which of several equal servers a reader belongs to.

A session lives in one process: its files and uploads are to be asked for there. So the process that takes a session
says its own name in a cookie, and the web server in front sends the reader's requests to the server of that name as
long as it answers. The cookie names a server, never a reader.
"""

import os
import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.serving.cookies import came_by_tls, marked

NAME = re.compile(r"[a-z0-9-]{1,40}")


def replica_name() -> str:
    """The name of this process, `HARTA_REPLICA`; '' where it is the only one. ValueError for one that is none."""
    name = os.environ.get("HARTA_REPLICA", "")
    if name and not NAME.fullmatch(name):
        raise ValueError("HARTA_REPLICA: expected small letters, digits and hyphens")
    return name


def cookie_of(name: str, scope: Scope) -> bytes:
    """The cookie that sends a reader back to the replica; only over TLS where the reader came that way."""
    return marked(f"harta={name}; Path=/".encode(), by_tls=came_by_tls(scope))


class OwnCookie:
    """ASGI middleware: whoever opens a session here gets this replica's cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.name = replica_name()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; put the cookie on the answer that accepts a websocket."""
        if not self.name or scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "websocket.accept":
                own = (b"set-cookie", cookie_of(self.name, scope))
                message = {**message, "headers": [*message.get("headers", []), own]}
            await send(message)

        await self.app(scope, receive, send_with_cookie)
