"""CSV files: the separator is found out, the rows must all be as wide as the header."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from data.model.errors import Problem, SourceError
from data.reading.csv_rows import csv_reader
from data.reading.encoding import decode
from data.reading.grid import table_from_grid
from data.reading.raw_table import RawTable

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
_SAMPLED = 50
_SHOWN = 20
# Excel's own way to say which separator follows; no other program takes it for a row.
_TOLD = re.compile(r"\s*\"?sep=(?P<separator>[,;\t])\"?[,;\t]*\r?\n", re.IGNORECASE)


def read_delimited(path: Path) -> RawTable:
    """The rows of a UTF-8 file separated by comma, semicolon or tab; SourceError as the module says."""
    text = decode(path.read_bytes(), path.name)
    if not text.strip(' \t\r\n,;"'):
        raise SourceError([Problem(path.name, 0, "", "a CSV file", "an empty file")])
    if told := _TOLD.match(text):
        # An empty line in its place keeps the numbers of the others.
        text = "\n" + text[told.end() :]
    separator = told["separator"] if told else _separator(text, path.name)
    header_line, *numbered = _records(text, separator, path.name)
    header = header_line[1]
    ragged = [(line, len(cells)) for line, cells in numbered if len(cells) != len(header)]
    if ragged:
        raise SourceError(_ragged(path.name, header_line, ragged, len(numbered)))
    return table_from_grid(
        path.name, "", [header_line, *numbered], f"text in UTF-8 separated by {SEPARATORS[separator]}"
    )


def _ragged(file: str, header: tuple[int, list[str]], ragged: list[tuple[int, int]], rows: int) -> list[Problem]:
    """The rows of another width; one problem where the first row is the odd one."""
    (usual, times), *_ = Counter(width for _, width in ragged).most_common(1)
    if len(ragged) == rows > 1 and 2 * times > rows:
        first = next(cell for cell in header[1] if cell)
        expected = f"the header, {usual} column names as the rows below have cells (delete what stands before it)"
        return [Problem(file, header[0], "header", expected, f"{len(header[1])}, beginning with {first[:40]!r}")]
    expected = f"{len(header[1])} cells, as in the header"
    problems = [Problem(file, line, "", expected, f"{width}") for line, width in ragged[:_SHOWN]]
    if len(ragged) > _SHOWN:
        problems.append(Problem(file, 0, "", expected, "", more=len(ragged) - _SHOWN))
    return problems


def _separator(text: str, file: str) -> str:
    """The separator that gives most rows one width, where equal that of the header too, then the most columns."""
    start = "".join(io.StringIO(text, newline="").readlines()[:_SAMPLED])

    def widths(separator: str) -> list[int]:
        # The sample may break off inside a cell.
        return [len(cells) for cells in csv_reader(start, separator, strict=False) if any(cells)]

    def agreement(separator: str) -> tuple[float, float, int]:
        found = widths(separator) or [0]
        usual, times = Counter(found).most_common(1)[0]
        with_header = found.count(found[0]) / len(found) if found[0] > 1 else 0.0
        among_rows = times / len(found) if usual > 1 else 0.0
        return max(with_header, among_rows), with_header, found[0]

    best = max(SEPARATORS, key=agreement)
    if not agreement(best)[0]:
        expected = f"columns separated by {', '.join(SEPARATORS.values())}"
        raise SourceError([Problem(file, 1, "header", expected, "a single column: wrong separator")])
    return best


def _records(text: str, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line it begins on."""
    reader = csv_reader(text, separator)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        # The module's other message is that text follows a closing mark.
        unclosed = "end of data" in str(error) or "limit" in str(error)
        found = "a quotation mark that is never closed" if unclosed else "text right after a closing quotation mark"
        raise SourceError([Problem(file, line, "", "a row in CSV form", found)]) from error
