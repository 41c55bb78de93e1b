"""Questions with several choices, as Kobo and ODK export them: `q` (joined text) beside `q/choice` (0 and 1)."""

from collections.abc import Iterable

import pandas as pd

BINARY = frozenset({"0", "1", "true", "false"})


def is_binary(values: Iterable[str]) -> bool:
    """Whether these values (lower or upper case) say only that a choice was made or not, and some do."""
    said = {value.lower() for value in values} - {""}
    return bool(said) and said <= BINARY


def choice_groups(values: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """`q` -> its 0/1 columns `q/choice` in the file's order; a column with a prefix, `group/q/choice`, likewise.

    A group whose columns are not all 0 and 1 (empty ones aside) is none: `section/question` looks the same.
    """
    groups: dict[str, list[str]] = {}
    for column in values.columns:
        group, slash, choice = str(column).rpartition("/")
        if slash and group and choice:
            groups.setdefault(group, []).append(str(column))
    return {group: tuple(columns) for group, columns in groups.items() if _all_binary(values[columns])}


def joined_columns(values: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The joined text columns among the columns, each with its 0/1 columns."""
    return {group: columns for group, columns in choice_groups(values).items() if group in values.columns}


def _all_binary(columns: pd.DataFrame) -> bool:
    different = [set(columns[column].unique()) - {""} for column in columns]
    return is_binary(set().union(*different)) and all(is_binary(each) for each in different if each)
