"""Two answers for whoever keeps the server running: does the process live, and may readers be sent to it?"""

import logging
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components import store
from components.opening import ReleaseAwaited
from components.serving.faults import clock_state, disk_state, picture_state
from components.serving.quiet import without_a_reader
from components.serving.watch import WATCH
from data import ReleaseError

LOG = logging.getLogger(__name__)
FRESH = {"cache-control": "no-store"}


async def healthz(_request: Request) -> JSONResponse:
    """The process answers."""
    return JSONResponse({"state": "ok"}, headers=FRESH)


def readyz(_request: Request) -> JSONResponse:
    """200 once the release is open, with its id and version; 503 with the state's code while it is not. Minutes, the
    clock, pictures and the disk are told and keep no reader away: the figures do not need them."""
    release = release_state()
    ready = release["state"] == "open"
    said = {
        "state": "ready" if ready else "not_ready",
        "release": release,
        "minutes": {"state": WATCH.seen.minutes},
        "clock": {"state": clock_state(release["id"][:10]) if ready else ""},
        "pictures": {"state": picture_state()},
        "disk": {"state": disk_state()},
    }
    return JSONResponse(said, status_code=200 if ready else 503, headers=FRESH)


def release_state() -> dict[str, Any]:
    """`open` with id and version, `awaited` while it is being fetched, or `no_release`; never the reason, which names
    files of the server."""
    try:
        with without_a_reader():
            info = store.whole_release().info
    except ReleaseError as fault:
        LOG.error("release not opened: %s", fault)
        return {"state": "awaited" if isinstance(fault, ReleaseAwaited) else "no_release"}
    return {"state": "open", "id": info.id, "version": info.version}


ROUTES = [Route("/healthz", healthz), Route("/readyz", readyz)]
