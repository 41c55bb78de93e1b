"""An XLSForm inside the workbook (sheets `survey` and `choices`): the words and the routing of its questions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.ingest.microdata.raw_table import RawTable, text_of

_NEEDED = {"survey": {"type", "name"}, "choices": {"name"}, "settings": {"form_id"}}
_ALBANIAN = re.compile(r"label::?\s*(.*\(sq\)|shqip.*|albanian.*|sq)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Form:
    """What the form says, by question name: its label, its choices (name -> label) and the condition for asking it."""

    sheets: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    choices: dict[str, dict[str, str]] = field(default_factory=dict)
    relevant: dict[str, str] = field(default_factory=dict)


def read_form(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Form:
    """The form among these sheets (name -> rows, header first); an empty form where there is none."""
    parts = {name.lower(): _records(rows) for name, rows in sheets.items() if _is_part(name, rows)}
    if not {"survey", "choices"} <= set(parts):
        return Form()
    lists: dict[str, dict[str, str]] = {}
    for each in parts["choices"]:
        lists.setdefault(each.get("list_name") or each.get("list name", ""), {})[each["name"]] = _label(each)
    asked = [each for each in parts["survey"] if each["name"]]
    kinds = {each["name"]: each["type"].split() for each in asked}
    return Form(
        sheets=tuple(name for name, rows in sheets.items() if _is_part(name, rows)),
        labels={each["name"]: _label(each) for each in asked if _label(each)},
        choices={name: lists.get(kind[1], {}) for name, kind in kinds.items() if len(kind) > 1},
        relevant={each["name"]: each["relevant"] for each in asked if each.get("relevant")},
    )


def labelled(table: RawTable, form: Form) -> RawTable:
    """The table with the form's words: for columns `q` and `group/q`, and for groups `q` with columns `q/choice`."""
    labels, value_labels, routing = dict(table.labels), dict(table.value_labels), dict(table.routing)
    for column in map(str, table.values.columns):
        path = column.split("/")
        name, parent = path[-1], path[-2] if len(path) > 1 else ""
        if name in form.choices.get(parent, {}):
            group = "/".join(path[:-1])
            labels[column] = form.choices[parent][name]
            labels |= {group: form.labels[parent]} if parent in form.labels else {}
            routing |= {group: form.relevant[parent]} if parent in form.relevant else {}
            continue
        labels |= {column: form.labels[name]} if name in form.labels else {}
        value_labels |= {column: form.choices[name]} if form.choices.get(name) else {}
        routing |= {column: form.relevant[name]} if name in form.relevant else {}
    return replace(table, labels=labels, value_labels=value_labels, routing=routing)


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
