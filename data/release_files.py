"""The data files of a release folder: what they hold, how they are written and read back."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.model import differences, observations, survey_tables
from data.model.catalogue import Indicator
from data.model.errors import ReleaseError
from data.model.frames import typed
from data.model.provenance import Source
from data.model.survey import Survey, empty_survey
from data.survey.documents import from_document, to_document

SURVEY_TABLES: Final = {
    "survey.parquet": observations.DTYPES,
    "survey_differences.parquet": survey_tables.DIFFERENCES,
    "survey_patterns.parquet": survey_tables.PATTERNS,
}
SURVEY_FILES: Final = (*SURVEY_TABLES, "survey.json")
TABLES: Final = {
    "observations.parquet": observations.DTYPES,
    "differences.parquet": differences.DTYPES,
    **SURVEY_TABLES,
}
# What every release has; those made before the survey have no file of it.
FIRST_FILES: Final = (
    "observations.parquet",
    "differences.parquet",
    "catalogue.json",
    "sources.json",
    "programme.json",
)
FILES: Final = (*FIRST_FILES, *SURVEY_FILES)

_ARROW: Final = {"str": pa.string(), "float64": pa.float64(), "Int64": pa.int64()}


@dataclass(frozen=True)
class Contents:
    """Everything a release says, without its description."""

    observations: pd.DataFrame
    differences: pd.DataFrame
    catalogue: dict[str, Indicator]
    sources: dict[str, Source]
    programme: dict[str, dict[str, Any]]
    survey: Survey = field(default_factory=empty_survey)


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
    }
    for name, frame in tables.items():
        write_table(folder / name, frame, TABLES[name])
    documents: dict[str, Any] = {
        "catalogue.json": [asdict(each) for each in contents.catalogue.values()],
        "sources.json": [asdict(each) for each in contents.sources.values()],
        "programme.json": contents.programme,
        "survey.json": to_document(survey.waves, survey.questions.values()),
    }
    for name, document in documents.items():
        write_document(folder / name, document)
    lengths = {name: len(content) for name, content in {**tables, **documents}.items()}
    return {**lengths, "survey.json": len(survey.questions)}


def read_contents(folder: Path) -> Contents:
    """What the data files hold; the caller has checked that they are the described ones.

    Raises ReleaseError where waves and questions have another form.
    """
    return Contents(
        observations=_read_table(folder / "observations.parquet"),
        differences=_read_table(folder / "differences.parquet"),
        catalogue={each["code"]: _indicator(each) for each in _read_document(folder / "catalogue.json")},
        sources={each["id"]: Source(**each) for each in _read_document(folder / "sources.json")},
        programme=_read_document(folder / "programme.json"),
        survey=_survey(folder) if (folder / "survey.json").exists() else empty_survey(),
    )


def arrow_schema(dtypes: dict[str, str]) -> pa.Schema:
    """The Parquet schema of a table with these columns."""
    return pa.schema([(column, _ARROW[dtype]) for column, dtype in dtypes.items()])


def write_table(path: Path, frame: pd.DataFrame, dtypes: dict[str, str]) -> None:
    """A frame of these columns as a Parquet file; same frame, same bytes."""
    # Without pandas' own metadata: it would tie the bytes to a pandas version.
    table = pa.Table.from_pandas(frame, schema=arrow_schema(dtypes), preserve_index=False)
    pq.write_table(table.replace_schema_metadata(None), path, compression="zstd")


def write_document(path: Path, content: object) -> None:
    """Plain lists, numbers and texts as a JSON file; same content, same bytes."""
    # A TOML date becomes its ISO text.
    text = json.dumps(content, ensure_ascii=False, indent=1, default=str)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _survey(folder: Path) -> Survey:
    try:
        waves, questions = from_document(_read_document(folder / "survey.json"))
    except ValueError as error:
        raise ReleaseError(f"survey.json: expected waves and questions, found {error}") from None
    return Survey(waves, questions, *(_read_table(folder / name) for name in SURVEY_TABLES))


def _read_table(path: Path) -> pd.DataFrame:
    return typed(pd.read_parquet(path), TABLES[path.name])


def _read_document(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _indicator(entry: dict[str, Any]) -> Indicator:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Indicator(**values)
