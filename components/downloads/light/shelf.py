"""Where the light pages stand, and of which edition of the release they are."""

import re
from pathlib import Path
from typing import Final

from components import store
from data import FOCUS
from i18n import LANGUAGES

FOLDER: Final = Path(__file__).parents[3] / "static" / "snapshots"
START: Final = "index.html"
# Below the app's own address; all its pages stand one level deep, so this leads there from each of them.
ADDRESS: Final = "app/static/snapshots"
STATED: Final = re.compile(r'<meta name="edition" content="([^"]*)"')
HEAD: Final = 1000  # characters of a page, its edition among them


def file_name(county: str, language: str) -> str:
    """The file of a county's page."""
    return f"{county}-{language}.html"


def names() -> tuple[str, ...]:
    """Every file of the shelf, the start page first."""
    return (START, *(file_name(county, language) for language in LANGUAGES for county in FOCUS))


def served_edition() -> str:
    """The open release's id, then `all`, or `published` where it has nothing made up. Raises ReleaseError."""
    return f"{store.whole_release().info.id} {'all' if store.has_demonstration() else 'published'}"


def edition_of(page: str) -> str:
    """The edition that a light page says it is of; '' where it says none."""
    stated = STATED.search(page[:HEAD])
    return stated.group(1) if stated else ""


def is_offered(folder: Path = FOLDER) -> bool:
    """Whether the light pages are those of the release that is served. Raises ReleaseError."""
    try:
        with (folder / START).open(encoding="utf-8") as file:
            return edition_of(file.read(HEAD)) == served_edition()
    except OSError:
        return False
