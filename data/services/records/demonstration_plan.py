"""How the demonstration's records are made: the invented sizes and shares, read from `design.toml`."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from data.facts.catalogue import read_toml
from data.model.errors import Problem, SourceError

Shares = dict[str, dict[str, float]]


@dataclass(frozen=True)
class RecordsPlan:
    """`persons` by cycle and county; `women` the share of girls and women by county; `ages` and `services` shares by
    county. `again` is the share of cycle 1's persons who are met in cycle 2 too, `repeated` that of services given
    a second time."""

    seed: int
    again: float
    repeated: float
    persons: dict[str, dict[str, int]]
    women: dict[str, float]
    ages: Shares
    services: Shares


def read_records_plan(folder: Path) -> RecordsPlan:
    """The plan in the folder; SourceError where the file is not TOML or a part of it is missing."""
    problems: list[Problem] = []
    content: dict[str, Any] = read_toml(folder / "design.toml", "design.toml", problems)
    names = [each.name for each in fields(RecordsPlan)]
    if not problems:
        problems = [Problem("design.toml", 0, name, "a value", "nothing") for name in names if name not in content]
    if problems:
        raise SourceError(problems)
    return RecordsPlan(**{name: content[name] for name in names})
