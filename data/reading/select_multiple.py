"""Questions with several choices: 0/1 columns `q/choice` as Kobo and ODK export them, `q[choice]` of LimeSurvey, and
the joined text of all choices in one cell.
"""

import re
from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from data.reading.plain import plain

BINARY = frozenset({"0", "1", "true", "false"})
_YES_NO = BINARY | {"y", "n"}  # LimeSurvey's
_BRACKETS = re.compile(r"(?P<group>.*\S)\s*\[(?P<choice>[^\[\]]+)\]")
_CODE = re.compile(r"[\w.-]+")
_SEPARATORS = (";", "|", ",", " ")


def is_binary(values: Iterable[str], words: Collection[str] = BINARY) -> bool:
    """Whether these values (lower or upper case) say only that a choice was made or not, and some do."""
    said = {value.lower() for value in values} - {""}
    return bool(said) and said <= set(words)


def is_yes_or_no(values: Iterable[str]) -> bool:
    """As `is_binary`, Y and N too."""
    return is_binary(values, _YES_NO)


def choice_of(column: str) -> tuple[str, str]:
    """The group and the choice that a column's name tells, `q/choice` or `q[choice]`; "" twice where it tells none."""
    if brackets := _BRACKETS.fullmatch(column):
        return brackets["group"], brackets["choice"]
    group, slash, choice = column.rpartition("/")
    return (group, choice) if slash and group and choice else ("", "")


def choice_groups(values: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """`q` -> its columns `q/choice` (or `q[choice]`) in the file's order; with a prefix, `group/q/choice`, likewise.

    A group whose columns do not all hold 0 and 1, or the choice's own word as a tick, (empty ones aside) is none:
    `section/question` looks the same.
    """
    groups: dict[str, list[str]] = {}
    for column in map(str, values.columns):
        group, _ = choice_of(column)
        if group:
            groups.setdefault(group, []).append(column)
    return {group: tuple(columns) for group, columns in groups.items() if _all_choices(values[columns])}


def joined_columns(values: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The joined text columns among the columns, each with its 0/1 columns."""
    return {group: columns for group, columns in choice_groups(values).items() if group in values.columns}


def holds_several(cells: pd.Series) -> bool:
    """Whether some cells seem to join what stands in others ("tv web" beside "tv" and "web")."""
    different = {text for text in cells.unique() if text}
    return any(_made_of_one_another(different, separator) for separator in _SEPARATORS)


def split_choices(cells: pd.Series, choices: Mapping[str, str]) -> pd.DataFrame | None:
    """A 0/1 column for each choice (by its code) of cells that join codes by spaces; empty where the cell is empty.

    None where a cell holds a word that is no choice.
    """
    words = cells.str.split()
    if {word for given in words for word in given} - set(choices):
        return None
    return pd.DataFrame(
        {choice: [str(int(choice in given)) if given else "" for given in words] for choice in choices},
        index=cells.index,
        dtype="str",
    )


def _made_of_one_another(different: Collection[str], separator: str) -> bool:
    parts = {text: [part.strip() for part in text.split(separator) if part.strip()] for text in different}
    joined = [own for own in parts.values() if len(own) > 1]
    if not joined:
        return False
    words = {part for own in joined for part in own}
    if all(len(set(own)) == len(own) for own in joined) and words <= {
        text.strip(f"{separator} ") for text in different
    }:
        return True
    # Nobody chose one alone: then only codes that come again and again, in more ways than there are codes.
    again = all(sum(word in own for own in joined) > 1 for word in words)
    return again and len(joined) > len(words) and all(map(_CODE.fullmatch, words))


def _all_choices(columns: pd.DataFrame) -> bool:
    different = {str(column): set(columns[column].unique()) - {""} for column in columns}
    filled = {column: own for column, own in different.items() if own}
    return bool(filled) and all(_says_choice(column, own) for column, own in filled.items())


def _says_choice(column: str, own: set[str]) -> bool:
    _, choice = choice_of(column)
    binary = is_yes_or_no(own) if column.endswith("]") else is_binary(own)
    return binary or {plain(text) for text in own} == {plain(choice)}
