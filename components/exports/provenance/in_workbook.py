"""The provenance in a workbook: a hidden sheet whose first column holds the JSON text in pieces."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from components.exports.provenance.bounded import AT_MOST_BYTES, TooMuch, elements_of, names_in, read_member
from components.exports.provenance.names import ENTRY

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BOOK, LINKS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
FIRST_COLUMN = re.compile(r"A[0-9]{1,7}")
ESCAPED_LINE = "_x005F_"  # how a workbook writes an underscore that could be read as one of its escapes


def text_in_workbook(archive: ZipFile) -> str | None:
    """The pieces joined in their order; None where there is no such sheet. Raises TooMuch: a few cells can name one
    long shared string again and again."""
    sheet = next((each for each in elements_of(read_member(archive, BOOK)) if each.get("name") == ENTRY), None)
    if sheet is None:
        return None
    links = elements_of(read_member(archive, LINKS))
    target = next(each.get("Target", "") for each in links if each.get("Id") == sheet.get(ID))
    place = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    cells = list(cells_of(read_member(archive, place)))
    asked = {int(content) for kind, content in cells if kind == "s"}
    shared = shared_strings(archive, asked) if asked else {}
    pieces = [shared[int(content)] if kind == "s" else content for kind, content in cells]
    if sum(map(len, pieces)) > AT_MOST_BYTES:
        raise TooMuch
    return "".join(pieces).replace(ESCAPED_LINE, "_")


def cells_of(sheet: bytes) -> Iterator[tuple[str, str]]:
    """Kind and content of each cell of the first column: `s` and a place among the shared strings, or text itself."""
    for cell in elements_of(sheet):
        if cell.tag == f"{MAIN}c" and FIRST_COLUMN.fullmatch(cell.get("r", "")):
            own = "".join(each.text or "" for each in cell.iter() if each.tag in (f"{MAIN}v", f"{MAIN}t"))
            yield cell.get("t", ""), own
            cell.clear()  # a cell within a cell is not to be read as often as it has cells around it


def shared_strings(archive: ZipFile, asked: set[int]) -> dict[int, str]:
    """The shared strings at these places."""
    if STRINGS not in names_in(archive):
        return {}
    found: dict[int, str] = {}
    place = 0
    for element in elements_of(read_member(archive, STRINGS)):
        if element.tag == f"{MAIN}si":
            if place in asked:
                found[place] = "".join(each.text or "" for each in element.iter(f"{MAIN}t"))
            element.clear()
            place += 1
    return found
