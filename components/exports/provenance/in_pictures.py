"""Where PNG, SVG and PDF carry their provenance: each function gives the JSON text, or None where there is none."""

import io

from PIL import Image
from pypdf import PdfReader

from components.exports.nesting import SVG
from components.exports.provenance.bounded import elements_of, json_of
from components.exports.provenance.names import ENTRY, MEMBER


def text_in_png(content: bytes) -> str | None:
    """The text chunk; only what stands before the pixels is read, no pixel is unpacked."""
    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        text = image.info.get(ENTRY)
    return None if text is None else str(text)


def text_in_svg(content: bytes) -> str | None:
    """The entry of the JSON in the first `<metadata>`; the document is read no further."""
    for element in elements_of(content):
        if element.tag == f"{{{SVG}}}metadata":
            told = json_of(element.text or "{}")
            return str(told[ENTRY]) if ENTRY in told else None
    return None


def text_in_pdf(content: bytes) -> bytes | None:
    """The attached file; pypdf bounds what it unpacks."""
    attached = (each for each in PdfReader(io.BytesIO(content)).attachment_list if each.name == MEMBER)
    found = next(attached, None)
    return None if found is None else bytes(found.content)
