"""CSV files: the separator is found out, the rows must all be as wide as the header."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from data.ingest.microdata.raw_table import RawTable
from data.ingest.microdata.reading.encoding import decode
from data.ingest.microdata.reading.grid import table_from_grid
from data.model.errors import Problem, SourceError

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
_SAMPLED = 50
_SHOWN = 20


def read_delimited(path: Path) -> RawTable:
    """The rows of a UTF-8 file separated by comma, semicolon or tab; SourceError as the module says."""
    text = decode(path.read_bytes(), path.name)
    if not text.strip():
        raise SourceError([Problem(path.name, 0, "", "a CSV file", "an empty file")])
    separator = _separator(text, path.name)
    header_line, *numbered = _records(text, separator, path.name)
    header = header_line[1]
    ragged = [(line, len(cells)) for line, cells in numbered if len(cells) != len(header)]
    if ragged:
        expected = f"{len(header)} cells, as in the header"
        problems = [Problem(path.name, line, "", expected, f"{width}") for line, width in ragged[:_SHOWN]]
        if len(ragged) > _SHOWN:
            problems.append(Problem(path.name, 0, "", expected, "", more=len(ragged) - _SHOWN))
        raise SourceError(problems)
    return table_from_grid(path.name, "", [header_line, *numbered])


def _separator(text: str, file: str) -> str:
    """The separator that most rows agree on with the header, then the one that gives the most columns."""

    start = io.StringIO(text, newline="").readlines()[:_SAMPLED]

    def agreement(separator: str) -> tuple[float, int]:
        widths = [len(cells) for cells in csv.reader(start, delimiter=separator) if cells]
        return (widths.count(widths[0]) / len(widths) if widths[0] > 1 else 0.0), widths[0]

    best = max(SEPARATORS, key=agreement)
    width = agreement(best)[1]
    if width < 2:
        expected = f"columns separated by {', '.join(SEPARATORS.values())}"
        raise SourceError([Problem(file, 1, "header", expected, "a single column: wrong separator")])
    return best


def _records(text: str, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        # The module's other message is that text follows a closing mark.
        unclosed = "end of data" in str(error) or "limit" in str(error)
        found = "a quotation mark that is never closed" if unclosed else "text right after a closing quotation mark"
        raise SourceError([Problem(file, line, "", "a row in CSV form", found)]) from error
