"""Where PNG, SVG and PDF carry their provenance: each function gives the JSON text, or None where there is none."""

import io
import logging
import struct

from PIL import Image
from pypdf import PdfReader

from components.exports.nesting import SVG
from components.exports.provenance.bounded import TooMuch, elements_of, json_of
from components.exports.provenance.names import ENTRY, MEMBER

AT_MOST_CHUNKS = 1_000  # of a PNG before its pixels
LARGEST_PDF = 4 * 1024 * 1024  # bytes; of some 20 MB a PDF can be made that takes half a minute to find nothing in
SIGNATURE = 8  # bytes that a PNG begins with
FRAME = 12  # bytes of a chunk around its content: length, name, check sum

# It would write into the log what stands in a reader's file.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def text_in_png(content: bytes) -> str | None:
    """The text chunk; only what stands before the pixels is read, no pixel is unpacked. Raises TooMuch."""
    count_chunks(content)
    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        text = image.info.get(ENTRY)
    return None if text is None else str(text)


def count_chunks(content: bytes) -> None:
    """Raises TooMuch where a PNG has more chunks before its pixels than any of ours."""
    place = SIGNATURE
    for _ in range(AT_MOST_CHUNKS):
        head = content[place : place + 8]
        if len(head) < 8 or head.endswith(b"IDAT"):
            return
        place += FRAME + struct.unpack(">I", head[:4])[0]
    raise TooMuch


def text_in_svg(content: bytes) -> str | None:
    """The entry of the JSON in the first `<metadata>`; the document is read no further."""
    for element in elements_of(content):
        if element.tag == f"{{{SVG}}}metadata":
            told = json_of(element.text or "{}")
            return str(told[ENTRY]) if ENTRY in told else None
    return None


def text_in_pdf(content: bytes) -> bytes | None:
    """The attached file; pypdf bounds what it unpacks. Raises TooMuch."""
    if len(content) > LARGEST_PDF:
        raise TooMuch
    attached = (each for each in PdfReader(io.BytesIO(content)).attachment_list if each.name == MEMBER)
    found = next(attached, None)
    return None if found is None else bytes(found.content)
