"""What several folders of tests share."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from screen import RELEASE, Screen

from data import Release, open_release

# A busy machine is no fault of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


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
