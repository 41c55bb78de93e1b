"""An XLSForm inside the workbook (sheets `survey` and `choices`): the words and the routing of its questions."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.reading.raw_table import text_of

_NEEDED = {"survey": {"type", "name"}, "choices": {"name"}}
# Further sheets that a form may have; only beside `survey` and `choices` they are known by their names alone.
_FURTHER = {"settings", "external_choices", "entities", "osm", "types", "columns", "cascades"}
_ALBANIAN = re.compile(r"label\s*::?\s*(.*\(sq\)|shqip.*|albanian.*|sq)\s*", re.IGNORECASE)
_ENGLISH = re.compile(r"label\s*::?\s*(.*\(en\)|english.*|anglisht.*|en)\s*", re.IGNORECASE)
_NO_ANSWER = {"begin_group", "end_group", "begin_repeat", "end_repeat", "begin", "end", "note"}
_SEVERAL = {"select_multiple", "select_multiple_from_file", "rank"}


@dataclass(frozen=True)
class Form:
    """What the form says, by question name: its label, its choices (name -> label) and the condition for asking it.

    `english` and `english_choices` are labels in English where the form has them beside others. `asked` are the
    questions that an answer belongs to, `several` those with several choices.
    """

    sheets: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    choices: dict[str, dict[str, str]] = field(default_factory=dict)
    relevant: dict[str, str] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)
    english_choices: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()

    def asks(self, header: Collection[str]) -> bool:
        """Whether a sheet of this header holds answers: it has at least half of the form's questions."""
        names = {part for column in header for part in column.split("/")}
        return 2 * len(self.asked & names) >= len(self.asked) > 0


def read_form(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Form:
    """The form among these sheets (name -> rows, header first); an empty form where there is none."""
    parts = {name.lower(): _records(rows) for name, rows in sheets.items() if _is_part(name, rows)}
    if not {"survey", "choices"} <= set(parts):
        return Form()
    lists: dict[str, list[dict[str, str]]] = {}
    for each in parts["choices"]:
        lists.setdefault(each.get("list_name") or each.get("list name", ""), []).append(each)
    asked = [each for each in parts["survey"] if each["name"]]
    kinds = {each["name"]: each["type"].split() for each in asked}
    chosen = {name: _offered(kind, lists) for name, kind in kinds.items() if len(kind) > 1}
    return Form(
        sheets=tuple(name for name, rows in sheets.items() if _is_part(name, rows) or name.lower() in _FURTHER),
        labels={each["name"]: _label(each) for each in asked if _label(each)},
        choices={name: {each["name"]: _label(each) for each in offered} for name, offered in chosen.items()},
        relevant={each["name"]: each["relevant"] for each in asked if each.get("relevant")},
        english={each["name"]: _english(each) for each in asked if _english(each)},
        english_choices={
            name: {each["name"]: _english(each) for each in offered if _english(each)}
            for name, offered in chosen.items()
        },
        asked=frozenset(name for name, kind in kinds.items() if kind and kind[0].lower() not in _NO_ANSWER),
        several=frozenset(name for name, kind in kinds.items() if kind and kind[0].lower() in _SEVERAL),
    )


def _offered(kind: Sequence[str], lists: Mapping[str, Sequence[dict[str, str]]]) -> list[dict[str, str]]:
    """The choices of a question; `or_other` adds one that the list does not have."""
    other = [{"name": "other", "label": "Other"}] if kind[-1] == "or_other" else []
    return [*lists.get(kind[1], []), *other]


def _is_part(name: str, rows: Sequence[Sequence[Any]]) -> bool:
    needed = _NEEDED.get(name.lower())
    return bool(needed and rows and needed <= {text_of(cell).lower() for cell in rows[0]})


def _records(rows: Sequence[Sequence[Any]]) -> list[dict[str, str]]:
    header = [text_of(cell).lower() for cell in rows[0]]
    return [dict(zip(header, map(text_of, cells), strict=True)) for cells in rows[1:]]


def _label(record: Mapping[str, str]) -> str:
    """The Albanian label where the form has one, else the plain one, else that of its first language."""
    columns = [column for column in record if column.startswith("label")]
    albanian = [column for column in columns if _ALBANIAN.fullmatch(column)]
    return next((record[column] for column in [*albanian, "label", *columns] if record.get(column)), "")


def _english(record: Mapping[str, str]) -> str:
    """The English label; the plain one where only an Albanian one stands beside it; "" where there is none."""
    columns = [column for column in record if column.startswith("label")]
    english = [column for column in columns if _ENGLISH.fullmatch(column)]
    plain = ["label"] if any(_ALBANIAN.fullmatch(column) for column in columns) else []
    return next((record[column] for column in [*english, *plain] if record.get(column)), "")
