"""Where the quick exit leads, and what stands in the browser's list of visited pages for the one left."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from components.widgets.ways_out import AWAY, SAFE_PLACE


def away(_request: Request) -> RedirectResponse:
    """On to a harmless page, each time anew: the browser's Back ends there too."""
    return RedirectResponse(SAFE_PLACE, 303, {"cache-control": "no-store"})


ROUTES = [Route(f"/{AWAY}", away)]
