"""Sources to release: read all, compute all once, check it, then let it take the old release's place."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pandas as pd

from data.facts.catalogue import read_catalogue
from data.facts.changes import fill_changes
from data.facts.differences import compare
from data.facts.estimates import observe
from data.facts.fact_rules import Known
from data.facts.facts import read_facts
from data.facts.programme import RELEASE_FILE, named_sources, read_programme, read_release_notes
from data.facts.sources import read_sources
from data.model.catalogue import Indicator
from data.model.dimensions import GENDERS, age_order
from data.model.errors import Problem, ReleaseError, SourceError
from data.model.observations import source_ids
from data.model.periods import sort_key
from data.model.provenance import ReleaseInfo, ReleaseNotes
from data.releasing.check import check_release
from data.releasing.datapackage import describe, read_info
from data.releasing.files import Contents, write_contents
from data.services.gathering import assemble_services
from data.survey.assembly import assemble_survey


def build(sources: Path, out: Path) -> ReleaseInfo:
    """Makes the release of a folder of sources and puts it at `out`; only a good one replaces an older.

    Raises SourceError with every problem of the sources, ReleaseError where the new release fails its check.
    """
    contents, notes = assemble(sources)
    out.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        fresh = workshop / "new"
        fresh.mkdir()
        write_release(fresh, contents, notes)
        problems = check_release(fresh)
        if problems:
            raise ReleaseError("\n".join(["the new release fails its check:", *problems]))
        _take_place(fresh, out, workshop / "old")
    finally:
        shutil.rmtree(workshop)
    return read_info(out)


def assemble(sources: Path) -> tuple[Contents, ReleaseNotes]:
    """Everything the release of these sources says, and its notes; SourceError with all problems."""
    indicators, theme_of, problems = read_catalogue(sources / "catalogue")
    known_sources, found = read_sources(sources / "sources.csv")
    problems += found
    facts, found = read_facts(sources / "facts", Known(indicators, theme_of, known_sources))
    problems += found or _silent(theme_of, facts)
    programme, found = read_programme(sources / "programme", set(known_sources))
    problems += found
    notes, found = read_release_notes(sources / RELEASE_FILE)
    problems += found
    if problems:
        raise SourceError(problems)
    survey = assemble_survey(sources / "survey", known_sources)
    services = assemble_services(sources, set(known_sources), programme)
    observations = fill_changes(observe(facts, indicators), indicators)
    catalogue = {code: _with_coverage(each, observations) for code, each in indicators.items()}
    used = {*source_ids(observations["source"]), *named_sources(programme)}
    used |= {*source_ids(survey.observations["source"]), *(wave.source for wave in survey.waves)}
    used |= services.source_ids
    contents = Contents(
        observations=observations,
        differences=compare(observations, catalogue),
        catalogue=catalogue,
        sources={id: known_sources[id] for id in sorted(known_sources) if id in used},
        programme=programme,
        survey=survey,
        services=services,
    )
    return contents, notes


def write_release(folder: Path, contents: Contents, notes: ReleaseNotes) -> None:
    """The data files and their description, written into an existing empty folder."""
    describe(folder, notes, write_contents(folder, contents))


def _silent(theme_of: dict[str, str], facts: pd.DataFrame) -> list[Problem]:
    told = set(facts.loc[facts["confidence"] != "low", "indicator"])
    return [
        Problem(
            f"catalogue/{theme}.toml",
            0,
            f"[{code}]",
            f"a row in facts/{theme}.csv whose confidence is not low",
            "none",
        )
        for code, theme in theme_of.items()
        if code not in told
    ]


def _with_coverage(indicator: Indicator, observations: pd.DataFrame) -> Indicator:
    own = observations[observations["indicator"].eq(indicator.code) & observations["status"].ne("no_data")]
    return replace(
        indicator,
        sources=tuple(sorted(source_ids(own["source"]))),
        periods=tuple(sorted(own["period"].unique(), key=sort_key)),
        genders=tuple(gender for gender in GENDERS if gender in set(own["gender"])),
        ages=tuple(sorted(own["age"].unique(), key=age_order)),
    )


def _take_place(fresh: Path, out: Path, aside: Path) -> None:
    """Two renames in one file system; the old release comes back if the second fails."""
    had_one = out.exists()
    if had_one:
        out.rename(aside)
    try:
        fresh.rename(out)
    except OSError:
        if had_one:
            aside.rename(out)
        raise
