"""The small release of the tests of data, opened once: a rehearsal leaves it as it is."""

from pathlib import Path

import pytest

from data.releasing.release import Release, open_release


@pytest.fixture(scope="package")
def release(small_folder: Path) -> Release:
    return open_release(small_folder)
