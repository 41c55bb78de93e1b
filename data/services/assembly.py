"""People reached, for the release: the imported results, or the demonstration where nothing was imported yet."""

from pathlib import Path

import pandas as pd

from data.disclosure.errors import DisclosureError
from data.facts.sources import read_sources
from data.model.errors import Problem, SourceError
from data.model.service_counts import ServiceTables, empty_tables
from data.services.case import Public
from data.services.coverage import coverage_table
from data.services.protection import protect_counts
from data.services.records.counting import count_table
from data.services.records.demonstration_generating import demonstration_records
from data.services.records.denominators import read_needs, read_population, read_young_shares
from data.services.results import labelled, read_results


def service_tables(sources: Path) -> ServiceTables:
    """The tables of a folder of sources: of real records if any were imported, and then of nothing else.

    Raises SourceError with every problem of the files of people reached. Empty tables where the sources have none.
    """
    known, problems = read_sources(sources / "sources.csv")
    population, found = read_population(sources / "facts")
    problems += found
    shares, found = read_young_shares(sources / "facts")
    problems += found
    needs, found = read_needs(sources / "services" / "need.csv", known)
    problems += found
    if problems:
        raise SourceError(problems)
    reached = read_results(sources / "services" / "results", known)
    if reached is None:
        reached = _demonstration(sources / "services" / "demonstration", set(known))
    if reached is None:
        return empty_tables()
    counts, period = reached
    return ServiceTables(counts, coverage_table(counts, population, needs, shares), period)


def _demonstration(folder: Path, known: set[str]) -> tuple[pd.DataFrame, str] | None:
    """The invented records, counted and protected as real ones would be."""
    if not folder.is_dir():
        return None
    table, codebook = demonstration_records(folder)
    if codebook.source not in known:
        problem = Problem(f"services/{codebook.file}", 0, "source", "an id in sources.csv", repr(codebook.source))
        raise SourceError([problem])
    try:
        protection = protect_counts(count_table(table, codebook), Public())
    except DisclosureError as error:
        expected = "demonstration counts that can be published"
        raise SourceError([Problem("services/demonstration", 0, "", expected, str(error))]) from None
    return labelled(protection.table, codebook), codebook.period.text
