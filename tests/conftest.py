"""What several folders of tests share."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import settings
from remembered import remembered
from screen import RELEASE, Screen
from streamlit.components.v2 import manifest_scanner

from data import Release, open_release
from data.disclosure.protect import protect
from data.survey.demonstration.generating import demonstration_microdata
from data.survey.tables import survey_tables

# A busy machine is no fault of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

# For every app that a test opens Streamlit searches all installed packages for components, a third of a second long.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

SLOW = {
    "data.survey.assembly.demonstration_microdata": demonstration_microdata,
    "data.survey.assembly.survey_tables": survey_tables,
    "data.survey.results.survey_tables": survey_tables,
    "data.services.protection.protect": protect,
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On several processes files of browser tests alternate with others, the longest first: a browser needs a core
    for itself, and whoever drew a long file last would keep the others waiting."""
    if not hasattr(config, "workerinput"):
        return
    files = list(dict.fromkeys(item.path for item in items))
    walked = sorted((path for path in files if "walk" in path.parts), key=lambda path: path.stem != "test_random_walk")
    others = [path for path in files if "walk" not in path.parts]
    place = {path: number / len(group) for group in (walked, others) for number, path in enumerate(group)}
    items.sort(key=lambda item: (place[item.path], "walk" not in item.path.parts))


@pytest.fixture(scope="session", autouse=True)
def _worked_out_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Slow pure functions, asked through the doors that builds and imports use, answer the same question once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "remembered"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        for door, function in SLOW.items():
            patch.setattr(door, remembered(function, folder))
        yield


@pytest.fixture
def afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing remembered: for tests of what the second answer is, or how soon it comes."""
    for door, function in SLOW.items():
        monkeypatch.setattr(door, function)


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
