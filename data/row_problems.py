"""Wrong rows of a table, told by file, key, column, what was expected and what was found."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data.model.frames import rows_of
from data.model.observations import KEY

PLACE = (*KEY, "area_to")


def row_problems(
    frame: pd.DataFrame, column: str, expected: str, file: str, place: Sequence[str] = PLACE
) -> Iterator[str]:
    """A line for each row of the frame; `place` are the columns that say which row it is (`all` is left out)."""
    # Nearly every check finds nothing, and even to take apart a frame without rows takes its time.
    for row in rows_of(frame) if len(frame) else ():
        key = " ".join(str(row[name]) for name in place if row.get(name, "all") != "all")
        yield f"{file}, {key}, {column}: expected {expected}, found {row[column]!r}"


def code_problems(
    frame: pd.DataFrame, codes: Mapping[str, Sequence[str]], file: str, place: Sequence[str] = PLACE
) -> Iterator[str]:
    """A line for each cell that is not among its column's codes."""
    for column, allowed in codes.items():
        yield from row_problems(
            frame[~frame[column].isin(list(allowed))], column, f"one of {', '.join(allowed)}", file, place
        )
