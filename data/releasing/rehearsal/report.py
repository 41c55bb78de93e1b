"""A rehearsal told: to a person in groups with examples, to a machine point by point."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Final

from data.releasing.rehearsal.model import CODES, Note, Point, Rehearsal

EXAMPLES: Final = 3  # points told of a subject
SUBJECTS: Final = 12  # subjects told of a code


def report(rehearsal: Rehearsal) -> str:
    """What blocks, what needs a note, what notes answer for, and how much stayed as it was."""
    lines = [f"{rehearsal.new} in place of {rehearsal.old}"]
    for heading, points in (
        ("errors: they block", rehearsal.errors),
        ("warnings: each needs a note", rehearsal.open_warnings),
    ):
        if points:
            lines += ["", f"{heading} ({len(points)})", *_told(points)]
    if rehearsal.answered:
        lines += ["", f"answered by notes ({len(rehearsal.answered)})", *_answered(rehearsal.answered)]
    counts = rehearsal.counts
    told = f"{counts['same']} figures stay, {counts['added']} are new, {counts['within']} move within their interval"
    return "\n".join([*lines, "", told, "may be published" if rehearsal.is_clear else "may not be published yet"])


def report_json(rehearsal: Rehearsal) -> str:
    """Every point with its level, and the note that answers for it or null, as JSON."""
    notes = dict(rehearsal.answered)
    found = [*rehearsal.errors, *rehearsal.open_warnings, *notes]
    points = [{"level": point.level, **asdict(point), "note": _noted(notes.get(point))} for point in found]
    document = {
        "old": rehearsal.old,
        "new": rehearsal.new,
        "clear": rehearsal.is_clear,
        "figures": dict(rehearsal.counts),
        "points": points,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _told(points: Sequence[Point]) -> list[str]:
    lines = []
    for code in CODES:
        own = sorted((point for point in points if point.code == code), key=lambda point: point.subject)
        if not own:
            continue
        lines.append(f"  {code}: {CODES[code][1]} ({len(own)})")
        subjects = [list(group) for _, group in groupby(own, key=lambda point: point.subject)]
        for group in subjects[:SUBJECTS]:
            lines += [f"    {point.key}{': ' if point.said else ''}{point.said}" for point in group[:EXAMPLES]]
            if len(group) > EXAMPLES:
                lines.append(f"    {group[0].subject}: {len(group) - EXAMPLES} more")
        if rest := subjects[SUBJECTS:]:
            lines.append(f"    {sum(map(len, rest))} more of {len(rest)} others; --json lists all")
    return lines


def _answered(answered: Sequence[tuple[Point, Note]]) -> list[str]:
    counts: dict[Note, int] = {}
    for _, note in answered:
        counts[note] = counts.get(note, 0) + 1
    return [f"  {note.code} {note.key} ({count}): {note.why} ({note.who})" for note, count in counts.items()]


def _noted(note: Note | None) -> dict[str, str] | None:
    return asdict(note) if note else None
