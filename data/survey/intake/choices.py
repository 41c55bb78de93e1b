"""The columns of a question with several choices, and the text beside them that joins the choices."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from data.reading.cells import flags
from data.reading.raw_table import RawTable
from data.reading.select_multiple import choice_of, holds_several
from data.survey.intake.codebook_form import Item

_NUMBERED = re.compile(r"(?P<stem>.*\w)[_.](?P<choice>\w+)")
_BETWEEN = re.compile(r"[\s,;|]+")


@dataclass(frozen=True)
class Joined:
    """A column that joins choices, its cells, the group's columns by choice, and what each choice is called."""

    column: str
    cells: pd.Series
    choices: dict[str, str]
    labels: dict[str, str]


def choice_flags(table: RawTable, rows: pd.DataFrame, item: Item) -> dict[str, pd.Series]:
    """By answer code 1 and 0 for who made the choice, NaN where the cell says neither; a tick is the choice's word."""
    words = {answer.code: answer.words.values() for answer in item.question.answers}
    return {code: _flags(table, rows, column, words[code]) for code, column in item.columns.items() if column in rows}


def joined_text(table: RawTable, item: Item) -> Joined | None:
    """The text beside the question's columns: `q` of `q/choice`, or of `q_1` where its cells join such numbers."""
    columns = list(item.columns.values())
    groups, named = {choice_of(column)[0] for column in columns}, [str(column) for column in table.values]
    group = groups.pop() if len(groups) == 1 else ""
    if group:
        cells = table.joined.get(group, table.values.get(group))
        choices = {choice_of(column)[1]: column for column in named if choice_of(column)[0] == group}
    else:
        parts = {column: _NUMBERED.fullmatch(column) for column in named}
        stems = {match["stem"] if (match := _NUMBERED.fullmatch(column)) else "" for column in columns}
        group = stems.pop() if len(stems) == 1 else ""
        cells = table.values.get(group)
        choices = {match["choice"]: column for column, match in parts.items() if match and match["stem"] == group}
        if cells is None or not holds_several(cells) or not _made_of(cells, choices):
            return None
    labels = {choice: table.labels.get(column, choice) for choice, column in choices.items()}
    return None if cells is None or not choices else Joined(group, cells, choices, labels)


def made(table: RawTable, rows: pd.DataFrame, joined: Joined) -> pd.Series:
    """The choices that each row's columns say were made, as a tuple."""
    own = [_flags(table, rows, column, ()).eq(1) for column in joined.choices.values()]
    marks = zip(*own, strict=True)
    return pd.Series(
        [tuple(choice for choice, chosen in zip(joined.choices, row, strict=True) if chosen) for row in marks],
        index=rows.index,
        dtype="object",
    )


def split_words(text: str) -> list[str]:
    """The words of a text in the order of letters, whatever stands between them."""
    return sorted(word for word in _BETWEEN.split(text.casefold()) if word)


def _flags(table: RawTable, rows: pd.DataFrame, column: str, words: Collection[str]) -> pd.Series:
    ticks = {*words, choice_of(column)[1], table.labels.get(column, ""), table.english.get(column, "")}
    return flags(rows[column], table.value_labels.get(column, {}), ticks)


def _made_of(cells: pd.Series, choices: Collection[str]) -> bool:
    return {word for text in cells.unique() for word in split_words(text)} <= {choice.casefold() for choice in choices}
