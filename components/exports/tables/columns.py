"""The columns of a table of figures: those that everyone has words for, and what a row is."""

from typing import Final

import pandas as pd

from data.model.observations import COLUMNS as OBSERVED

WORDED: Final = (
    "side",
    "indicator_name",
    "answer_name",
    "name",
    "gender_name",
    "age_name",
    "population_name",
    "cycle_name",
    "period_text",
    "text",
    "interval_text",
    "base_text",
    "status_text",
    "reason_text",
    "kind_text",
    "note_text",
    "unit",
    "demonstration",
    "citation",
    "address",
    "release",
)
COLUMNS: Final = (*OBSERVED, *WORDED)
# Of a wide table: beside a column of figures, its interval, and in words the state of each figure.
LOW_ENDING, UPP_ENDING, STATE_ENDING = "_low", "_upp", "_state"

# The dimensions a figure is filed under, in the order of reading: the column in words, and the code behind it.
NAMED: Final = {
    "side": "side",
    "indicator_name": "indicator",
    "answer_name": "answer",
    "name": "area",
    "gender_name": "gender",
    "age_name": "age",
    "population_name": "population",
    "period_text": "period",
}
_CODES = set(OBSERVED) - {"value", "value_low", "value_upp", "value_se", "n", "deff", "df"}
_FIRST = (*NAMED, "value", "status_text", "value_low", "value_upp", "unit", "n", "kind_text")


def made_up(rows: pd.DataFrame) -> pd.Series:
    """Whether each row is there to demonstrate: by its `kind`, or its column `demonstration` (1 or 0)."""
    marked = pd.Series(False, index=rows.index)
    if "kind" in rows:
        marked |= rows["kind"].eq("demonstration")
    if "demonstration" in rows and pd.api.types.is_numeric_dtype(rows["demonstration"]):
        marked |= rows["demonstration"].fillna(0).astype(bool)
    return marked


def reading_order(columns: list[str]) -> tuple[list[str], int]:
    """The columns as a person reads them, words and figures before codes, and how many of them are no codes.

    Where no words stand beside the codes, the columns keep their order and all of them are for reading.
    """
    if not set(WORDED) & set(columns):
        return columns, len(columns)
    if set(OBSERVED) <= set(columns):
        first = [column for column in _FIRST if column in columns]
    else:
        first = [column for column in columns if column not in _CODES]
    return [*first, *(column for column in columns if column not in first)], len(first)
