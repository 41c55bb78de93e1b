"""Where zip, JSON, Parquet and HTML carry their provenance."""

import io
from typing import Any

import pyarrow.parquet

from components.exports.provenance.bounded import json_of, names_in, opened, read_member
from components.exports.provenance.in_workbook import BOOK, text_in_workbook
from components.exports.provenance.names import ENTRY, MEMBER

START, END = f'<script type="application/json" id="{ENTRY}">'.encode(), b"</script"


def text_in_zip(content: bytes) -> str | bytes | None:
    """The member of a zip, the hidden sheet of a workbook."""
    with opened(content) as archive:
        names = names_in(archive)
        if BOOK in names:
            return text_in_workbook(archive)
        return read_member(archive, MEMBER) if MEMBER in names else None


def object_in_json(content: bytes) -> Any:
    """The value under the key, None where there is none."""
    told = json_of(content)
    return told.get(ENTRY) if isinstance(told, dict) else None


def text_in_parquet(content: bytes) -> bytes | None:
    """The entry of the schema's metadata; no column is read."""
    return (pyarrow.parquet.read_schema(io.BytesIO(content)).metadata or {}).get(ENTRY.encode())


def text_in_html(content: bytes) -> bytes | None:
    """The text of the script element that holds it, written exactly as we write it."""
    _, found, rest = content.partition(START)
    text, ended, _ = rest.partition(END)
    return text if found and ended else None
