"""Where the query of a file is opened again: only pages and codes that the open release knows."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from components.address.asked import NotTaken, read_asked
from components.address.view import read_view
from components.exports.provenance.model import Provenance

PAGES = {"qarku": "county", "takimi": "meeting", "te-dhenat": "data"}  # where files of several views come from
AT_MOST = 50  # parameters of an address


@dataclass(frozen=True)
class Place:
    """A page's file stem, the codes of its address, and what of the file's address is not known any more."""

    page: str
    codes: Mapping[str, str]
    left: tuple[NotTaken, ...] = ()


def place_of(provenance: Provenance, known: Mapping[str, Container[str]]) -> Place | None:
    """The place of the file's view, or of the table or document that its address names; None where it is not known."""
    if provenance.view:
        view = read_view(provenance.view, known)
        return Place(view.page, view.codes) if view else None
    try:
        address = urlsplit(provenance.address)
        asked = dict(parse_qsl(address.query, max_num_fields=AT_MOST))
    except ValueError:
        return None
    page = PAGES.get(address.path.rpartition("/")[2])
    codes, left = read_asked({key: code for key, code in asked.items() if key != "lang"}, known)
    return Place(page, codes, left) if page and codes else None
