"""The folder of services, read at once; every problem of every file together."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from data.model.errors import Problem
from data.model.frames import rows_of
from data.model.services import ServiceSources
from data.reading.csv_rows import read_rows
from data.services.presence.blocks import read_catalogue_of_services, read_providers, read_referral
from data.services.presence.presence_rules import KnownServices, presence_problems

HEADER = ("service", "area", "place", "start", "end", "state", "provider", "source", "note")
KEY = ("service", "area", "place", "start", "end", "provider")
PRESENCE_FILE = "services/presence.csv"


def read_services(
    folder: Path, sources: Collection[str], groups: Collection[str]
) -> tuple[ServiceSources, list[Problem]]:
    """Everything the folder says, and everything wrong with it; only fit for use when the list is empty.

    `sources` are the ids of sources.csv, `groups` the programme's target groups.
    """
    services, problems = read_catalogue_of_services(folder / "services.toml", groups)
    providers, found = read_providers(folder / "providers.toml", sources)
    problems += found
    facts, found = read_presence(folder / "presence.csv", KnownServices(services, providers, sources))
    problems += found
    steps, institutions, found = read_referral(folder / "referral.toml", sources)
    return ServiceSources(services, providers, facts, steps, institutions), [*problems, *found]


def read_presence(path: Path, known: KnownServices) -> tuple[pd.DataFrame, list[Problem]]:
    """The facts of presence.csv (text, as written) with `file` and `row`; and everything wrong with them."""
    if not path.exists():
        return pd.DataFrame(columns=[*HEADER, "file", "row"]), [Problem(PRESENCE_FILE, 0, "", "a file", "none")]
    facts, problems = read_rows(path, PRESENCE_FILE, HEADER)
    for each in rows_of(facts):
        problems += presence_problems(each, known)
    return facts, [*problems, *_told_twice(facts)]


def _told_twice(facts: pd.DataFrame) -> list[Problem]:
    first: dict[tuple[str, ...], int] = {}
    problems = []
    for each in rows_of(facts):
        key = tuple(str(each[column]) for column in KEY)
        if key in first:
            found = f"{' '.join(filter(None, key))} again (first in row {first[key]})"
            problems.append(Problem(PRESENCE_FILE, each["row"], ", ".join(KEY), "one row a fact", found))
        first.setdefault(key, each["row"])
    return problems
