"""Addresses that are none: Streamlit answers each with its shell and 200, as if a page or a file stood there."""

import html
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.address.pages import PAGES
from components.serving.light_pages import PATH
from i18n import LANGUAGES, Text, words

PLACES = {f"/{address}" for address in PAGES.values()}
# Below these stand files and routes, of which a browser may ask whether what it holds is still good.
FILES = ("/static/", "/app/static/", "/media/", "/component/", "/_stcore/")
ON_CONDITION = {b"if-none-match", b"if-modified-since", b"range", b"if-range"}
LOOK = (
    "<style>body{font:1rem/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}"
    "h1{font-size:1.3rem}li{margin:.3rem 0}</style>"
)


class NothingHere:
    """ASGI middleware: where Streamlit would answer an address that is no page with its shell, 404 and a sentence."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; put the sentence in the place of a shell, or of the way to one, that belongs nowhere."""
        path = path_of(scope)
        if scope["type"] != "http" or path.rstrip("/") in PLACES or path in PLACES or path.startswith(PATH):
            await self.app(scope, receive, send)
            return
        nothing = False

        async def send_what_is_there(message: Message) -> None:
            nonlocal nothing
            if message["type"] == "http.response.start":
                nothing = is_shell(message)
            if not nothing:
                await send(message)

        await self.app(scope if path.startswith(FILES) else without_conditions(scope), receive, send_what_is_there)
        if nothing:
            await nothing_here(scope)(scope, receive, send)


def path_of(scope: Scope) -> str:
    """The path as the app's own pages are called."""
    return str(scope.get("path", "")).removeprefix(scope.get("root_path", ""))


def without_conditions(scope: Scope) -> Scope:
    """The request for all of it, whatever the browser has of it."""
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in ON_CONDITION]}


def is_shell(start: Message) -> bool:
    """Whether Streamlit's shell starts, or what it sends to the same address without the slash at its end."""
    kind = dict(start["headers"]).get(b"content-type", b"")
    return start["status"] == 301 or (start["status"] < 400 and kind.startswith(b"text/html"))


def nothing_here(scope: Scope) -> HTMLResponse:
    """The sentence in the address's language, and the ways to the pages."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [LANGUAGES[0]])[0]
    language = asked if asked in LANGUAGES else LANGUAGES[0]
    headers = {"cache-control": "no-store", "content-language": language}
    return HTMLResponse(page(words(language), scope.get("root_path", "")), 404, headers)


def page(t: Text, root: str) -> str:
    """The answer as a page without script."""
    ways = "".join(
        f'<li><a href="{html.escape(root)}/{address}?lang={t.language}">{html.escape(t(f"nav.{stem}"))}</a></li>'
        for stem, address in PAGES.items()
    )
    name, said = html.escape(t("product.name")), html.escape(t("refused.nothing_here"))
    # Without an icon's name the browser would ask for one that is not there either.
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{name}</title>{LOOK}'
    body = f'<link rel="icon" href="data:,"></head><body><h1>{said}</h1><ul>{ways}</ul></body>'
    return f'<!doctype html><html lang="{t.language}"><head>{head}{body}</html>'
