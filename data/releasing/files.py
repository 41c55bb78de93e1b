"""The data files of a release folder: what they hold, how they are written and read back."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from data.model.catalogue import Indicator
from data.model.errors import ReleaseError
from data.model.provenance import Source
from data.model.services_release import Services, empty_services
from data.model.survey import Survey, empty_survey
from data.reading.documents import write_document
from data.reading.parquet import SERVICE_TABLES, SURVEY_TABLES, TABLES, read_table, write_table
from data.services.documents import services_document, services_of
from data.survey.documents import from_document, to_document


@dataclass(frozen=True)
class Contents:
    """Everything a release says, without its description."""

    observations: pd.DataFrame
    differences: pd.DataFrame
    catalogue: dict[str, Indicator]
    sources: dict[str, Source]
    programme: dict[str, dict[str, Any]]
    survey: Survey = field(default_factory=empty_survey)
    services: Services = field(default_factory=empty_services)


def write_contents(folder: Path, contents: Contents) -> dict[str, int]:
    """The data files, written into an existing folder: rows (or entries) by file name.

    Same contents, same bytes.
    """
    survey = contents.survey
    tables = {
        "observations.parquet": contents.observations,
        "differences.parquet": contents.differences,
        "survey.parquet": survey.observations,
        "survey_differences.parquet": survey.differences,
        "survey_patterns.parquet": survey.patterns,
        "service_presence.parquet": contents.services.presence,
        "service_counts.parquet": contents.services.counts,
        "service_coverage.parquet": contents.services.coverage,
    }
    for name, frame in tables.items():
        write_table(folder / name, frame, TABLES[name])
    documents: dict[str, Any] = {
        "catalogue.json": [asdict(each) for each in contents.catalogue.values()],
        "sources.json": [asdict(each) for each in contents.sources.values()],
        "programme.json": contents.programme,
        "survey.json": to_document(survey.waves, survey.questions.values()),
        "services.json": services_document(contents.services),
    }
    for name, document in documents.items():
        write_document(folder / name, document)
    lengths = {name: len(content) for name, content in {**tables, **documents}.items()}
    return {**lengths, "survey.json": len(survey.questions), "services.json": len(contents.services.catalogue)}


def read_contents(folder: Path) -> Contents:
    """What the data files hold; the caller has checked that they are the described ones.

    Raises ReleaseError where waves and questions have another form.
    """
    return Contents(
        observations=read_table(folder / "observations.parquet"),
        differences=read_table(folder / "differences.parquet"),
        catalogue={each["code"]: _indicator(each) for each in _read_document(folder / "catalogue.json")},
        sources={each["id"]: Source(**each) for each in _read_document(folder / "sources.json")},
        programme=_read_document(folder / "programme.json"),
        survey=_survey(folder) if (folder / "survey.json").exists() else empty_survey(),
        services=_services(folder) if (folder / "services.json").exists() else empty_services(),
    )


def _survey(folder: Path) -> Survey:
    try:
        waves, questions = from_document(_read_document(folder / "survey.json"))
    except ValueError as error:
        raise ReleaseError(f"survey.json: expected waves and questions, found {error}") from None
    return Survey(waves, questions, *(read_table(folder / name) for name in SURVEY_TABLES))


def _services(folder: Path) -> Services:
    presence, counts, coverage = (read_table(folder / name) for name in SERVICE_TABLES)
    try:
        document = _read_document(folder / "services.json")
        return services_of(document, (presence, counts, coverage))
    except ValueError as error:
        raise ReleaseError(f"services.json: expected services and providers, found {error}") from None


def _read_document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _indicator(entry: dict[str, Any]) -> Indicator:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Indicator(**values)
