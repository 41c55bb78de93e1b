"""Minutes where the disk is full: a save is refused and said to be, what was there stays, and later saves succeed."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import URL, event, text

from minutes import Entry, Meeting, StoreDown, open_store


def entry(decision: str) -> Entry:
    meeting = Meeting("Komiteti", datetime.date(2026, 11, 24))
    return Entry(
        meeting=meeting, view="risk", title="Risk", provenance="{}", release="2026-11-24-00000000", demonstration=False,
        decision=decision, owner="A", due=None, author="B", signed_in=False,
    )  # fmt: skip


def test_a_save_without_room_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    store = open_store(URL.create("sqlite+pysqlite", database=str(tmp_path / "minutes.sqlite")))
    first = store.add(entry("x"))
    limit = "PRAGMA max_page_count = 1"  # SQLite keeps the pages it has and gets no further one

    def no_room(connection: object, *_given: object) -> None:
        connection.exec_driver_sql(limit)  # type: ignore[attr-defined]

    event.listen(store.engine, "begin", no_room)
    with pytest.raises(StoreDown, match="full"):
        for number in range(50):
            store.add(entry(f"{number} " + "z" * 1900))
    kept = store.entries()
    assert kept[0] == first and all(each.decision.endswith("z") for each in kept[1:])
    event.remove(store.engine, "begin", no_room)
    with store.engine.connect() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    assert store.add(entry("after")) in store.entries()
