"""Backing up and restoring the minutes, by the very lines that the operator's guide gives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from decisions import decision
from postgres_server import PostgresServer
from screen import ROOT

from minutes import Store, open_store, store_address
from minutes.opening import engine_of

GUIDE = ROOT / "docs" / "operating.md"
# Backing up and restoring, by the word that each line of the guide begins with.
LINES = {"sqlite": ("umask 077 && python -c ", "rm -f "), "postgresql": ("umask 077 && rm -f ", "psql ")}
COPIES = {"sqlite": "minutes-backup.sqlite", "postgresql": "minutes-backup.sql"}


def line(start: str) -> str:
    """The one line of code of the minutes' section that begins so."""
    section = GUIDE.read_text(encoding="utf-8").split("## Minutes of meetings")[1].split("\n## ")[0]
    found = [each.strip() for each in section.splitlines() if each.startswith(f"    {start}") and "minutes" in each]
    assert len(found) == 1, found
    return found[0]


def run(command: str, folder: Path, environment: dict[str, str]) -> None:
    """The line in a shell of the operator's, in the folder in which the server stands."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    own = {**os.environ, **environment, "PATH": path}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", LINES)
def test_a_backup_made_while_the_store_is_open_brings_back_what_it_held(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    environment = {"HARTA_MINUTES_FILE": str(tmp_path / "var" / "minutes.sqlite")}
    if kind == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgres")
        server.empty()
        environment = {"HARTA_DATABASE_URL": server.address}
    address = store_address(environment, Path("nowhere"))
    back_up, restore = (line(start) for start in LINES[kind])
    store: Store = open_store(address)
    kept = [store.add(decision(f"Vendimi {number}: «ë, ç», '; --")) for number in range(3)]
    if kind == "postgresql":  # an earlier copy that stood open; the other line refuses to write over one
        (tmp_path / COPIES[kind]).touch(mode=0o644)
    run(back_up, tmp_path, environment)
    assert (tmp_path / COPIES[kind]).stat().st_mode & 0o777 == 0o600
    store.add(decision("Shkruar pas kopjes rezervë."))
    engine_of(address).dispose()

    run(restore, tmp_path, environment)
    restored = open_store(address)
    assert sorted(each.id for each in restored.entries()) == sorted(each.id for each in kept)
    assert {each.id: each for each in restored.entries()} == {each.id: each for each in kept}
    added = restored.add(decision("Shkruar pas rikthimit."))
    assert added in restored.entries()
    engine_of(address).dispose()
    if kind == "sqlite":
        assert (tmp_path / "var" / "minutes.sqlite").stat().st_mode & 0o077 == 0
