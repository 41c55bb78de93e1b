"""SVG to PNG with the bundled typefaces only, and where a picture comes from written into the PNG itself."""

import json
import struct
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree

import resvg_py

from components.charts.fonts import FONT_FILES, SANS, SERIF
from components.exports.nesting import SVG

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER_END = len(SIGNATURE) + 25  # IHDR is always first and 25 bytes long


def png_of(svg: str, *, scale: float = 2.0, metadata: Mapping[str, str] | None = None) -> bytes:
    """The picture as PNG, `scale` times its size, without any system typeface.

    `metadata` (by default what `<metadata>` of the SVG holds) goes into iTXt chunks.
    """
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=scale,
        skip_system_fonts=True,
        font_files=[str(file) for file in FONT_FILES],
        font_family=SANS,
        sans_serif_family=SANS,
        serif_family=SERIF,
    )
    words = svg_metadata(svg) if metadata is None else metadata
    chunks = b"".join(_chunk(b"iTXt", _international_text(key, text)) for key, text in words.items())
    return bytes(drawn[:HEADER_END]) + chunks + bytes(drawn[HEADER_END:])


def svg_metadata(svg: str) -> dict[str, str]:
    """What `<metadata>` of a framed picture holds; empty where there is none."""
    found = ElementTree.fromstring(svg).find(f"{{{SVG}}}metadata")
    return dict(json.loads(found.text)) if found is not None and found.text else {}


def png_metadata(png: bytes) -> dict[str, str]:
    """The iTXt chunks of a PNG (uncompressed ones, as `png_of` writes them); ValueError if it is no PNG."""
    if not png.startswith(SIGNATURE):
        raise ValueError("this is no PNG file")
    words = {}
    place = len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"iTXt":
            key, rest = png[place + 8 : place + 8 + length].split(b"\0", 1)
            words[key.decode("latin-1")] = rest[2:].split(b"\0", 2)[2].decode("utf-8")
        place += length + 12
    return words


def _international_text(key: str, text: str) -> bytes:
    """An iTXt body (PNG 1.2, section 4.2.3.3): keyword, no compression, no language, UTF-8 text."""
    keyword = key.encode("latin-1")
    if not 1 <= len(keyword) <= 79 or key != key.strip():
        raise ValueError(f"a PNG keyword has 1 to 79 letters and no space at its ends, found {key!r}")
    return keyword + b"\0\0\0\0\0" + text.encode("utf-8")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
