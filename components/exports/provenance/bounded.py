"""Reading zip, XML and JSON that anybody may have made: never more than anything of ours has in it."""

import io
import json
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import defusedxml.ElementTree as SafeTree

AT_MOST_MEMBERS: Final = 2_000
ENTRY_IN_LIST: Final = b"PK\x01\x02"  # what each member's entry in a zip's list of contents begins with
AT_MOST_BYTES: Final = 20 * 1024 * 1024  # of a member, unpacked
AT_MOST_ELEMENTS: Final = 300_000  # of XML; lists and objects of JSON


class TooMuch(ValueError):
    """There is more in the file than in any of ours."""


def opened(content: bytes) -> ZipFile:
    """The zip; raises TooMuch before the list of its members is read where that has too many."""
    if content.count(ENTRY_IN_LIST) > AT_MOST_MEMBERS:
        raise TooMuch
    return ZipFile(io.BytesIO(content))


def names_in(archive: ZipFile) -> frozenset[str]:
    """The members' names; raises TooMuch."""
    names = archive.namelist()
    if len(names) > AT_MOST_MEMBERS:
        raise TooMuch
    return frozenset(names)


def read_member(archive: ZipFile, name: str) -> bytes:
    """A member's content, unpacked only up to the limit, whatever size it claims. Raises KeyError, TooMuch, and
    ValueError for a compression that we never use: some take as much memory as the file tells them to."""
    if archive.getinfo(name).compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ValueError("a compression of other programs")
    with archive.open(name) as member:
        content = member.read(AT_MOST_BYTES + 1)
    if len(content) > AT_MOST_BYTES:
        raise TooMuch
    return content


def elements_of(content: bytes) -> Iterator[Element]:
    """The document's elements, each when it ends; a document type or an entity is refused. Raises TooMuch."""
    for number, (_, element) in enumerate(SafeTree.iterparse(io.BytesIO(content), events=["end"], forbid_dtd=True)):
        if number >= AT_MOST_ELEMENTS:
            raise TooMuch
        yield element


def json_of(text: str | bytes) -> Any:
    """What the JSON text says; NaN and infinities are refused. Raises ValueError, RecursionError, TooMuch."""
    told = text.decode("utf-8-sig") if isinstance(text, bytes) else text
    if told.count("[") + told.count("{") > AT_MOST_ELEMENTS:
        raise TooMuch
    return json.loads(told, parse_constant=_refused)


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")
