"""Search in Streamlit's lists by our rule: every word of what is typed, whatever its case and diacritics.

Streamlit filters a list in the browser, letter by letter and marks and all: `ne arsim` does not find `Në arsim`. It has
no setting for another rule, so the one line that holds its rule goes out with ours in its place.
"""

from functools import cache
from pathlib import Path
from typing import Final

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

SCRIPTS: Final = Path(streamlit.__file__).parent / "static" / "static" / "js"
NAME: Final = "useSyncComboBoxEnterTargetFocus.*.js"
THEIRS: Final = "let n=e.filter(e=>vn(t,e.label));return o(n,e=>-_n(t,e.label))"
# The rule of components/widgets/matching.py; the order stays that of the list, which the reader knows.
OURS: Final = (
    'let p=s=>s.normalize("NFD").replace(/\\p{M}/gu,"").toLowerCase(),w=p(t.slice(0,200)).split(/\\s+/);'
    "return e.filter(e=>{let l=p(e.label);return w.every(s=>l.includes(s))})"
)
KEPT: Final = "public, immutable, max-age=31536000"


class ListSearch:
    """ASGI middleware: answers with our rule where Streamlit's script with its rule is asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.path = app, f"/static/js/{script().name}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on."""
        asked = scope["type"] == "http" and scope["path"].endswith(self.path)
        await (answer() if asked else self.app)(scope, receive, send)


def script() -> Path:
    """The one script of Streamlit's with the rule; raises LookupError where another version has none or several."""
    found = [path for path in SCRIPTS.glob(NAME) if path.read_text(encoding="utf-8").count(THEIRS) == 1]
    if len(found) != 1:
        raise LookupError(
            f"Streamlit's rule for searching lists: {len(found)} scripts named {NAME} hold it, expected 1"
        )
    return found[0]


@cache
def answer() -> Response:
    """That script with our rule, to be kept by the browser as Streamlit's own are: with the next version its name
    changes."""
    ours = script().read_text(encoding="utf-8").replace(THEIRS, OURS)
    return Response(ours, media_type="text/javascript", headers={"cache-control": KEPT})
