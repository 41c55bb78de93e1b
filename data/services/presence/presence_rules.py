"""What each cell of a row of presence.csv must be."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from data.facts.fact_rules import NOTES
from data.model.dimensions import COUNTRY
from data.model.errors import Problem
from data.model.periods import parse_period
from data.model.services import MUNICIPALITIES, PRESENCE_AREAS, SHELTER, STATES, Provider, Service
from data.reading.csv_rows import nearest, nearest_area

FORM = "a year, month or day"

Row = dict[str, str]
Complaint = tuple[str, str, str]  # column, expected, found


@dataclass(frozen=True)
class KnownServices:
    """What a row may refer to."""

    services: dict[str, Service]
    providers: dict[str, Provider]
    sources: Collection[str]


def presence_problems(row: dict[str, Any], known: KnownServices) -> list[Problem]:
    """Everything wrong with one row, the columns in their order in the file."""
    text = {column: str(value) for column, value in row.items()}
    complaints = [
        *_code(text, "service", known.services),
        *_area(text),
        *_place(text, known),
        *_span(text),
        *_state(text),
        *_provider(text, known),
        *_source(text, known),
        *_note(text),
    ]
    line = int(text["row"])
    return [Problem(text["file"], line, column, expected, found) for column, expected, found in complaints]


def _code(row: Row, column: str, allowed: Collection[str]) -> list[Complaint]:
    wrong = [code for code in row[column].split(" ") if code not in allowed]
    return [(column, f"one of {', '.join(allowed)}", repr(code) + nearest(code, allowed)) for code in wrong]


def _area(row: Row) -> list[Complaint]:
    area = row["area"]
    if area in PRESENCE_AREAS:
        return []
    return [("area", f"one of {', '.join(PRESENCE_AREAS)}", repr(area) + nearest_area(area))]


def _place(row: Row, known: KnownServices) -> list[Complaint]:
    place, service = row["place"], row["service"]
    if not place:
        return []
    # A place is told only of a service that anybody may walk into: for a shelter it would be a danger.
    if service == SHELTER or (service in known.services and known.services[service].level != "municipal"):
        return [("place", f"nothing: {service} is told by county only", repr(place))]
    if row["area"] in PRESENCE_AREAS and MUNICIPALITIES.get(place) != row["area"]:
        own = [code for code, county in MUNICIPALITIES.items() if county == row["area"]]
        return [("place", f"a municipality of {row['area']}: {', '.join(own) or 'none'}", repr(place))]
    return []


def _span(row: Row) -> list[Complaint]:
    complaints = [(column, FORM, repr(row[column])) for column in ("start", "end") if not _is_moment(row[column])]
    if not complaints and parse_period(row["end"]).end < parse_period(row["start"]).start:
        complaints.append(("end", f"not before the start, {row['start']}", repr(row["end"])))
    return complaints


def _is_moment(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}(-\d{2}){0,2}", text)) and _is_period(text)


def _is_period(text: str) -> bool:
    try:
        return bool(parse_period(text))
    except ValueError:
        return False


def _state(row: Row) -> list[Complaint]:
    return [] if row["state"] in STATES else [("state", f"one of {', '.join(STATES)}", repr(row["state"]))]


def _provider(row: Row, known: KnownServices) -> list[Complaint]:
    if row["provider"] and row["service"] == SHELTER and row["area"] != COUNTRY:
        return [("provider", "nothing beside a county: it would say where a shelter stands", "a provider")]
    return _code(row, "provider", known.providers) if row["provider"] else []


def _source(row: Row, known: KnownServices) -> list[Complaint]:
    wrong = [id for id in row["source"].split(" ") if id not in known.sources]
    return [("source", "an id in sources.csv", repr(id) + nearest(id, list(known.sources))) for id in wrong]


def _note(row: Row) -> list[Complaint]:
    note, state = row["note"], row["state"]
    if note and not re.fullmatch(NOTES, note):
        return [("note", "codes of small letters, one space between", repr(note))]
    if not note and state in ("not_present", "not_known"):
        return [("note", f"a code that says why the state is {state}", "nothing")]
    return []
