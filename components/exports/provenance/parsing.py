"""From the JSON text that a file carries to a provenance, trusting nothing in it."""

from dataclasses import fields
from datetime import date
from typing import Any

from components.exports.codes import gender_in_release
from components.exports.provenance.bounded import TooMuch, json_of
from components.exports.provenance.model import FIGURE, FORMAT, NOTE, Provenance, checksum_of
from components.exports.provenance.problems import ProvenanceProblem
from data.model.observations import KEY, STATUSES

FAMILY = FORMAT.partition("/")[0]
NUMBERS = ("value", "value_low", "value_upp", "n")
NAMES = {each.name for each in fields(Provenance)}
LISTS = ("filters", "sources")
LONGEST = 10_000  # characters of a text: an address or a caption is far shorter
MOST_FIGURES = 50_000  # a table of everything there is has about forty thousand
GREATEST = 1e12  # a figure counts persons or is a share; far beyond, no program writes it as a number any more
MOST = 500  # rules, filters, sources: a file of ours has a few dozen


def provenance_of(text: str | bytes) -> Provenance:
    """The provenance that a JSON text says; raises as `json_of` and `provenance_from`."""
    return provenance_from(json_of(text))


def provenance_from(told: Any) -> Provenance:
    """The provenance that a JSON object says, its types, codes and checksum compared.

    Raises ProvenanceProblem: damaged, other_format, edited; TooMuch.
    """
    if not isinstance(told, dict):
        raise ProvenanceProblem("damaged")
    _compare_format(told.get("format"))
    if isinstance(told.get("figures"), list) and len(told["figures"]) > MOST_FIGURES:
        raise TooMuch
    if set(told) != {*NAMES, "format", "checksum"} or not all(_is_right(name, told[name]) for name in NAMES):
        raise ProvenanceProblem("damaged")
    values: dict[str, Any] = {name: tuple(told[name]) if isinstance(told[name], list) else told[name] for name in NAMES}
    figures = tuple({**figure, "gender": gender_in_release(figure["gender"])} for figure in told["figures"])
    found = Provenance(**values | {"figures": figures})
    if told["checksum"] != checksum_of({name: told[name] for name in NAMES}):
        raise ProvenanceProblem("edited", found)
    return found


def _compare_format(name: object) -> None:
    """Nothing where the format is ours; a format of ours that this version does not know is `other_format`."""
    if name == FORMAT:
        return
    ours = isinstance(name, str) and name.startswith(f"{FAMILY}/")
    raise ProvenanceProblem("other_format" if ours else "damaged")


def _is_right(name: str, value: object) -> bool:
    if name == "demonstration":
        return isinstance(value, bool)
    if name == "made":
        return _is_text(value) and bool(date.fromisoformat(str(value)))
    if name == "rules":
        return isinstance(value, dict) and len(value) <= MOST and all(_is_text(rule) for rule in value.values())
    if name in LISTS:
        return isinstance(value, list) and len(value) <= MOST and all(_is_text(each) for each in value)
    if name == "figures":
        return isinstance(value, list) and all(is_figure(each) for each in value)
    return _is_text(value)


def is_figure(value: object) -> bool:
    """Whether the value is one figure of a record: texts that are not endless, numbers or None, a known state."""
    return (
        isinstance(value, dict)
        and set(value) | {NOTE} == {*FIGURE, NOTE}
        and all(_is_text(value[name]) for name in KEY)
        and _is_text(value.get(NOTE, ""))
        and all(_is_number(value[name]) for name in NUMBERS)
        and value["status"] in STATUSES
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _is_number(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= GREATEST
