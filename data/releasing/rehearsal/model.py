"""What a rehearsal finds: points by code, notes that answer for warnings, and whether the release may be published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Final

ERROR: Final = "error"
WARNING: Final = "warning"

# Code -> level, and what it says. An error blocks; a warning needs a note of who looked at it and why it is right.
CODES: Final[dict[str, tuple[str, str]]] = {
    "recoverable": (ERROR, "a hidden count can be worked out"),
    "undecided": (ERROR, "whether a hidden count can be worked out was not found out in time"),
    "few_changed": (ERROR, "a count of people reached moves without enough persons behind it: import again in batches"),
    "left_over": (ERROR, "subtracting published bases leaves fewer than 25 persons"),
    "batch": (ERROR, "a published wave gains or loses fewer than 25 persons"),
    "made_up": (ERROR, "a demonstration figure takes the place of a real one"),
    "area_gone": (ERROR, "an area that had figures has none"),
    "area_swapped": (ERROR, "the figures of one area stand under another"),
    "unit_changed": (ERROR, "the same code has another unit: give the measure a new code"),
    "not_announced": (ERROR, "figures differ, but release.toml names no later version or no new [[change]]"),
    "dated_before": (ERROR, "the release is dated before the published one"),
    "gone": (WARNING, "a figure is gone"),
    "state": (WARNING, "a figure changes its state"),
    "moved": (WARNING, "a figure moves beyond its interval, or moves and has none"),
    "hidden_late": (WARNING, "a figure is hidden that the published release shows: that cannot be taken back"),
    "replaced": (WARNING, "a real figure takes the place of a demonstration one"),
    "base": (WARNING, "a figure's number of respondents changes"),
    "universe": (WARNING, "a wave or a question is put to others, or in another way"),
    "coverage_base": (WARNING, "people reached are held against another population or need"),
    "meaning": (WARNING, "an indicator or a question is described in another way"),
    "rules": (WARNING, "the version of a rule of method changes"),
    "place": (WARNING, "a place or a provider of services is renamed or gone"),
    "source_gone": (WARNING, "a source is cited no longer"),
    "source_changed": (WARNING, "a source's description changes"),
    "note_unused": (WARNING, "a note answers for nothing: delete it"),
}


@dataclass(frozen=True)
class Point:
    """One thing to know before publishing: its code, what it is about (words split by spaces), and how it changes."""

    code: str
    key: str
    said: str = ""

    @property
    def level(self) -> str:
        """`error` or `warning`."""
        return CODES[self.code][0]

    @property
    def subject(self) -> str:
        """What points are grouped by: the first word of the key."""
        return self.key.partition(" ")[0]


@dataclass(frozen=True)
class Note:
    """Who looked at the warnings of a code whose keys fit the pattern (`*` is anything), and why they are right."""

    code: str
    key: str
    who: str
    why: str

    def answers(self, point: Point) -> bool:
        """Whether the note stands for this point; for an error no note does."""
        return self.code == point.code and point.level == WARNING and fnmatchcase(point.key, self.key)


@dataclass(frozen=True)
class Rehearsal:
    """Two releases beside each other: ids, points, notes, and how many figures are `same`, `added`, `within` their
    interval."""

    old: str
    new: str
    points: tuple[Point, ...]
    notes: tuple[Note, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> list[Point]:
        """What blocks."""
        return [point for point in self.points if point.level == ERROR]

    @property
    def open_warnings(self) -> list[Point]:
        """Warnings that no note answers for, unused notes among them."""
        open_ones = [point for point in self.points if point.level == WARNING and not self.note_of(point)]
        return open_ones + [Point("note_unused", f"{note.code} {note.key}", note.who) for note in self._unused]

    @property
    def answered(self) -> list[tuple[Point, Note]]:
        """Warnings that a note answers for, each with the first that does."""
        return [(point, note) for point in self.points if (note := self.note_of(point))]

    @property
    def is_clear(self) -> bool:
        """Whether nothing speaks against publishing."""
        return not self.errors and not self.open_warnings

    def note_of(self, point: Point) -> Note | None:
        """The first note that answers for the point."""
        return next((note for note in self.notes if note.answers(point)), None)

    @cached_property
    def _unused(self) -> list[Note]:
        return [note for note in self.notes if not any(note.answers(point) for point in self.points)]
