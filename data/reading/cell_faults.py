"""Cells of a workbook that hold no value although something stands there: errors, and formulas never worked out."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse, parse

from data.reading.cells import NO_RESULT

Place = tuple[int, int]  # row and column, from 0
_RELATIONS = "xl/_rels/workbook.xml.rels"


def cell_faults(book: ZipFile) -> dict[str, dict[Place, str]]:
    """By sheet and place the error as the cell shows it (#N/A), or that its formula has no result.

    The reader of values takes both for nothing.
    """
    with book.open(_RELATIONS) as file:
        targets = {each.get("Id"): each.get("Target", "") for each in parse(file).getroot()}
    with book.open("xl/workbook.xml") as file:
        sheets = {
            each.get("name", ""): targets.get(next((value for key, value in each.items() if key.endswith("}id")), ""))
            for each in parse(file).iter()
            if _name(each.tag) == "sheet"
        }
    found = {}
    for name, target in sheets.items():
        if target and "worksheets" in target:
            with book.open(str(PurePosixPath("xl") / target).removeprefix("/")) as file:
                found[name] = dict(_faults(file))
    return found


def _faults(file: IO[bytes]) -> Iterator[tuple[Place, str]]:
    row, column = -1, -1
    for event, element in iterparse(file, ["start", "end"]):
        tag = _name(element.tag)
        if event == "start" and tag == "row":
            row, column = int(element.get("r", row + 2)) - 1, -1
        elif event == "end" and tag == "c":
            reference = element.get("r", "")
            column = _column(reference) if reference else column + 1
            parts = {_name(part.tag): part.text or "" for part in element}
            if element.get("t") == "e":
                yield (row, column), parts.get("v", "") or "#N/A"
            # An empty text (t="str") is a result: a formula may say so.
            elif "f" in parts and not parts.get("v") and element.get("t") != "str":
                yield (row, column), NO_RESULT
        elif event == "end" and tag == "row":
            element.clear()


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]


def _column(reference: str) -> int:
    """The column of a reference such as BC12, from 0."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number - 1
