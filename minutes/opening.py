"""Opening a store: connections that make a save durable, tables made once, no touching of a newer store."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, select, text

from minutes.faults import NewerStore, StoreDown, database_faults
from minutes.store import Store
from minutes.tables import ADDED, VERSION, metadata, schemas

WAIT_SECONDS = 10
ONE_AT_A_TIME = 7_431_205  # PostgreSQL's number for the lock under which tables are made


def open_store(address: URL) -> Store:
    """The store at an address, made where there is none; raises StoreDown or NewerStore."""
    with database_faults():
        make_file(address)
        engine = engine_of(address)
        with engine.connect() as connection:
            found = version_of(connection)
        refuse_newer(found)
        if found != VERSION:
            make_tables(engine)
    return Store(engine)


def existing_store(address: URL) -> Store | None:
    """The store at an address, None where nothing was ever kept there; makes none, but brings an older one up."""
    if is_file(address) and not Path(str(address.database)).exists():
        return None
    with database_faults():
        engine = engine_of(address)
        with engine.connect() as connection:
            found = version_of(connection)
        refuse_newer(found)
        if found is not None and found != VERSION:
            make_tables(engine)
    return None if found is None else Store(engine)


def refuse_newer(found: int | None) -> None:
    """Raises NewerStore for a version that this software does not know."""
    if found is not None and found > VERSION:
        raise NewerStore(found, VERSION)


def version_of(connection: Connection) -> int | None:
    """The schema's version; None where the tables are missing."""
    if not inspect(connection).has_table(schemas.name):
        return None
    return connection.scalar(select(schemas.c.version).order_by(schemas.c.version.desc()).limit(1))


def make_tables(engine: Engine) -> None:
    """Make the tables, or add to those of an earlier version, and note the version, in one step; of two who try at
    once, one does and the other waits."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": ONE_AT_A_TIME})
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        found = version_of(connection)
        if found is None:
            metadata.create_all(connection)
        for version in range(found + 1 if found else VERSION, VERSION + 1):
            if found:
                connection.exec_driver_sql(ADDED[version])
            connection.execute(insert(schemas).values(version=version))
        connection.commit()


@cache
def engine_of(address: URL) -> Engine:
    """The connections to an address, shared by the whole process; messages of faults hold no text of an entry."""
    if is_file(address):
        engine = create_engine(address, hide_parameters=True, connect_args={"timeout": WAIT_SECONDS})
        event.listen(engine, "connect", make_durable)
        return engine
    settings = f"-c synchronous_commit=on -c statement_timeout={WAIT_SECONDS}s -c lock_timeout={WAIT_SECONDS}s"
    return create_engine(
        address,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=WAIT_SECONDS,
        connect_args={"connect_timeout": WAIT_SECONDS // 2, "options": settings},
    )


def make_durable(connection: Any, _record: object) -> None:
    """Settings of an SQLite connection: a save returns only when it is on the disk, readers never wait for a writer."""
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def is_file(address: URL) -> bool:
    """Whether the address is that of an SQLite file."""
    return address.get_backend_name() == "sqlite"


def make_file(address: URL) -> None:
    """The file and its folder, for the server's own account only; raises StoreDown where that cannot be."""
    if not is_file(address):
        return
    path = Path(str(address.database))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as fault:
        raise StoreDown(f"cannot write {path}: {fault.strerror}") from fault
