"""The store, the same on SQLite and on PostgreSQL."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from decisions import MEETING, decision
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from postgres_server import PostgresServer
from sqlalchemy import URL, insert, text, update
from sqlalchemy.exc import IntegrityError

from minutes import (
    BadEntry,
    Entry,
    Meeting,
    NewerStore,
    Store,
    StoreDown,
    checked,
    existing_store,
    open_store,
    revised,
    store_address,
)
from minutes.tables import VERSION, entries, schemas

HOSTILE = [
    "<script>alert(1)</script>",
    "[kliko](javascript:alert(1)) **x**",
    '=HYPERLINK("http://example.org";"x")',
    "\u200fעברית\u200e dhe shqip",
    "𝔘𝔫 🏔️ ë ç Ë Ç",
    "'; drop table minutes_entry; --",
    "{braces} %s \\n",
]


def change(entry: Entry, decision: str, **other: Any) -> Entry:
    told: dict[str, Any] = {"owner": "Drejtoria", "due": None, "state": "open", "author": "Besa", "signed_in": False}
    return revised(entry, decision=decision, **told | other)


def test_an_entry_comes_back_as_it_was_kept(store: Store) -> None:
    kept = store.add(decision(due=None, demonstration=True, signed_in=True))
    assert store.entries() == (kept,)
    assert kept.made.utcoffset() == datetime.timedelta(0)
    assert (kept.revision, kept.replaces, kept.state, kept.beside) == (1, None, "open", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(store: Store, text: str) -> None:
    kept = store.add(decision(text, owner=text, author=text, meeting=replace(MEETING, title=text)))
    assert kept.decision == kept.owner == kept.author == kept.meeting.title == text
    assert store.entries() == (kept,)
    assert store.entries(Meeting(text, MEETING.date)) == (kept,)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=some.text(some.characters(exclude_categories=[]), min_size=1, max_size=40))
def test_any_text_is_kept_or_refused_but_never_changed_by_the_store(store: Store, written: str) -> None:
    try:
        kept = store.add(decision(written))
    except BadEntry as fault:
        assert fault.problems == (("decision", "empty"),)
        return
    assert store.history(kept.id) == (kept,)
    assert checked(kept) == kept


def test_entries_are_asked_for_by_meeting_and_view(store: Store) -> None:
    first = store.add(decision("një"))
    second = store.add(decision("dy", view="survey.heard"))
    other = store.add(decision("tre", meeting=Meeting("Tjetër", datetime.date(2025, 5, 6)), due=None))
    assert store.entries() == (first, second, other)
    assert store.entries(MEETING) == (first, second)
    assert store.entries(MEETING, "survey.heard") == (second,)
    assert store.entries(view=first.view) == (first, other)
    assert store.meetings() == (other.meeting, MEETING)


def test_of_two_meetings_of_a_day_the_one_written_last_comes_first(store: Store) -> None:
    for title in ("A", "B", "A"):
        store.add(decision(meeting=Meeting(title, MEETING.date)))
    assert [meeting.title for meeting in store.meetings()] == ["A", "B"]


def test_the_same_entry_sent_twice_is_kept_once(store: Store) -> None:
    entry = decision()
    assert store.add(entry) == store.add(replace(entry, made=entry.made + datetime.timedelta(seconds=1)))
    assert len(store.entries()) == 1
    with pytest.raises(BadEntry, match="id: unknown"):
        store.add(replace(entry, decision="tjetër"))


def test_a_change_is_a_new_revision_and_the_old_one_stays(store: Store) -> None:
    first = store.add(decision())
    second = store.revise(change(first, "Ndryshuar", state="done"))
    assert second.overtaken_by is None
    assert (second.entry.revision, second.entry.replaces) == (2, 1)
    assert store.entries() == (second.entry,)
    assert store.history(first.id) == (first, second.entry)
    third = store.revise(change(second.entry, "Tërhequr", state="withdrawn")).entry
    assert store.history(first.id) == (first, second.entry, third)


def test_of_two_changes_at_once_both_texts_are_kept_and_the_second_is_told(store: Store) -> None:
    first = store.add(decision())
    hers = store.revise(change(first, "Teksti i saj", author="Ana")).entry
    his = change(first, "Teksti i tij", author="Bledi")
    told = store.revise(his)
    assert told.overtaken_by == hers
    assert (told.entry.decision, told.entry.beside, told.entry.revision) == ("Teksti i tij", first.id, 1)
    assert store.entries() == (hers, told.entry)
    assert store.revise(his).entry == told.entry, "the same change sent again is not kept a third time"
    assert len(store.entries()) == 2
    assert store.revise(change(first, "Teksti i saj", author="Ana")).overtaken_by is None


def test_a_late_change_is_told_the_latest_text(store: Store) -> None:
    first = store.add(decision())
    second = store.revise(change(first, "dy")).entry
    third = store.revise(change(second, "tre")).entry
    assert store.revise(change(first, "vonë")).overtaken_by == third


def test_what_was_never_kept_cannot_be_changed(store: Store) -> None:
    with pytest.raises(BadEntry, match="id: unknown"):
        store.revise(change(decision(), "x"))
    skipped = change(change(store.add(decision()), "dy"), "tre")
    with pytest.raises(BadEntry, match="id: unknown"):
        store.revise(skipped)
    assert [each.revision for each in store.entries()] == [1]


def test_many_writing_at_once_lose_nothing(address: URL, store: Store) -> None:
    first = store.add(decision())

    def write(number: int) -> tuple[str, str]:
        mine = open_store(address)
        return mine.add(decision(f"shtim {number}")).id, mine.revise(change(first, f"ndryshim {number}")).entry.decision

    with ThreadPoolExecutor(8) as people:
        written = list(people.map(write, range(24)))
    said = {entry.decision for entry in store.entries()}
    assert said == {f"shtim {number}" for number in range(24)} | {f"ndryshim {number}" for number in range(24)}
    assert {id for id, _ in written} <= {entry.id for entry in store.entries()}
    assert [entry.revision for entry in store.history(first.id)] == [1, 2]
    assert sum(entry.beside == first.id for entry in store.entries()) == 23


def test_the_database_itself_refuses_a_gap_and_a_second_first_row(store: Store) -> None:
    kept = store.add(decision())
    row = {column.name: None for column in entries.columns}
    with store.engine.connect() as connection:
        row = dict(connection.execute(entries.select()).mappings().one())
    for wrong in ({"revision": 1}, {"revision": 3, "replaces": 2}, {"revision": 2, "replaces": None}):
        with pytest.raises(IntegrityError), store.engine.begin() as connection:
            connection.execute(insert(entries).values(**row | wrong))
    assert store.entries() == (kept,)


def test_opening_makes_the_tables_once_and_notes_their_version(address: URL) -> None:
    assert existing_store(address) is None
    with ThreadPoolExecutor(6) as people:
        stores = list(people.map(lambda _: open_store(address), range(6)))
    with stores[0].engine.connect() as connection:
        assert list(connection.execute(schemas.select())) == [(VERSION,)]
    found = existing_store(address)
    assert found is not None and found.entries() == ()


def test_a_store_of_the_first_version_is_brought_up_and_keeps_its_entries(address: URL, store: Store) -> None:
    kept = store.add(decision())
    with store.engine.begin() as connection:
        connection.execute(text("alter table minutes_entry drop column member"))
        connection.execute(update(schemas).values(version=1))
    for opening in (existing_store, open_store):
        found = opening(address)
        assert found is not None and found.entries() == (kept,)
    with ThreadPoolExecutor(4) as people:
        list(people.map(lambda _: open_store(address), range(4)))
    changed = found.add(decision("Tjetër", member="https://in.k.al|7", signed_in=True))
    assert found.history(changed.id)[0].member == "https://in.k.al|7"
    with store.engine.connect() as connection:
        assert sorted(connection.execute(schemas.select())) == [(1,), (VERSION,)]


def test_two_members_of_one_name_stay_two(store: Store) -> None:
    first = store.add(decision(signed_in=True, member="https://in.k.al|7"))
    theirs = change(first, "Si thotë e para", signed_in=True, member="https://in.k.al|7")
    ours = change(first, "Si thotë e para", signed_in=True, member="https://in.k.al|8")
    assert store.revise(theirs).overtaken_by is None
    saved = store.revise(ours)
    assert saved.overtaken_by and saved.entry.beside == first.id and saved.entry.member == "https://in.k.al|8"


def test_a_store_of_a_later_software_is_refused(address: URL, store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(update(schemas).values(version=VERSION + 1))
    for opening in (open_store, existing_store):
        with pytest.raises(NewerStore, match=f"schema {VERSION + 1}, this software knows schema {VERSION}"):
            opening(address)


def test_a_broken_table_is_a_store_that_is_down(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("drop table minutes_entry"))
    for use in (store.entries, store.meetings, lambda: store.add(decision("tekst i fshehtë"))):
        with pytest.raises(StoreDown) as fault:
            use()
        assert "tekst i fshehtë" not in str(fault.value)


def test_a_server_that_is_gone_is_told_and_back_again_has_everything(postgres: PostgresServer) -> None:
    postgres.empty()
    address = store_address({"HARTA_DATABASE_URL": postgres.address}, Path("nowhere"))
    store = open_store(address)
    kept = store.add(decision())
    postgres.stop()
    try:
        for use in (store.entries, lambda: store.add(decision()), lambda: open_store(address)):
            with pytest.raises(StoreDown):
                use()
    finally:
        postgres.start()
    assert store.entries() == (kept,)


def test_a_file_that_cannot_be_made_or_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kjo nuk është bazë të dhënash " * 50, encoding="utf-8")
    for place in (tmp_path / "file" / "minutes.sqlite", tmp_path / "file"):
        with pytest.raises(StoreDown):
            open_store(store_address({"HARTA_MINUTES_FILE": str(place)}, tmp_path))


def test_the_file_is_for_the_servers_account_only(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "minutes.sqlite"
    open_store(store_address({}, path)).add(decision())
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    "said", ["mysql://u:secret@host/db", "postgresql://u:secret@host", "nonsense:secret", "https://secret/x"]
)
def test_an_address_of_another_kind_is_told_without_its_password(said: str) -> None:
    with pytest.raises(StoreDown) as fault:
        store_address({"HARTA_DATABASE_URL": said}, Path("minutes.sqlite"))
    assert "secret" not in str(fault.value)


def test_the_operator_says_where_minutes_are_kept(tmp_path: Path) -> None:
    default = tmp_path / "default.sqlite"
    assert store_address({}, default).database == str(default)
    assert store_address({"HARTA_MINUTES_FILE": "/srv/m.sqlite"}, default).database == "/srv/m.sqlite"
    both = {"HARTA_MINUTES_FILE": "/srv/m.sqlite", "HARTA_DATABASE_URL": "postgres://u:p@db:5433/minutes"}
    address = store_address(both, default)
    assert (address.drivername, address.port, address.database) == ("postgresql+psycopg", 5433, "minutes")
