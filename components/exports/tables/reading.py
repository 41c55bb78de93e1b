"""The tables inside a file that anybody may have made: headings and cells as they stand there, nothing believed."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from zipfile import ZipFile

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook

from components.exports.provenance.bounded import AT_MOST_BYTES, TooMuch, json_of, names_in, opened, read_member
from components.exports.provenance.in_workbook import BOOK

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 200
LARGEST_BOOK: Final = 3 * AT_MOST_BYTES  # of all members of a workbook, unpacked
SEPARATORS: Final = {";": ",", ",": "."}  # and the decimal mark that goes with it
MARK: Final = b"\xef\xbb\xbf"
_BINARY: Final = (b"\x89PNG", b"%PDF", b"PK", b"PAR1", b"{", b"<")


@dataclass(frozen=True)
class Found:
    """A table of a file: its rows under the headings that the file has, and the decimal mark of numbers in text."""

    rows: pd.DataFrame
    decimal: str = "."


def is_csv(content: bytes) -> bool:
    """Whether the bytes are text whose first line has columns."""
    head = content.removeprefix(MARK)[:1000]
    line = head.partition(b"\n")[0]
    return not head.startswith(_BINARY) and b"\0" not in head and any(mark.encode() in line for mark in SEPARATORS)


def tables_in(content: bytes) -> tuple[Found, ...]:
    """The tables of figures or facts in the file, of a package those of every format; () where it holds none.

    Raises TooMuch, and whatever the parsers of other people raise at bytes of anybody.
    """
    if content.startswith(b"PK"):
        with opened(content) as archive:
            names = names_in(archive)
            return (_of_workbook(archive, content),) if BOOK in names else tuple(_of_package(archive))
    if content.startswith(b"PAR1"):
        return (_of_parquet(content),)
    if content.removeprefix(MARK).lstrip().startswith(b"{"):
        return _of_json(content)
    return (_of_csv(content),) if is_csv(content) else ()


def _of_package(archive: ZipFile) -> Iterator[Found]:
    for name in sorted(names_in(archive)):
        if "/" not in name and "data." in name:
            yield from tables_in(read_member(archive, name))


def _of_csv(content: bytes) -> Found:
    text = content.removeprefix(MARK).decode("utf-8")
    line = text.partition("\n")[0]
    separator = max(SEPARATORS, key=line.count)
    if line.count(separator) >= MOST_COLUMNS or text.count("\n") > 3 * MOST_ROWS:
        raise TooMuch
    rows = pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False, nrows=MOST_ROWS + 1)
    return Found(_bounded(rows), SEPARATORS[separator])


def _of_workbook(archive: ZipFile, content: bytes) -> Found:
    """The first sheet. Workbooks of older releases say above their header that figures are made up."""
    if sum(len(read_member(archive, name)) for name in names_in(archive)) > LARGEST_BOOK:
        raise TooMuch
    lines = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    if lines and sum(cell != "" for cell in lines[0]) == 1 < len(lines[0]):
        lines = lines[1:]
    if not lines:
        return Found(pd.DataFrame())
    return Found(_bounded(pd.DataFrame(lines[1:], columns=[str(cell) for cell in lines[0]], dtype=object)))


def _of_parquet(content: bytes) -> Found:
    """Texts stay in their dictionary: a few bytes can name one long text again and again."""
    schema = pq.read_schema(io.BytesIO(content))
    texts = [each.name for each in schema if pa.types.is_string(each.type) or pa.types.is_large_string(each.type)]
    file = pq.ParquetFile(io.BytesIO(content), read_dictionary=texts)
    if file.metadata.num_rows > MOST_ROWS or file.metadata.num_columns > MOST_COLUMNS:
        raise TooMuch
    return Found(_bounded(file.read().to_pandas().astype(object)))


def _of_json(content: bytes) -> tuple[Found, ...]:
    told: Any = json_of(content)
    rows = told.get("rows") if isinstance(told, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return ()
    return (Found(_bounded(pd.DataFrame(rows, dtype=object))),)


def _bounded(rows: pd.DataFrame) -> pd.DataFrame:
    if len(rows) > MOST_ROWS or len(rows.columns) > MOST_COLUMNS:
        raise TooMuch
    if not rows.columns.is_unique:
        raise ValueError("two columns of one name")
    return rows
