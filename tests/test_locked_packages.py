"""What is installed is what was locked: every package by version and by the hashes of its files."""

import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from screen import ROOT

PAIRS = {
    "requirements.lock": ("requirements.txt",),
    "requirements-dev.lock": ("requirements.txt", "requirements-dev.txt"),
}
LINE = re.compile(r"^([A-Za-z0-9._-]+)==([^ \\;]+) \\$((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)", re.MULTILINE)


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Package -> version and number of hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = {canonicalize_name(each[0]): (each[1], each[2].count("--hash")) for each in LINE.findall(text)}
    assert len(found) == text.count("=="), "a line of another form"
    return found


def named(*names: str) -> dict[str, Requirement]:
    """What the code asks for by name."""
    lines = [line for name in names for line in Path(ROOT / name).read_text(encoding="utf-8").splitlines()]
    asked = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r"))]
    return {canonicalize_name(each.name): each for each in asked}


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_named_is_locked_in_that_version(name: str) -> None:
    versions = {package: version for package, (version, _) in locked(name).items()}
    for package, asked in named(*PAIRS[name]).items():
        assert versions.get(package, "") in asked.specifier, f"{package}: make lock"


def test_both_locks_agree_and_every_package_has_its_hashes() -> None:
    app, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert len(app) > 50
    assert {name: dev.get(name) for name in app} == app
    assert [name for name, (_, hashes) in dev.items() if hashes < 1] == []
    # A package with compiled parts has files for Linux on both kinds of processors and for macOS, each with its hash.
    assert min(app[name][1] for name in ("numpy", "pandas", "pyarrow", "scipy", "lxml", "pillow")) > 5


def test_nothing_is_brought_along_that_is_not_locked() -> None:
    """Followed from what the app names through what each installed package says that it needs here."""
    app, waiting, seen = locked("requirements.lock"), list(named("requirements.txt").values()), set()
    while waiting:
        asked = waiting.pop()
        name = canonicalize_name(asked.name)
        assert name in app, f"{name}: make lock"
        if (key := (name, frozenset(asked.extras))) not in seen:
            seen.add(key)
            extras = asked.extras or {""}
            needs = [Requirement(line) for line in requires(asked.name) or []]
            waiting += [
                each for each in needs if each.marker is None or any(each.marker.evaluate({"extra": e}) for e in extras)
            ]
    assert len(seen) > 50


def test_everything_is_installed_from_the_locks() -> None:
    for name in ("Makefile", "deploy/Dockerfile"):
        text = (ROOT / name).read_text(encoding="utf-8")
        installing = re.findall(r"pip install .*?(?:--requirement|-r) .*", text)
        assert installing and all("--require-hashes" in line and ".lock" in line for line in installing), name
