"""What the raw values of county, gender, ethnicity and wave mean, guessed from their labels."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from data.model.dimensions import AREA_NAMES, COUNTIES
from data.reading.cells import is_error
from data.reading.plain import plain
from data.reading.raw_table import RawTable

_GENDERS = {
    "f": "f femer femra female females woman women grua gra vajze vajza girl",
    "m": "m mashkull meshkuj mashkulli male males man men burre burra djale djem boy",
    "other": "other tjeter tjetra refused refuzon refuzoj binar binary",
}
_ROMA = {"roma", "rom", "rome", "romi", "romet", "roms"}
_ELSE = {
    "shqiptar", "shqiptare", "albanian", "egjiptian", "egyptian", "ashkali", "greek", "grek", "vllah", "maqedonas",
    "tjeter", "tjera", "other",
}  # fmt: skip
FEW = 5  # a value in fewer rows is named only where the file itself has a label for it
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Named:
    """Values of a column in order, with the file's label ("" for none); how many others stay unnamed, in what share."""

    labels: dict[str, str]
    unnamed: int
    covered: float


def is_number(text: str) -> bool:
    """Whether the text is a number as a file writes it."""
    return bool(_NUMBER.fullmatch(text))


def named_values(table: RawTable, column: str) -> Named:
    """Labelled values and those in FEW rows or more: numbers by size, else the labelled first in the file's order.

    `covered` is the named share of rows. Cells in error are none.
    """
    cells = table.values[column]
    counts = cells[cells.ne("") & ~cells.map(is_error).astype("bool")].value_counts()
    labels = dict(table.value_labels.get(column, {}))
    frequent = [str(value) for value, count in counts.items() if count >= FEW and str(value) not in labels]
    labels |= dict.fromkeys(sorted(frequent, key=value_order), "")
    if all(map(is_number, labels)):
        labels = {value: labels[value] for value in sorted(labels, key=value_order)}
    total = int(counts.sum())
    named = sum(int(count) for value, count in counts.items() if str(value) in labels)
    return Named(labels, sum(str(value) not in labels for value in counts.index), named / total if total else 0.0)


def value_order(value: str) -> tuple[int, float, str]:
    """Numbers by size, then texts by letter."""
    return (0, float(value), "") if is_number(value) else (1, 0.0, value)


def county_code(text: str) -> str:
    """The county a label or value names, in Albanian or English, in any ending (Dibër, Dibra, e Dibrës); "" if none."""
    words = set(plain(text).split())
    found = {code for code in COUNTIES if words & _forms(AREA_NAMES[code]) or plain(code) == plain(text)}
    return found.pop() if len(found) == 1 else ""


def gender_code(text: str) -> str:
    """f, m or other; "" where the words say none or several of them."""
    words = set(plain(text).split())
    found = [code for code, names in _GENDERS.items() if words & set(names.split())]
    return found[0] if len(found) == 1 else ""


def ethnicity_code(text: str) -> str:
    """roma or other; "" where the words say neither or both (a group of Roma and others is left to the steward)."""
    words = set(plain(text).split())
    roma, others = bool(words & _ROMA), bool(words & _ELSE)
    return "" if roma == others else ("roma" if roma else "other")


def wave_code(text: str) -> str:
    """w1 or w2 where that number stands alone in the text; "" otherwise."""
    numbers = {word.removeprefix("w") for word in plain(text).split()} & {"1", "2"}
    return f"w{numbers.pop()}" if len(numbers) == 1 else ""


GUESSES: Mapping[str, Callable[[str], str]] = {
    "county": county_code,
    "gender": gender_code,
    "ethnicity": ethnicity_code,
    "wave": wave_code,
}


def guessed_codes(role: str, named: Named) -> dict[str, tuple[str, str]]:
    """Raw value -> (guessed code or "", the file's label), in order; a bare value stands for itself."""
    return {value: (GUESSES[role](label or value), label) for value, label in named.labels.items()}


def _forms(name: str) -> set[str]:
    """A county's name with and without the definite ending and in the genitive, as `plain` writes them."""
    base = plain(name)
    forms = {base, f"{base}i", f"{base}it"}
    if base.endswith("e"):
        forms |= {f"{base[:-1]}a", f"{base}s"}
    if base.endswith("er"):
        forms |= {f"{base[:-2]}ra", f"{base[:-2]}res"}
    return forms
