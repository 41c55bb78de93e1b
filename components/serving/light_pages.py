"""The light pages as the server answers them: only while they are of the release that it shows."""

import logging

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.downloads.light.shelf import ADDRESS, FOLDER, file_name, is_offered, names
from components.serving.quiet import without_a_reader
from data import FOCUS, ReleaseError
from i18n import LANGUAGES, words

LOG = logging.getLogger(__name__)
PATH = f"/{ADDRESS}/"
KEPT = {"cache-control": "public, max-age=60"}


def light_page(request: Request) -> Response:
    """A page of the shelf; a sentence in every language where there is none of the release that is served."""
    name = request.path_params["name"]
    if name in names() and is_served():
        return FileResponse(FOLDER / name, media_type="text/html", headers=KEPT)
    said = "\n".join(words(language)("snapshot.none") for language in LANGUAGES)
    return PlainTextResponse(said, status_code=404, headers={"cache-control": "no-store"})


def is_served() -> bool:
    """Whether the light pages may be shown."""
    try:
        with without_a_reader():
            return is_offered()
    except ReleaseError as fault:
        LOG.error("release not opened: %s", fault)
        return False


def without_script(language: str) -> str:
    """What the shell says where no script runs: why it stays empty, and where the light pages are."""
    t = words(language)
    ways = "".join(f'<li><a href="{ADDRESS}/{file_name(area, language)}">{t.area(area)}</a></li>' for area in FOCUS)
    # A first look of the page stays where no script takes it away; the words stand under it.
    style = "<style>#first-look{position:static}#first-look .wait{display:none}</style>"
    return f"<noscript>{style}<p>{t('snapshot.no_script')}</p><ul>{ways}</ul></noscript>"


ROUTES = [Route(PATH + "{name}", light_page)]
