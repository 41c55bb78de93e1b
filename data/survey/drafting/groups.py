"""0/1 columns that belong to one question with several choices."""

import re
from itertools import takewhile

from data.reading.plain import plain
from data.reading.raw_table import RawTable
from data.reading.select_multiple import choice_groups, choice_of, is_yes_or_no
from data.survey.drafting.answers import split_answers
from data.survey.drafting.codes import named_values

_NUMBERED = re.compile(r"(?P<stem>.*\w)[_.](?:SQ)?\d{1,3}|(?P<letter_stem>[A-Za-z]+\d+)[a-z]")
_YES_NO = {
    "po", "jo", "yes", "no", "not", "e", "pa", "zgjedhur", "selected", "checked", "shenuar", "permendur", "mentioned",
}  # fmt: skip


def multi_groups(table: RawTable, free: list[str]) -> dict[str, tuple[str, ...]]:
    """Name of each group of two or more 0/1 columns among the `free` ones: `q` of q/choice, the stem of Q4_1, Q4_2."""
    groups = {
        group: kept
        for group, columns in choice_groups(table.values).items()
        if len(kept := tuple(column for column in columns if column in free)) > 1
    }
    grouped = {column for columns in groups.values() for column in columns}
    stems: dict[str, list[str]] = {}
    for column in free:
        matched = _NUMBERED.fullmatch(column)
        if matched and column not in grouped and _is_choice(table, column):
            stems.setdefault(matched["stem"] or matched["letter_stem"], []).append(column)
    return groups | {stem: tuple(columns) for stem, columns in stems.items() if len(columns) > 1}


def missing_values(table: RawTable, columns: tuple[str, ...]) -> dict[str, str]:
    """The missing values of 0/1 columns with what speaks for each."""
    found: dict[str, str] = {}
    for column in columns:
        found |= split_answers(named_values(table, column), table.missing.get(column, ()))[1]
    return {value: why for value, why in found.items() if not is_yes_or_no([value])}


def group_words(table: RawTable, group: str, columns: tuple[str, ...]) -> tuple[str, list[str]]:
    """The question's text and each choice's: from the labels of group and columns, or what the labels begin with."""
    labels = [table.labels.get(column, "") for column in columns]
    if group in table.labels:
        names = [choice_of(column)[1] for column in columns]
        return table.labels[group], [label or name for label, name in zip(labels, names, strict=True)]
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*labels, strict=False))
    start = "".join(letters[0] for letters in alike)
    # The shared beginning is the question only up to a mark that ends it.
    asked = start[: max((start.rfind(mark) for mark in (":", "?", " - ", " – ", "/")), default=-1) + 1]
    rest = [label[len(asked) :].strip(" -–:/") for label in labels]
    if asked and all(rest):
        return asked.rstrip(" -–:/"), rest
    if len(set(labels)) == 1:
        return labels[0], [_label_of_one(table, column) for column in columns]
    return "", [label or _label_of_one(table, column) for label, column in zip(labels, columns, strict=True)]


def _is_choice(table: RawTable, column: str) -> bool:
    missing = {*table.missing.get(column, ()), *missing_values(table, (column,))}
    return is_yes_or_no(set(table.values[column].unique()) - missing)


def _label_of_one(table: RawTable, column: str) -> str:
    """What the value 1 is called where that is more than a yes; else the choice in the column's name."""
    label = table.value_labels.get(column, {}).get("1", "")
    if label and not set(plain(label).split()) <= _YES_NO:
        return label
    return choice_of(column)[1]
