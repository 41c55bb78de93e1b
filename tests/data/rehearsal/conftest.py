"""The small release of the tests of data, built once: a rehearsal leaves it as it is."""

from pathlib import Path

import pytest

from data.build import build
from data.release import Release, open_release
from tests.data.conftest import FILES


@pytest.fixture(scope="package")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    for name, text in FILES.items():
        path = folder / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    build(folder / "sources", folder / "release")
    return folder / "release"


@pytest.fixture(scope="package")
def release(small_folder: Path) -> Release:
    return open_release(small_folder)
