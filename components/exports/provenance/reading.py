"""A file handed back: what it says of itself, or why it says nothing that can be relied on."""

from collections.abc import Callable
from typing import Any, Final

from components.exports.provenance.bounded import TooMuch
from components.exports.provenance.in_data import object_in_json, text_in_html, text_in_parquet, text_in_zip
from components.exports.provenance.in_pictures import text_in_pdf, text_in_png, text_in_svg
from components.exports.provenance.in_workbook import BOOK
from components.exports.provenance.model import Provenance
from components.exports.provenance.parsing import provenance_from, provenance_of
from components.exports.provenance.problems import ProvenanceProblem

LARGEST_MB: Final = 20
LARGEST: Final = LARGEST_MB * 1024 * 1024  # bytes
ENDINGS: Final = ("pdf", "png", "svg", "xlsx", "zip", "json", "parquet", "html")
KINDS: Final = {
    b"\x89png": "png", b"%pdf": "pdf", b"pk": "zip", b"par1": "parquet", b"{": "json", b"<svg": "svg", b"<?xml": "svg",
    b"<!doctype html": "html", b"<html": "html",
}  # fmt: skip
HEAD = 1_000  # bytes that tell a file's kind

Reader = Callable[[bytes], Any]
READERS: Final[tuple[tuple[bytes, Reader], ...]] = (
    (b"\x89PNG", text_in_png),
    (b"%PDF", text_in_pdf),
    (b"PK", text_in_zip),
    (b"PAR1", text_in_parquet),
    (b"{", object_in_json),
    (b"<svg", text_in_svg),
    (b"<?xml", text_in_svg),
    (b"<!doctype html", text_in_html),
    (b"<html", text_in_html),
)


def read_provenance(content: bytes, name: str) -> Provenance:
    """What an exported file says of itself. Its kind is told by its content, `name` is believed in nothing.

    Raises ProvenanceProblem and nothing else, whatever the bytes are.
    """
    if len(content) > LARGEST:
        raise ProvenanceProblem("too_large")
    reader = reader_for(content)
    if reader is None:
        raise ProvenanceProblem("unknown_kind")
    try:
        told = reader(content)
        if told is not None:
            return provenance_of(told) if isinstance(told, str | bytes) else provenance_from(told)
    except ProvenanceProblem:
        raise
    except TooMuch as fault:
        raise ProvenanceProblem("too_large") from fault
    # Five parsers of other people meet bytes of anybody: whatever they raise, the file cannot be read.
    except Exception as fault:
        raise ProvenanceProblem("damaged") from fault
    raise ProvenanceProblem("no_provenance")


def kind_of(content: bytes) -> str:
    """The kind of a file by its content, as its names end; '' where it is none that is read here."""
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = next((kind for start, kind in KINDS.items() if head.startswith(start)), "")
    return "xlsx" if found == "zip" and BOOK.encode() in content else found


def reader_for(content: bytes) -> Reader | None:
    """The reader of this kind of file; None for any other."""
    head = content[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    known = (reader for start, reader in READERS if head[: len(start)].lower() == start.lower())
    return next(known, None)
