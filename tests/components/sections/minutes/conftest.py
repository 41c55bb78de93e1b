"""Sessions on a store of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from minutes_page import MinutesPage


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., MinutesPage]:
    """Opens a session, with the choices of its address; all sessions of a test share one store."""
    monkeypatch.setenv("HARTA_MINUTES", "on")
    monkeypatch.delenv("HARTA_DATABASE_URL", raising=False)
    monkeypatch.delenv("HARTA_MINUTES_MEMBERS", raising=False)
    monkeypatch.setenv("HARTA_MINUTES_FILE", str(tmp_path / "minutes.sqlite"))

    def open_session(secrets: dict[str, object] | None = None, **codes: str) -> MinutesPage:
        return MinutesPage(tmp_path, secrets, **codes)

    return open_session
