"""Both stores: an SQLite file, and PostgreSQL in a server of the tests' own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres_server import PostgresServer
from sqlalchemy import URL

from minutes import Store, open_store, store_address
from minutes.opening import engine_of


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for all tests; its absence is a failure, not a reason to leave them out."""
    server = PostgresServer()
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """What the operator says, for an empty store of either kind."""
    if request.param == "sqlite":
        return {"HARTA_MINUTES_FILE": str(tmp_path / "kept" / "minutes.sqlite")}
    server: PostgresServer = request.getfixturevalue("postgres")
    server.empty()
    return {"HARTA_DATABASE_URL": server.address}


@pytest.fixture
def address(environment: dict[str, str]) -> Iterator[URL]:
    """The address of an empty store."""
    found = store_address(environment, Path("nowhere"))
    yield found
    engine_of(found).dispose()


@pytest.fixture
def store(address: URL) -> Store:
    """An empty store."""
    return open_store(address)
