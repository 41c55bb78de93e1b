"""What a cell's text means as a number or as a yes or no, and how a cell is told in a message."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

LONGEST_CELL = 40
_THOUSANDS = r"[1-9]\d{0,2}(?:,\d{3})+"
_YES = ("1", "true", "yes", "po", "selected", "mentioned")
_NO = ("0", "false", "no", "jo", "not selected", "not mentioned")
_FLAGS: Final[dict[str, float]] = {**dict.fromkeys(_YES, 1.0), **dict.fromkeys(_NO, 0.0)}


def numbers(cells: pd.Series) -> pd.Series:
    """The cells as floats, NaN where one is empty or no finite number.

    Decimal commas are understood where the whole column is written with them and none of it can be read as thousands
    instead (1,250 alone could be either).
    """
    with_comma = cells[cells.str.contains(",", regex=False)]
    decimal = not with_comma.empty and not cells.str.contains(".", regex=False).any()
    if decimal and not with_comma.str.fullmatch(_THOUSANDS).all():
        cells = cells.str.replace(",", ".", regex=False)
    figures = pd.to_numeric(cells, errors="coerce").astype("float64")
    return figures.where(figures.abs() < float("inf"))


def flags(cells: pd.Series, labels: Mapping[str, str]) -> pd.Series:
    """The cells of a column of a multiple choice as 1 and 0, NaN where one says neither.

    A value labelled yes or no in the file means what its label says, whatever its number.
    """
    meaning = {value: _FLAGS.get(labels.get(value, "").strip().casefold(), _FLAGS.get(value.casefold()))
               for value in cells.unique()}  # fmt: skip
    return cells.map(meaning).astype("float64")


def cell(text: str) -> str:
    """A cell's text as it is told in a message: quoted, cut where it is long, `nothing` where it is empty."""
    if text == "":
        return "nothing"
    return repr(text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…")
