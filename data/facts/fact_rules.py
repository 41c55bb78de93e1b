"""What each cell of a facts row must be."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from data.model.catalogue import COUNTS, Indicator
from data.model.dimensions import AREAS, COUNTIES, GENDERS
from data.model.errors import Problem
from data.model.periods import FORMS, parse_period
from data.model.provenance import Source
from data.reading.csv_rows import nearest, nearest_area

KEY = ("indicator", "area", "gender", "age", "period")
CONFIDENCES = ("high", "medium", "low")
MASK = r"<\d+"
NUMBER = r"-?\d+(\.\d+)?"
THOUSANDS = r"-?[1-9]\d{0,2}\.\d{3}"
# Units whose figures are neither counts nor held to a scale of at most a few hundreds: 1.250 may be 1250 there.
UNBOUNDED = ("lek", "lek_month", "per_1000")
AGE = r"all|\d+-\d+|\d+\+"
NOTES = r"[a-z][a-z0-9_]*( [a-z][a-z0-9_]*)*"

Row = dict[str, str]
Complaint = tuple[str, str, str]  # column, expected, found


@dataclass(frozen=True)
class Known:
    """What a row may refer to: the catalogue (sound blocks, the theme of every code) and the sources."""

    indicators: dict[str, Indicator]
    theme_of: dict[str, str]
    sources: dict[str, Source]


def row_problems(row: dict[str, Any], known: Known) -> list[Problem]:
    """Everything wrong with one row, the columns in their order in the file."""
    text = {column: str(value) for column, value in row.items()}
    complaints = [
        *_indicator(text, known),
        *_area(text, known),
        *_closed(text, "gender", GENDERS),
        *_age(text),
        *_period(text),
        *_value(text, known),
        *_base(text),
        *_closed(text, "confidence", CONFIDENCES),
        *_source(text, known),
        *_note(text),
    ]
    line = int(text["row"])
    return [Problem(text["file"], line, column, expected, found) for column, expected, found in complaints]


def _block(row: Row, known: Known) -> Indicator | None:
    indicator = known.indicators.get(row["indicator"])
    return indicator if indicator and indicator.theme == _theme(row) else None


def _theme(row: Row) -> str:
    return PurePosixPath(row["file"]).stem


def _indicator(row: Row, known: Known) -> list[Complaint]:
    theme = _theme(row)
    code = row["indicator"]
    if known.theme_of.get(code) == theme:
        return []
    mine = [each for each, its_theme in known.theme_of.items() if its_theme == theme]
    return [("indicator", f"a block of catalogue/{theme}.toml", repr(code) + nearest(code, mine))]


def _area(row: Row, known: Known) -> list[Complaint]:
    area = row["area"]
    if area not in AREAS:
        return [("area", f"one of the codes {', '.join(sorted(AREAS))}", repr(area) + nearest_area(area))]
    indicator = _block(row, known)
    if indicator and indicator.level == "country" and area in COUNTIES:
        return [("area", f"no county, as {indicator.code} has level country in the catalogue", repr(area))]
    return []


def _closed(row: Row, column: str, allowed: tuple[str, ...]) -> list[Complaint]:
    return [] if row[column] in allowed else [(column, f"one of {', '.join(allowed)}", repr(row[column]))]


def _age(row: Row) -> list[Complaint]:
    age = row["age"]
    lower, dash, upper = age.partition("-")
    if re.fullmatch(AGE, age) and not (dash and int(lower) >= int(upper)):
        return []
    return [("age", "all, or a group such as 15-17 or 18+", repr(age))]


def _period(row: Row) -> list[Complaint]:
    try:
        parse_period(row["period"])
    except ValueError:
        return [("period", FORMS, repr(row["period"]))]
    return []


def _value(row: Row, known: Known) -> list[Complaint]:
    value = row["value"]
    if re.fullmatch(MASK, value):
        return []
    if not re.fullmatch(NUMBER, value):
        return [("value", "a number such as 73.7, or a mask such as <5", repr(value))]
    indicator = _block(row, known)
    if indicator is None:
        return []
    if indicator.unit in COUNTS and "." in value:
        return [("value", f"a whole number, as {indicator.code} counts {indicator.unit}", repr(value))]
    if indicator.unit in UNBOUNDED and re.fullmatch(THOUSANDS, value):
        return [("value", "a number that can be read in one way only: 1250, or 1.25, in place of 1.250", repr(value))]
    if indicator.unit == "percent" and not indicator.allow_outside and not 0 <= float(value) <= 100:
        return [("value", "a percentage from 0 to 100", repr(value))]
    if row["area"] in COUNTIES and row["confidence"] != "low" and indicator.scale:
        low, high = indicator.scale[0], indicator.scale[-1]
        if not low <= float(value) <= high:
            return [("value", f"a number on the catalogue's scale, {low:g} to {high:g}", repr(value))]
    return []


def _base(row: Row) -> list[Complaint]:
    if re.fullmatch(r"([1-9]\d*)?", row["n"]):
        return []
    return [("n", "a whole number above 0, or nothing", repr(row["n"]))]


def _source(row: Row, known: Known) -> list[Complaint]:
    source = row["source"]
    if source in known.sources:
        return []
    return [("source", "an id in sources.csv", repr(source) + nearest(source, list(known.sources)))]


def _note(row: Row) -> list[Complaint]:
    note = row["note"]
    if note and not re.fullmatch(NOTES, note):
        return [("note", "codes of small letters, one space between", repr(note))]
    if row["confidence"] == "medium" and not note:
        return [("note", "a code that says why confidence is medium", "nothing")]
    return []
