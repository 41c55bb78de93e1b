"""One seed for all imports of services, so that tests that protect the same counts share the answer."""

from collections.abc import Iterator

import pytest

SEED = bytes(range(32))


@pytest.fixture(scope="session", autouse=True)
def _one_seed() -> Iterator[None]:
    """Another for each test would be no shared answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("data.services.records.importing.fresh_seed", lambda: SEED)
        yield
