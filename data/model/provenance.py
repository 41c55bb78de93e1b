"""Where figures come from and which release they stand in."""

from dataclasses import dataclass
from typing import Final

RULES: Final = {
    "cycles": "1",
    "differences": "2",
    "intervals": "1",
    "reliability": "2",
    "suppression": "2",
    "survey_differences": "2",
    "survey_estimates": "2",
    "survey_patterns": "2",
    "survey_reliability": "2",
}


@dataclass(frozen=True)
class Source:
    """A publication figures were read from. `cites` is whom it quotes, `copy` where a copy of it was read; `year` is
    '' where it names none, `2009~` about that year, `2023?` where that is uncertain (ISO 8601-2)."""

    id: str
    title: str
    publisher: str
    year: str
    address: str
    cites: str = ""
    copy: str = ""


@dataclass(frozen=True)
class Change:
    """One entry of the release's change list: the day and the code of its words."""

    date: str
    code: str


@dataclass(frozen=True)
class ReleaseNotes:
    """What the owner writes by hand for a release: its day, the software version, the changes so far."""

    date: str
    version: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ReleaseInfo:
    """Identity of an opened release; `changes` newest first, `files` every data file it lists."""

    id: str
    date: str
    version: str
    rules: dict[str, str]
    changes: tuple[Change, ...]
    files: tuple[str, ...]
