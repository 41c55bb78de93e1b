"""A microdata file as it was read: every cell as text, with the labels the file itself carries."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import numpy as np
import pandas as pd

_WHOLE = re.compile(r"[-+]?\d+\.0+")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+")


@dataclass(frozen=True, eq=False)
class RawTable:
    """`values` has one text column per column of the file, "" where nothing stands; its index counts from 0.

    `file` is the file's name, `sheet` empty unless it is a workbook, `first_row` the row (of a .sav or .dta: the case)
    in which the first row of `values` stands; `rows` names each one's row where they do not simply follow.
    `labels` are by column, and by `q` for a group of 0/1 columns `q/choice`; `value_labels` by column and value.
    `missing` are the values that the file itself declares missing, by column. `routing` is an XLSForm's condition for
    asking, by column or group; `left_out` says of each column of the file that is not in `values` why.

    `english` and `english_values` are labels in that language where the file has them beside `labels` and
    `value_labels`. `joined` is the text of several choices, by group, that stands beside the group's 0/1 columns.
    `unclear` are cells by column and position, as written, whose point may part thousands. `read_as` tells what the
    file does not say of itself and was found out: sheet, separator, encoding, row of the header.
    """

    file: str
    sheet: str
    first_row: int
    values: pd.DataFrame
    labels: dict[str, str]
    value_labels: dict[str, dict[str, str]]
    missing: dict[str, tuple[str, ...]]
    rows: tuple[int, ...] = ()
    routing: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)
    english_values: dict[str, dict[str, str]] = field(default_factory=dict)
    joined: dict[str, pd.Series] = field(default_factory=dict)
    unclear: dict[str, dict[int, str]] = field(default_factory=dict)
    read_as: str = ""

    @property
    def place(self) -> str:
        """The file and its sheet, as a message names them."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else self.file

    def row_of(self, position: int) -> int:
        """Row in the file of the row at this position of `values`."""
        return self.rows[position] if self.rows else self.first_row + position


def composed(text: str) -> str:
    """The text without spaces around it, each letter in one piece (NFC): "e" and a diaeresis are "ë"."""
    return unicodedata.normalize("NFC", text).strip()


def text_of(cell: Any) -> str:
    """A cell as codebooks name it: 1, 1.0, "1.0" and " 1 " are "1"; dates in ISO form; "" where nothing stands."""
    if isinstance(cell, str):
        text = composed(cell)
        return str(int(text.split(".")[0])) if _WHOLE.fullmatch(text) else text
    if isinstance(cell, bool | np.bool_):
        return str(bool(cell)).lower()
    if pd.isna(cell):
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float | np.floating):
        return str(int(cell)) if float(cell).is_integer() else repr(float(cell))
    return str(cell).strip()


def as_text(cells: pd.Series | Sequence[Any]) -> np.ndarray:
    """Every cell as `text_of` writes it (objects of str); each different one is written once."""
    series = pd.Series(cells, dtype=None if isinstance(cells, pd.Series) else object)
    numbers, different = pd.factorize(series, use_na_sentinel=True)
    # A cell without a value has the number -1: the last text.
    return np.array([*map(text_of, different), ""], dtype=object)[numbers]


def unclear_cells(cells: Sequence[Any]) -> dict[int, str]:
    """The texts by position whose point may part thousands (1.250): none where another text of the column shows that
    points are decimal (0.75), and never a number that the file holds as one."""
    pointed = {position: cell.strip() for position, cell in enumerate(cells) if isinstance(cell, str) and "." in cell}
    return pointed if all(map(_THOUSANDS.fullmatch, pointed.values())) else {}
