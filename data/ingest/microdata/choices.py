"""The columns of a question with several choices, and the text beside them that joins the choices."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from os.path import commonprefix

import pandas as pd

from data.ingest.codebook import Codebook, Item
from data.ingest.microdata.findings import Finding
from data.ingest.microdata.raw_table import RawTable
from data.ingest.microdata.reading.select_multiple import choice_of, holds_several
from data.ingest.microdata.words import cell, flags

_BETWEEN = re.compile(r"[\s,;|]+")
AGREES = "a text of the choices that its 0/1 columns say too"
STATED = 'nothing_chosen = "answer" or "no_answer" in the codebook, as 0 everywhere beside an empty text can be either'


@dataclass(frozen=True)
class Joined:
    """The column that joins the choices, its cells, and by choice the group's columns."""

    column: str
    cells: pd.Series
    choices: dict[str, str]


def choice_flags(table: RawTable, rows: pd.DataFrame, item: Item) -> dict[str, pd.Series]:
    """By answer code 1 and 0 for who made the choice, NaN where the cell says neither; a tick is the choice's word."""
    words = {answer.code: answer.words.values() for answer in item.question.answers}
    return {code: _flags(table, rows, column, words[code]) for code, column in item.columns.items() if column in rows}


def joined_findings(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Finding]:
    """Rows in which the joined text and the 0/1 columns of a question contradict each other."""
    for item in codebook.items:
        joined = _joined(table, item)
        if joined is None:
            continue
        texts = joined.cells.loc[rows.index]
        told = texts.ne("") & ~texts.isin(item.missing)
        made = _made(table, rows, joined)
        none = pd.Series([not chosen for chosen in made], rows.index)
        names = [_words(" ".join(chosen)) for chosen in made]
        labels = [_words(" ".join(table.labels.get(joined.choices[each], each) for each in chosen)) for chosen in made]
        said = texts.map(_words)
        known = {
            word
            for choice, column in joined.choices.items()
            for word in _words(f"{choice} {table.labels.get(column, '')}")
        }
        # Words of another language than the columns' names cannot be held against them: then only whether there are any.
        readable = any(known & set(own) for own in said)
        other = pd.Series(
            [readable and own not in (name, label) for own, name, label in zip(said, names, labels, strict=True)],
            rows.index,
        )
        wrong = (told & (none | other)) | (texts.eq("") & ~none)
        yield Finding(AGREES, joined.column, AGREES, texts[wrong], lambda text: f"{cell(text)} beside other columns")


def nothing_chosen(
    table: RawTable, rows: pd.DataFrame, codebook: Codebook, asked: dict[str, pd.Series]
) -> list[Finding]:
    """Questions where nobody can tell who chose nothing from who was not asked, each at its first such row."""
    found = []
    for item in codebook.items:
        joined = None if item.nothing_chosen else _joined(table, item)
        if joined is None:
            continue
        own = pd.concat(list(choice_flags(table, rows, item).values()), axis=1)
        zeros = own.eq(0).any(axis=1) & ~own.eq(1).any(axis=1)
        empty = joined.cells.loc[rows.index].eq("") & zeros & asked[item.question.code]
        none = pd.Series([not chosen for chosen in _made(table, rows, joined)], rows.index)
        where = rows.index[empty & none]
        if len(where):
            said = pd.Series([f"nothing, and {len(where)} such rows"], where[:1], dtype="str")
            found.append(
                Finding(f"{STATED} ({item.question.code})", next(iter(item.columns.values())), STATED, said, str)
            )
    return found


def _flags(table: RawTable, rows: pd.DataFrame, column: str, words: Collection[str]) -> pd.Series:
    ticks = {*words, choice_of(column)[1], table.labels.get(column, ""), table.english.get(column, "")}
    return flags(rows[column], table.value_labels.get(column, {}), ticks)


def _joined(table: RawTable, item: Item) -> Joined | None:
    """The text beside the question's columns: `q` of `q/choice`, or of `q_1` where it holds several such numbers."""
    columns = list(item.columns.values())
    named = [str(column) for column in table.values]
    groups = {choice_of(column)[0] for column in columns}
    if len(groups) == 1 and (group := groups.pop()):
        cells = table.joined.get(group, table.values.get(group))
        choices = {choice_of(column)[1]: column for column in named if choice_of(column)[0] == group}
        return None if cells is None else Joined(group, cells, choices)
    stem = commonprefix(columns).rstrip("0123456789")
    if not stem.endswith(("_", ".")) or stem[:-1] not in table.values:
        return None
    cells = table.values[stem[:-1]]
    choices = {column.removeprefix(stem): column for column in named if column.startswith(stem)}
    told = {word for text in cells.unique() for word in text.split()}
    return Joined(stem[:-1], cells, choices) if holds_several(cells) and told <= set(choices) else None


def _made(table: RawTable, rows: pd.DataFrame, joined: Joined) -> list[tuple[str, ...]]:
    """The choices made in each row."""
    own = [_flags(table, rows, column, ()).eq(1) for column in joined.choices.values()]
    marks = zip(*own, strict=True) if own else [()] * len(rows)
    return [tuple(choice for choice, made in zip(joined.choices, row, strict=True) if made) for row in marks]


def _words(text: str) -> list[str]:
    return sorted(word for word in _BETWEEN.split(text.casefold()) if word)
