"""Entries for the tests."""

import datetime
from typing import Any

from minutes import Entry, Meeting

MEETING = Meeting("Komiteti rajonal, Dibër", datetime.date(2025, 3, 4))


def decision(text: str = "Të verifikohet shifra për vajzat 15–17 vjeç.", **other: Any) -> Entry:
    """An entry as a card would make it."""
    told: dict[str, Any] = {
        "meeting": MEETING,
        "view": "risk.school_attendance_15_17.gender~f",
        "title": "Në Dibër dhe Kukës më pak vajza shkollohen",
        "provenance": '{"figures": []}',
        "release": "2025-01-01-abcdef",
        "demonstration": False,
        "decision": text,
        "owner": "Drejtoria arsimore",
        "due": datetime.date(2025, 4, 1),
        "author": "Ana Ç.",
        "signed_in": False,
    }
    return Entry(**told | other)
