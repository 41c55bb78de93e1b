"""Small files that unpack to much, loop, or take long to read; each with the reason that it is to be answered with."""

import io
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

from components.exports.provenance.bounded import ENTRY_IN_LIST
from components.exports.provenance.parsing import MOST_FIGURES
from tests.components.exports.provenance.carriers import CARRIERS, provenance, zipped

MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TOLD = provenance()


def book(sheet: bytes, strings: bytes = b"<sst/>") -> bytes:
    """A workbook with these cells and shared strings."""
    named = b'<sheets><sheet name="provenance" ' + RELATIONS + b' r:id="r1"/></sheets>'
    return zipped(
        {
            "xl/workbook.xml": b"<workbook " + MAIN + b">" + named + b"</workbook>",
            "xl/_rels/workbook.xml.rels": b'<x><Relationship Id="r1" Target="sheet1.xml"/></x>',
            "xl/sheet1.xml": b"<x " + MAIN + b">" + sheet + b"</x>",
            "xl/sharedStrings.xml": strings,
        }
    )


def nested_cells() -> bytes:
    return book(b'<c r="A1">' * 100_000 + b"</c>" * 100_000)


def repeated_string() -> bytes:
    strings = b"<sst " + MAIN + b"><si><t>" + b"x" * 5_000_000 + b"</t></si></sst>"
    return book(b'<c r="A1" t="s"><v>0</v></c>' * 1_000, strings)


def long_list_of_members() -> bytes:
    return b"PK\x03\x04" + (ENTRY_IN_LIST + bytes(50)) * 350_000


def archive_of(compression: int) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", compression) as archive:
        archive.writestr("provenance.json", TOLD.to_json())
    return file.getvalue()


def zips_in_zips() -> bytes:
    """Each under the name that is looked for."""
    content = archive_of(8)
    for _ in range(20):
        content = zipped({"provenance.json": content})
    return content


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture(chunks: bytes, size: int = 100) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunks


def packed(kind: bytes, start: bytes) -> bytes:
    return picture(chunk(kind, start + zlib.compress(bytes(80_000_000))))


def document(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(body))


def attachment_packed_twice() -> bytes:
    content = zlib.compress(zlib.compress(b"a" * 200_000_000, 9), 9)
    filters = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>" % len(content)
    return document(
        b"<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>",
        b"<</Names[(provenance.json)3 0 R]>>",
        b"<</Type/Filespec/F(provenance.json)/UF(provenance.json)/EF<</F 4 0 R>>>>",
        filters + b"\nstream\n" + content + b"\nendstream",
    )


def branch_of_itself() -> bytes:
    return document(b"<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>", b"<</Kids[2 0 R 2 0 R]>>")


def empty_tables(count: int) -> bytes:
    """A PDF whose table of places goes on and on and has none."""
    return b"%PDF-1.7\nxref\n" + b"0 0\n" * count + b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"


def countless_figures() -> bytes:
    told = CARRIERS["json"](TOLD)
    return told.replace(b'"figures": [', b'"figures": [' + b"null," * MOST_FIGURES)


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "cells within cells": (nested_cells, "damaged"),
    "one long string in a thousand cells": (repeated_string, "too_large"),
    "a long list of members": (long_list_of_members, "too_large"),
    "a member of another compression": (lambda: archive_of(ZIP_LZMA), "damaged"),
    "a member of an old compression": (lambda: archive_of(ZIP_BZIP2), "damaged"),
    "zips in zips": (zips_in_zips, "damaged"),
    "a million chunks": (lambda: picture(chunk(b"prVt") * 1_700_000), "too_large"),
    "a million texts": (lambda: picture(chunk(b"tEXt", b"a\0") * 1_400_000), "too_large"),
    "a packed text": (lambda: packed(b"iTXt", b"provenance\0\1\0\0\0"), "damaged"),
    "a packed profile": (lambda: packed(b"iCCP", b"a\0\0"), "damaged"),
    "a picture of billions of pixels": (lambda: picture(chunk(b"IDAT"), size=2**31 - 1), "damaged"),
    "an attachment packed twice": (attachment_packed_twice, "damaged"),
    "a tree of names that is its own branch": (branch_of_itself, "no_provenance"),
    "a large PDF": (lambda: empty_tables(4_900_000), "too_large"),
    "tables of a PDF": (lambda: empty_tables(150_000), "damaged"),
    "countless figures": (countless_figures, "too_large"),
}
