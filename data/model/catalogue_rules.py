"""What a catalogue block must look like, key by key."""

from collections.abc import Callable
from itertools import pairwise

from data.model.catalogue import COMPARABILITIES, DIRECTIONS, INTERVALS, LEVELS, UNITS
from data.model.errors import Problem
from data.model.periods import parse_period

Rule = tuple[Callable[[object], bool], str]


def block_problems(file: str, code: str, block: dict[str, object], theme: str) -> list[Problem]:
    """Everything wrong with one catalogue block of the file of `theme`."""
    rules = {**_RULES, "theme": (lambda value: value == theme, repr(theme))}
    found = [
        Problem(file, 0, f"[{code}] {key}", expected, "nothing" if key not in block else repr(block[key]))
        for key, (holds, expected) in rules.items()
        if (key in block or key not in _OPTIONAL) and not (key in block and holds(block[key]))
    ]
    found += [
        Problem(file, 0, f"[{code}] {key}", f"one of {', '.join(rules)}", "an unknown key")
        for key in block
        if key not in rules
    ]
    if block.get("level") == "county" and "scale" not in block:
        found.append(Problem(file, 0, f"[{code}] scale", _SCALE, "nothing"))
    if block.get("interval") == "assumed_deff" and block.get("unit") != "percent":
        found.append(Problem(file, 0, f"[{code}] interval", "none, as unit is not percent", "'assumed_deff'"))
    return found


def _one_of(allowed: tuple[str, ...]) -> Rule:
    return lambda value: value in allowed, f"one of {', '.join(allowed)}"


def _is_scale(value: object) -> bool:
    if not (isinstance(value, list) and len(value) == 5):
        return False
    if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in value):
        return False
    return all(left < right for left, right in pairwise(value))


def _is_note_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.isidentifier() for each in value)


def _is_period_list(value: object) -> bool:
    try:
        return isinstance(value, list) and all(parse_period(each) for each in value)
    except (ValueError, TypeError, AttributeError):
        return False


def _is_outcome_list(value: object) -> bool:
    return isinstance(value, list) and all(each in (1, 2, 3) for each in value)


_SCALE = "five rising numbers"
_OPTIONAL = ("scale", "allow_outside", "change_of")
_BOOLEAN: Rule = (lambda value: isinstance(value, bool), "true or false")
_RULES: dict[str, Rule] = {
    "unit": _one_of(UNITS),
    "decimals": (lambda value: type(value) is int and 0 <= value <= 3, "a whole number from 0 to 3"),
    "higher_is": _one_of(DIRECTIONS),
    "level": _one_of(LEVELS),
    "scale": (_is_scale, _SCALE),
    "interval": _one_of(INTERVALS),
    "sensitive_count": _BOOLEAN,
    "outcomes": (_is_outcome_list, "a list out of 1, 2, 3"),
    "notes": (_is_note_list, "a list of note codes"),
    "breaks": (_is_period_list, "a list of periods"),
    "comparability": _one_of(COMPARABILITIES),
    "allow_outside": _BOOLEAN,
    "change_of": (lambda value: isinstance(value, str) and value.isidentifier(), "the code of an indicator"),
}
