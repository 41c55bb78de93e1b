"""Where minutes are kept, as the operator says it."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from minutes.faults import StoreDown

DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def store_address(environment: Mapping[str, str], default: Path) -> URL:
    """`HARTA_DATABASE_URL` (postgresql://… or sqlite:///…), else the SQLite file `HARTA_MINUTES_FILE`, else the one at
    `default`. Raises StoreDown for an address of another kind; the address itself, which may hold a password, is not
    in the message."""
    said = environment.get("HARTA_DATABASE_URL", "").strip()
    if not said:
        return URL.create("sqlite+pysqlite", database=environment.get("HARTA_MINUTES_FILE") or str(default))
    try:
        address = make_url(said)
    except (ArgumentError, ValueError) as fault:
        raise StoreDown("HARTA_DATABASE_URL is not an address of a database") from fault
    if address.drivername not in DRIVERS or not address.database:
        raise StoreDown("HARTA_DATABASE_URL names neither a PostgreSQL database nor an SQLite file")
    return address.set(drivername=DRIVERS[address.drivername])
