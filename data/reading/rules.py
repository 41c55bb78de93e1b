"""What a single value in a codebook must look like, and how a block is held against such rules."""

import re
from collections.abc import Callable, Collection, Mapping
from itertools import pairwise

from data.model.errors import Problem
from data.model.periods import FORMS, parse_period

Rule = tuple[Callable[[object], bool], str]
LANGUAGES = ("sq", "en")
LONGEST_LABEL = 45


def broken_rules(
    file: str, place: str, block: Mapping[str, object], rules: Mapping[str, Rule], optional: Collection[str] = ()
) -> list[Problem]:
    """Every key of the block that is missing, unknown or breaks its rule; `place` stands before the key."""
    found = [
        Problem(file, 0, f"{place}{key}", expected, told(block[key]) if key in block else "nothing")
        for key, (holds, expected) in rules.items()
        if (key in block and not holds(block[key])) or (key not in block and key not in optional)
    ]
    unknown = [
        Problem(file, 0, f"{place}{key}", f"one of {', '.join(rules)}", "an unknown key")
        for key in block
        if key not in rules
    ]
    return found + unknown


def told(value: object) -> str:
    """The value as it is told in a message: short, whatever stands there."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}…"


def one_of(allowed: Collection[str]) -> Rule:
    """A word out of a closed list."""
    return lambda value: isinstance(value, str) and value in allowed, f"one of {', '.join(allowed)}"


def in_both_languages(longest: int | None = None) -> Rule:
    """A text in each language and nothing else, of at most `longest` characters."""

    def holds(value: object) -> bool:
        if not (isinstance(value, dict) and set(value) == set(LANGUAGES)):
            return False
        return all(is_text(each) and (longest is None or len(each) <= longest) for each in value.values())

    limit = "" if longest is None else f" of at most {longest} characters"
    return holds, f"a text{limit} in both languages, {{ sq = …, en = … }}"


def is_text(value: object) -> bool:
    """Whether something is written there."""
    return isinstance(value, str) and value.strip() != ""


def is_raw_value(value: object) -> bool:
    """Whether it can stand in a cell of the file: a text or a number."""
    return is_text(value) or (isinstance(value, int | float) and not isinstance(value, bool))


def is_list(value: object, holds: Callable[[object], bool], least: int = 0) -> bool:
    """Whether it is a list of at least so many items that all hold."""
    return isinstance(value, list) and len(value) >= least and all(holds(each) for each in value)


def _is_period(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(parse_period(value))
    except ValueError:
        return False


def _are_ages(value: object) -> bool:
    return is_list(value, lambda age: type(age) is int and 0 <= age <= 120, 2) and _rising(value)


def _rising(value: object) -> bool:
    return isinstance(value, list) and all(left < right for left, right in pairwise(value)) and len(value) == 2


# Codes that R, pandas or DuckDB take for true, false, missing or a number when they stand alone in a column.
_TAKEN = ("f", "t", "false", "true", "na", "nan", "null", "inf", "infinity")

TEXT: Rule = (is_text, "a text")
CODE: Rule = (
    lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z][a-z0-9_]*", value)) and value not in _TAKEN,
    f"a code of small letters, digits and _, none of {', '.join(_TAKEN)}",
)
BOOLEAN: Rule = (lambda value: isinstance(value, bool), "true or false")
PERIOD: Rule = (_is_period, FORMS)
AGES: Rule = (_are_ages, "the youngest and the oldest age, as [15, 29]")
RAW_VALUE: Rule = (is_raw_value, "a value of the file, as text or number")
RAW_VALUES: Rule = (lambda value: is_list(value, is_raw_value), "a list of values of the file")
CODES: Rule = (lambda value: is_list(value, CODE[0], 1), "a list of codes")
WORDS = in_both_languages()
LABEL = in_both_languages(LONGEST_LABEL)
