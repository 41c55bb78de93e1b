"""Everything that must hold inside what a release says of services, whoever wrote it."""

from collections.abc import Collection, Iterator
from typing import Any, Final

import pandas as pd

from data.model.periods import FORMS, parse_period
from data.model.service_counts import COUNTS_KEY
from data.model.services import LEVELS, PROVIDER_KINDS
from data.model.services_release import Services
from data.reading.csv_rows import row_problems
from data.services.check_counts import COUNTS_FILE, DEMONSTRATION_SOURCE, count_problems
from data.services.check_coverage import COVERAGE_FILE, COVERAGE_KEY, coverage_problems
from data.services.check_presence import NEVER_PLACED, PRESENCE_FILE, PRESENCE_KEY, presence_problems

_FILE: Final = "services.json"


def service_problems(
    services: Services, sources: Collection[str], programme: dict[str, dict[str, Any]]
) -> Iterator[str]:
    """Every problem of the services, each naming the file and the row's key; none when they are good.

    `sources` are the ids the release cites, `programme` the programme's own facts with its target groups.
    """
    yield from _catalogue_problems(services, programme.get("programme", {}))
    yield from _document_problems(services)
    yield from presence_problems(services.presence, services.catalogue, services.providers)
    yield from count_problems(services.counts, services.period)
    yield from coverage_problems(services.coverage, services.counts)
    yield from _source_problems(services, sources)
    yield from _kind_problems(services)


def _catalogue_problems(services: Services, programme: dict[str, Any]) -> Iterator[str]:
    groups = {*programme.get("primary", ()), *programme.get("secondary", ())}
    for code, each in services.catalogue.items():
        if each.level not in LEVELS:
            yield f"{_FILE}, {code}, level: expected one of {', '.join(LEVELS)}, found {each.level!r}"
        if code in NEVER_PLACED and each.level == "municipal":
            yield f"{_FILE}, {code}, level: expected county, as it never has a place, found 'municipal'"
        if not each.outcomes or not set(each.outcomes) <= {1, 2, 3}:
            yield f"{_FILE}, {code}, outcomes: expected outcomes out of 1, 2, 3, found {each.outcomes!r}"
        if not each.groups or not set(each.groups) <= groups:
            yield f"{_FILE}, {code}, groups: expected target groups of the programme, found {each.groups!r}"


def _document_problems(services: Services) -> Iterator[str]:
    for code, provider in services.providers.items():
        if provider.kind not in PROVIDER_KINDS:
            yield f"{_FILE}, {code}, kind: expected one of {', '.join(PROVIDER_KINDS)}, found {provider.kind!r}"
    for entry in services.referral:
        try:
            parse_period(entry.period)
        except ValueError:
            yield f"{_FILE}, {entry.code}, period: expected {FORMS}, found {entry.period!r}"


def _source_problems(services: Services, sources: Collection[str]) -> Iterator[str]:
    for file, rows, key in _tables(services):
        unknown = rows["source"].map(lambda cell: not set(cell.split()) <= set(sources)).astype(bool)
        yield from row_problems(rows[unknown], "source", "an id in sources.json", file, key)
    young = services.coverage["young_source"].map(lambda cell: not set(cell.split()) <= set(sources)).astype(bool)
    rows = services.coverage[young]
    yield from row_problems(rows, "young_source", "an id in sources.json", COVERAGE_FILE, COVERAGE_KEY)
    for code, source in _cited_by_name(services):
        if source not in sources:
            yield f"{_FILE}, {code}, source: expected an id in sources.json, found {source!r}"


def _kind_problems(services: Services) -> Iterator[str]:
    """Real and invented people never stand together, and only invented ones cite the invention."""
    kinds = sorted({*services.counts["kind"], *services.coverage["kind"]})
    if len(kinds) > 1:
        yield f"{COUNTS_FILE} and {COVERAGE_FILE}, kind: expected one kind in both, found {' and '.join(kinds)}"
    for file, rows, key in _tables(services):
        cites = rows["source"].map(lambda cell: DEMONSTRATION_SOURCE in cell.split()).astype(bool)
        invented = rows["kind"].eq("demonstration") if "kind" in rows else pd.Series(False, index=rows.index)
        yield from row_problems(rows[invented & ~cites], "source", DEMONSTRATION_SOURCE, file, key)
        yield from row_problems(rows[~invented & cites], "source", "a source of real facts", file, key)
    for code, source in _cited_by_name(services):
        if source == DEMONSTRATION_SOURCE:
            yield f"{_FILE}, {code}, source: expected a source of real facts, found {source!r}"


def _tables(services: Services) -> Iterator[tuple[str, pd.DataFrame, tuple[str, ...]]]:
    yield PRESENCE_FILE, services.presence, PRESENCE_KEY
    yield COUNTS_FILE, services.counts, COUNTS_KEY
    yield COVERAGE_FILE, services.coverage, COVERAGE_KEY


def _cited_by_name(services: Services) -> Iterator[tuple[str, str]]:
    """What the document cites: the code of each provider and step, and its source."""
    yield from ((code, each.source) for code, each in services.providers.items())
    yield from ((each.code, each.source) for each in services.referral)
