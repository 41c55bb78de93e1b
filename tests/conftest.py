"""What several folders of tests share."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from screen import RELEASE, Screen

from data import Release, open_release

# A busy machine is no fault of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On several processes the longest test starts first: whoever drew it last would keep the others waiting."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: "test_random_walk" not in item.nodeid)


@pytest.fixture(scope="session")
def atlas() -> Release:
    """The committed release."""
    return open_release(RELEASE)


@pytest.fixture(scope="module")
def visit() -> Callable[..., Screen]:
    """Follows a link in one session a module: `visit("risk", indicator="population", lang="en")`."""
    screen = Screen()

    def follow(stem: str = "overview", **codes: str) -> Screen:
        screen.follow(stem, **codes)
        return screen

    return follow
