"""The columns of a table of figures: those that everyone has words for, and what a row is."""

from typing import Final

import pandas as pd

from components.exports.cells import safe_word
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
    "unit_code",
    "demonstration",
    "citation",
    "address",
    "release",
)
COLUMNS: Final = (*OBSERVED, *WORDED)
# Of a wide table: beside a column of figures, its interval and base, and the state of each figure as code and in words.
LOW_ENDING, UPP_ENDING, N_ENDING, STATE_ENDING = "_low", "_upp", "_n", "_state"
STATE_TEXT_ENDING: Final = "_state_text"

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
# Figures and periods in words: a number among them is the number that it says.
FIGURE_WORDS: Final = ("text", "interval_text", "base_text")
PERIOD_WORDS: Final = "period_text"
_CODES = {*OBSERVED, "unit_code"} - {"value", "value_low", "value_upp", "value_se", "n", "deff", "df"}
_FIRST = (*NAMED, "value", "status_text", "value_low", "value_upp", "unit", "n", "kind_text")


def made_up(rows: pd.DataFrame) -> pd.Series:
    """Whether each row is there to demonstrate: by its `kind`, or its column `demonstration` (1 or 0)."""
    marked = pd.Series(False, index=rows.index)
    if "kind" in rows:
        marked |= rows["kind"].eq("demonstration")
    if "demonstration" in rows and pd.api.types.is_numeric_dtype(rows["demonstration"]):
        marked |= rows["demonstration"].fillna(0).astype(bool)
    return marked


def figure_words(rows: pd.DataFrame) -> list[str]:
    """The columns that say figures in words: those of every table, and any `x_text` beside a column `x` of numbers."""
    names = [str(name) for name in rows.columns]
    numbers = {name for name in names if pd.api.types.is_numeric_dtype(rows[name])}
    return [name for name in names if name in FIGURE_WORDS or name.removesuffix("_text") in numbers - {name}]


def safe_words(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, their words such that no reader takes them for something else; codes and figures untouched.

    Excel takes `August 2020` for a date, but not where the blank is one that no line breaks at.
    """
    told = [str(name) for name in rows.columns if not pd.api.types.is_numeric_dtype(rows[name])]
    words = [name for name in told if name not in (*OBSERVED, *figure_words(rows), PERIOD_WORDS)]
    safe = {name: [safe_word(cell) if isinstance(cell, str) else cell for cell in rows[name]] for name in words}
    if PERIOD_WORDS in rows:
        safe[PERIOD_WORDS] = [str(cell).replace(" ", "\N{NO-BREAK SPACE}") for cell in rows[PERIOD_WORDS]]
    return rows.assign(**safe)


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
