"""The text that a picture or document shows, of a file that anybody may have made."""

import io
from collections.abc import Iterator
from typing import Final

from pypdf import PdfReader

from components.exports.nesting import SVG
from components.exports.provenance.bounded import TooMuch, elements_of
from components.exports.provenance.in_pictures import LARGEST_PDF

MOST_PAGES: Final = 60


def text_in(content: bytes, kind: str) -> str:
    """The text that an SVG or PDF shows; '' of other kinds, and of pictures whose letters are drawn as lines.

    Raises TooMuch, and whatever the parsers raise at bytes of anybody.
    """
    if kind == "svg":
        return " ".join(_of_svg(content))
    return _of_pdf(content) if kind == "pdf" else ""


def _of_svg(content: bytes) -> Iterator[str]:
    for element in elements_of(content):
        if element.tag == f"{{{SVG}}}text":
            yield "".join(element.itertext())


def _of_pdf(content: bytes) -> str:
    if len(content) > LARGEST_PDF:
        raise TooMuch
    pages = PdfReader(io.BytesIO(content)).pages
    if len(pages) > MOST_PAGES:
        raise TooMuch
    return " ".join(page.extract_text() for page in pages)
