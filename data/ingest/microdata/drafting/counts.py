"""The values of a column that a draft may name: nothing that would show one person's record."""

import re
from dataclasses import dataclass

from data.ingest.microdata.raw_table import RawTable
from data.ingest.microdata.words import is_error

FEW = 5  # a value in fewer rows is named only where the file itself has a label for it
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Named:
    """Values of a column in order, with the file's label ("" for none); how many others stay unnamed, in what share."""

    labels: dict[str, str]
    unnamed: int
    covered: float


def is_number(text: str) -> bool:
    """Whether the text is a number as a file writes it."""
    return bool(_NUMBER.fullmatch(text))


def named_values(table: RawTable, column: str) -> Named:
    """Labelled values and those in FEW rows or more: numbers by size, else the labelled first in the file's order.

    `covered` is the named share of rows. Cells in error are none.
    """
    cells = table.values[column]
    counts = cells[cells.ne("") & ~cells.map(is_error).astype("bool")].value_counts()
    labels = dict(table.value_labels.get(column, {}))
    frequent = [str(value) for value, count in counts.items() if count >= FEW and str(value) not in labels]
    labels |= dict.fromkeys(sorted(frequent, key=value_order), "")
    if all(map(is_number, labels)):
        labels = {value: labels[value] for value in sorted(labels, key=value_order)}
    total = int(counts.sum())
    named = sum(int(count) for value, count in counts.items() if str(value) in labels)
    return Named(labels, sum(str(value) not in labels for value in counts.index), named / total if total else 0.0)


def value_order(value: str) -> tuple[int, float, str]:
    """Numbers by size, then texts by letter."""
    return (0, float(value), "") if is_number(value) else (1, 0.0, value)
