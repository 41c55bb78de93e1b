"""The entry: one decision of a meeting, beside the figure it was taken on."""

import datetime
import re
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from minutes.faults import BadEntry, Problem

STATES = ("open", "done", "withdrawn")
LIMITS = {"meeting": 200, "decision": 2000, "owner": 200, "author": 200}  # characters
MUCH = 5_000  # characters; a longer text is not even cleaned: setting its marks in order could take minutes
# Signs that turn the direction of all that follows would reach into what stands beside a text; single marks stay.
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NO_CHARACTERS = set("\ufffe\uffff")  # no file format may hold them


@dataclass(frozen=True)
class Meeting:
    """What the chair calls the meeting, and its day."""

    title: str
    date: datetime.date


def new_id() -> str:
    """A name for an entry that nobody else has."""
    return str(uuid.uuid4())


def now() -> datetime.datetime:
    """The moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True)
class Entry:
    """One revision of a decision. `provenance` is the card's as JSON, `title`, `release` and `demonstration` repeat it;
    `author` is the signed-in member's name, or what was typed where nobody signs in. `beside` is the id of the entry
    whose change came first when two people changed it at once: this one holds the other text. `member` is whom the
    sign-in service says it was, `issuer|subject`, '' where nobody signs in: a name may change, and two may share it."""

    meeting: Meeting
    view: str
    title: str
    provenance: str
    release: str
    demonstration: bool
    decision: str
    owner: str
    due: datetime.date | None
    author: str
    signed_in: bool
    made: datetime.datetime = field(default_factory=now)
    id: str = field(default_factory=new_id)
    revision: int = 1
    state: str = "open"
    beside: str = ""
    member: str = ""

    @property
    def replaces(self) -> int | None:
        """The revision that this one follows; None for the first."""
        return self.revision - 1 or None

    def says_the_same(self, other: "Entry") -> bool:
        """Whether both were written by one person in the same words."""
        return replace(self, made=other.made) == other


def revised(
    entry: Entry,
    *,
    decision: str,
    owner: str,
    due: datetime.date | None,
    state: str,
    author: str,
    signed_in: bool,
    member: str = "",
) -> Entry:
    """The entry's next revision; what it was decided on stays as it was."""
    return replace(
        entry,
        decision=decision,
        owner=owner,
        due=due,
        state=state,
        author=author,
        signed_in=signed_in,
        member=member,
        made=now(),
        revision=entry.revision + 1,
    )


def checked(entry: Entry) -> Entry:
    """The entry with its texts cleaned; raises BadEntry with everything that is wrong."""
    if endless := [Problem(name, "too_long") for name, text in written_texts(entry).items() if len(text) > MUCH]:
        raise BadEntry(endless)
    names = ("owner", "author", "title", "member")
    plain: dict[str, Any] = {name: cleaned(getattr(entry, name), lines=False) for name in names}
    meeting = Meeting(cleaned(entry.meeting.title, lines=False), entry.meeting.date)
    clean = replace(entry, meeting=meeting, decision=cleaned(entry.decision, lines=True), **plain)
    if problems := list(problems_of(clean)):
        raise BadEntry(problems)
    return clean


def written_texts(entry: Entry) -> dict[str, str]:
    """What people wrote, under the names of LIMITS."""
    return {
        "meeting": entry.meeting.title,
        "decision": entry.decision,
        "owner": entry.owner,
        "author": entry.author,
    }


def problems_of(entry: Entry) -> Iterator[Problem]:
    """What is wrong with an entry whose texts are clean."""
    for name, text in written_texts(entry).items():
        if not text:
            yield Problem(name, "empty")
        elif len(text) > LIMITS[name]:
            yield Problem(name, "too_long")
    if entry.due and entry.due < entry.meeting.date:
        yield Problem("due", "before_meeting")
    if entry.state not in STATES:
        yield Problem("state", "not_a_state")


def cleaned(text: str, *, lines: bool) -> str:
    """The text in composed letters, without control characters, halves of characters and signs that turn its direction;
    line breaks stay where `lines`."""
    text = re.sub(r"\r\n?|\u2028|\u2029|\x85|\v|\f", "\n", text).replace("\t", " ")
    text = text if lines else text.replace("\n", " ")
    kept = (letter for letter in text if letter == "\n" or not is_refused(letter))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def is_refused(letter: str) -> bool:
    """Whether a character has no place in a text."""
    return unicodedata.category(letter) in ("Cc", "Cs") or letter in TURNING or letter in NO_CHARACTERS
