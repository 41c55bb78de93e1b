"""What a cell's text means as a number or as a yes or no, and how a cell is told in a message."""

import re
from collections.abc import Collection, Mapping
from typing import Final

import pandas as pd

from data.reading.plain import plain

LONGEST_CELL = 40
NO_RESULT: Final = "formula without a result"
_ERROR = re.compile(
    r"#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)"
    rf"|Err:\d{{3}}|{NO_RESULT}"
)
_THOUSANDS = r"[1-9]\d{0,2}(?:,\d{3})+"
_YES = ("1", "true", "yes", "y", "po", "selected", "mentioned", "checked")
_NO = ("0", "false", "no", "n", "jo", "not selected", "not mentioned", "unchecked")
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


def flags(cells: pd.Series, labels: Mapping[str, str], ticks: Collection[str] = ()) -> pd.Series:
    """The cells of a column of a multiple choice as 1 and 0, NaN where one says neither.

    A value labelled yes or no in the file means what its label says, whatever its number. `ticks` are words of the
    choice: who has one of them in the cell made it. A word that would then mean both yes and no says neither.
    """
    meaning = {value: _FLAGS.get(labels.get(value, "").strip().casefold(), _FLAGS.get(value.casefold()))
               for value in cells.unique()}  # fmt: skip
    words = {plain(tick) for tick in ticks if not tick.isdigit()} - {""}
    for value in meaning:
        if plain(value) in words and value not in labels:
            meaning[value] = None if meaning[value] == 0 else 1.0
    return cells.map(meaning).astype("float64")


def is_error(text: str) -> bool:
    """Whether a spreadsheet says that it could not work the cell out."""
    return bool(_ERROR.fullmatch(text))


def cell(text: str) -> str:
    """A cell's text as it is told in a message: quoted, cut where it is long, `nothing` where it is empty."""
    if text == "":
        return "nothing"
    return repr(text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…")
