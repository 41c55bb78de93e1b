"""The row of column names; SurveyMonkey writes two: the question above the first of its choices, the choices below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from data.reading.raw_table import text_of

_ONE_ANSWER = {"response", "open-ended response", "open-ended-response", ""}  # what stands below a plain question


@dataclass(frozen=True)
class Header:
    """How many rows it takes, the columns' names, and what it says of them: labels by column and by group."""

    rows: int
    names: list[str]
    labels: dict[str, str] = field(default_factory=dict)


def read_header(rows: Sequence[Sequence[Any]]) -> Header:
    """The names in the first row; `question/choice` where a second row tells the choices of unnamed columns."""
    first = [text_of(cell) for cell in rows[0]]
    if len(rows) < 3 or not _is_second(first, rows[1]):
        return Header(1, first)
    second = [text_of(cell) for cell in rows[1]]
    questions = _filled(first)
    several = {question for question, own in zip(questions, first, strict=True) if not own}
    names: list[str] = []
    labels: dict[str, str] = {}
    for question, choice in zip(questions, second, strict=True):
        if question in several and choice:
            names.append(f"{question}/{choice}")
            labels |= {question: question, names[-1]: choice}
        else:
            names.append(question)
    return Header(2, names, labels)


def _filled(names: Sequence[str]) -> list[str]:
    """Each name, or where there is none the one before it."""
    filled: list[str] = []
    for name in names:
        filled.append(name or (filled[-1] if filled else ""))
    return filled


def _is_second(first: Sequence[str], row: Sequence[Any]) -> bool:
    """Whether the row names choices: a text below every unnamed column, no number anywhere, nothing below the first
    column (a row of answers begins with an id), and below other names nothing or the word for a single answer."""
    below = [text_of(cell) for cell in row]
    unnamed = [at for at, name in enumerate(first) if not name]
    if not unnamed or not first[0] or below[0] or any(not isinstance(cell, str) for cell in row if text_of(cell)):
        return False
    starts = {at - 1 for at in unnamed}
    named = [at for at in range(len(first)) if at not in {*unnamed, *starts}]
    return all(below[at] for at in unnamed) and all(below[at].lower() in _ONE_ANSWER for at in named)
