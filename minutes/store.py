"""Reading and adding entries. Nothing is ever changed or deleted: every save adds one row, in one step."""

import uuid
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Engine, Row, and_, func, insert, select
from sqlalchemy.exc import IntegrityError

from minutes.faults import BadEntry, Problem, database_faults
from minutes.model import Entry, Meeting, checked
from minutes.tables import entries

PLAIN = ("id", "revision", "beside", "view", "title", "provenance", "release", "demonstration", "decision", "owner")
COLUMNS = (*PLAIN, "due", "state", "author", "signed_in", "made", "member")


class Saved(NamedTuple):
    """What a save left in the store. `overtaken_by` is the change that somebody else had saved before: then `entry` is
    kept beside it under an id of its own."""

    entry: Entry
    overtaken_by: Entry | None


class Store:
    """The entries in one database. Every method raises StoreDown where the database does not answer."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def add(self, entry: Entry) -> Entry:
        """Keep a new entry, cleaned. Adding the same entry twice (a double click) keeps it once. Raises BadEntry."""
        clean = checked(entry)
        if self.insert(clean):
            return clean
        kept = next(iter(self.history(clean.id)), None)
        if kept is None or not clean.says_the_same(kept):
            raise BadEntry([Problem("id", "unknown")])
        return kept

    def revise(self, entry: Entry) -> Saved:
        """Keep an entry's next revision. Where somebody saved that revision before, both texts stay: theirs in place,
        this one as an entry beside it. Raises BadEntry, also for an entry that is not in the store."""
        clean = checked(entry)
        if self.insert(clean):
            return Saved(clean, None)
        history = self.history(clean.id)
        theirs = next((each for each in history if each.revision == clean.revision), None)
        if theirs is None:
            raise BadEntry([Problem("id", "unknown")])
        if clean.says_the_same(theirs):
            return Saved(theirs, None)
        # The id hangs on the text, so that the same change sent twice is kept beside once.
        who = (clean.author, clean.member)
        told = "\n".join((str(clean.revision), clean.decision, clean.owner, str(clean.due), clean.state, *who))
        own = str(uuid.uuid5(uuid.UUID(clean.id), told))
        return Saved(self.add(replace(clean, id=own, revision=1, beside=clean.id)), history[-1])

    def entries(self, meeting: Meeting | None = None, view: str = "") -> tuple[Entry, ...]:
        """The latest revision of each entry, of one meeting and one view where they are named; the oldest first."""
        later, first = entries.alias(), entries.alias()
        asked = (
            select(entries)
            .join(first, and_(first.c.id == entries.c.id, first.c.revision == 1))
            .outerjoin(later, and_(later.c.id == entries.c.id, later.c.replaces == entries.c.revision))
            .where(later.c.id.is_(None))
            .order_by(entries.c.meeting_date, first.c.made, entries.c.id)
        )
        if meeting:
            asked = asked.where(entries.c.meeting_title == meeting.title, entries.c.meeting_date == meeting.date)
        return self.read(asked.where(entries.c.view == view) if view else asked)

    def history(self, id: str) -> tuple[Entry, ...]:
        """Every revision of an entry, the first first."""
        return self.read(select(entries).where(entries.c.id == id).order_by(entries.c.revision))

    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting with an entry, the latest first, of one day the one written last first."""
        title, date = entries.c.meeting_title, entries.c.meeting_date
        asked = select(title, date).group_by(title, date).order_by(date.desc(), func.max(entries.c.made).desc())
        with database_faults(), self.engine.connect() as connection:
            return tuple(Meeting(row.meeting_title, row.meeting_date) for row in connection.execute(asked))

    def insert(self, entry: Entry) -> bool:
        """Add the entry's row and wait until it is durable; False where its id and revision are taken, or where the
        revision that it replaces is missing."""
        row = {column: getattr(entry, column) for column in COLUMNS}
        row |= {"meeting_title": entry.meeting.title, "meeting_date": entry.meeting.date, "replaces": entry.replaces}
        try:
            with database_faults(), self.engine.begin() as connection:
                connection.execute(insert(entries).values(**row))
        except IntegrityError:
            return False
        return True

    def read(self, asked: Any) -> tuple[Entry, ...]:
        """The entries that a query finds."""
        with database_faults(), self.engine.connect() as connection:
            return tuple(entry_of(row) for row in connection.execute(asked))


def entry_of(row: Row[Any]) -> Entry:
    """A row as an entry."""
    return Entry(
        meeting=Meeting(row.meeting_title, row.meeting_date), **{column: getattr(row, column) for column in COLUMNS}
    )
