"""Where minutes are kept, as the operator says it."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from minutes.faults import StoreDown

DEFAULT = Path(__file__).parents[1] / "var" / "minutes.sqlite"
DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def store_address(environment: Mapping[str, str], default: Path = DEFAULT) -> URL:
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
    if address.drivername != "sqlite":
        refuse_misread(said, address)
    return address.set(drivername=DRIVERS[address.drivername])


def refuse_misread(said: str, address: URL) -> None:
    """Raises StoreDown where a part of a password, written as it is, would be taken for the host or for a setting: a
    driver names those in its messages."""
    who, at, rest = said.partition("://")[2].partition("@")
    if at and (set("/?#") & set(who) or "@" in rest):
        raise StoreDown("HARTA_DATABASE_URL: signs such as @ and / in a name or password have to be percent-encoded")
    if "password" in address.query:
        raise StoreDown("HARTA_DATABASE_URL: the password stands before the host, in ~/.pgpass or in PGPASSWORD")
