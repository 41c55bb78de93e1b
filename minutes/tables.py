"""The tables of the store: rows are only ever added, a change is a new row with the next revision."""

import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

VERSION = 2
# What each version adds to the tables of the one before it; read by SQLite and PostgreSQL alike.
ADDED = {2: "ALTER TABLE minutes_entry ADD COLUMN member TEXT DEFAULT '' NOT NULL"}


class Moment(TypeDecorator[datetime.datetime]):
    """A moment in UTC, also in a database that keeps no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The moment as the database takes it."""
        return value if dialect.name == "postgresql" else value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The moment, in UTC."""
        return value.astimezone(datetime.UTC) if value.tzinfo else value.replace(tzinfo=datetime.UTC)


metadata = MetaData()

schemas = Table("minutes_schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

# The key is the lock: of two people who write the same next revision, the database takes one.
entries = Table(
    "minutes_entry",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("replaces", Integer),
    Column("beside", String(36), nullable=False),
    Column("meeting_title", Text, nullable=False),
    Column("meeting_date", Date, nullable=False),
    Column("view", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("provenance", Text, nullable=False),
    Column("release", Text, nullable=False),
    Column("demonstration", Boolean, nullable=False),
    Column("decision", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("state", String(16), nullable=False),
    Column("author", Text, nullable=False),
    Column("signed_in", Boolean, nullable=False),
    Column("made", Moment, nullable=False),
    Column("member", Text, nullable=False, server_default=""),
    ForeignKeyConstraint(["id", "replaces"], ["minutes_entry.id", "minutes_entry.revision"]),
    CheckConstraint(
        "(revision = 1 and replaces is null) or (revision > 1 and replaces is not null and replaces = revision - 1)"
    ),
    Index("minutes_entry_meeting", "meeting_date", "meeting_title"),
)
