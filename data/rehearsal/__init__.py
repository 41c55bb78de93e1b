"""The rehearsal of a release: what would change for readers if it took the place of the published one."""

from data.rehearsal.model import CODES, Note, Point, Rehearsal
from data.rehearsal.notes import read_notes
from data.rehearsal.rehearsing import Behind, behind_of, rehearse
from data.rehearsal.report import report, report_json

__all__ = [
    "CODES",
    "Behind",
    "Note",
    "Point",
    "Rehearsal",
    "behind_of",
    "read_notes",
    "rehearse",
    "report",
    "report_json",
]
