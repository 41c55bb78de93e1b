"""What the owner writes about the programme and about the release itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from data.facts.catalogue import read_toml
from data.model.errors import Problem
from data.model.provenance import Change, ReleaseNotes

RELEASE_FILE = "release.toml"
_DAY = r"\d{4}-\d{2}-\d{2}"
_FORMS = {
    "date": (_DAY, "a day as text, 2026-11-23"),
    "version": (r"\d+\.\d+\.\d+", "a version as text, 0.1.0"),
}
_CHANGE_FORMS = {"date": _FORMS["date"], "code": (r"[a-z][a-z0-9_]*", "a code of small letters")}


def read_programme(folder: Path, sources: set[str]) -> tuple[dict[str, dict[str, object]], list[Problem]]:
    """Every TOML file of the folder by its stem, as it is; a problem for each source it names in vain."""
    problems: list[Problem] = []
    programme = {
        path.stem: read_toml(path, f"programme/{path.name}", problems) for path in sorted(folder.glob("*.toml"))
    }
    for stem, content in programme.items():
        unknown = sorted(set(named_sources(content)) - sources)
        problems += [
            Problem(f"programme/{stem}.toml", 0, "source", "an id in sources.csv", repr(each)) for each in unknown
        ]
    return programme, problems


def named_sources(content: object) -> Iterator[str]:
    """Every source id standing anywhere under a key `source` or `sources`."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key in ("source", "sources"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from named_sources(value)
    elif isinstance(content, list):
        for each in content:
            yield from named_sources(each)


def read_release_notes(path: Path) -> tuple[ReleaseNotes, list[Problem]]:
    """The release's day, version and changes (newest first), and the problems of the file."""
    problems: list[Problem] = []
    if not path.exists():
        return ReleaseNotes("", "", ()), [Problem(RELEASE_FILE, 0, "", "a file", "none")]
    content = read_toml(path, RELEASE_FILE, problems)
    changes = content.get("change", [])
    problems += _form_problems(content, "", _FORMS)
    if not isinstance(changes, list) or not changes:
        problems.append(Problem(RELEASE_FILE, 0, "change", "at least one [[change]]", repr(changes)))
        changes = []
    for number, change in enumerate(changes, start=1):
        problems += _form_problems(change, f"change {number} ", _CHANGE_FORMS)
    listed = [Change(str(change.get("date")), str(change.get("code"))) for change in changes]
    newest_first = tuple(sorted(listed, key=lambda change: change.date, reverse=True))
    return ReleaseNotes(str(content.get("date")), str(content.get("version")), newest_first), problems


def _form_problems(content: dict[str, object], where: str, forms: dict[str, tuple[str, str]]) -> list[Problem]:
    return [
        Problem(RELEASE_FILE, 0, where + key, expected, repr(content.get(key)))
        for key, (form, expected) in forms.items()
        if not re.fullmatch(form, str(content.get(key, "")))
    ]
