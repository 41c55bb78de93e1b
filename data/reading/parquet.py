"""The tables of a release: which files there are, with which columns, and how one is written and read."""

from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.model import differences, observations, service_counts, services, survey_tables
from data.model.frames import typed

SURVEY_TABLES: Final = {
    "survey.parquet": observations.DTYPES,
    "survey_differences.parquet": survey_tables.DIFFERENCES,
    "survey_patterns.parquet": survey_tables.PATTERNS,
}
SURVEY_FILES: Final = (*SURVEY_TABLES, "survey.json")
SERVICE_TABLES: Final = {
    "service_presence.parquet": services.PRESENCE,
    "service_counts.parquet": service_counts.COUNTS,
    "service_coverage.parquet": service_counts.COVERAGE,
}
SERVICE_FILES: Final = (*SERVICE_TABLES, "services.json")
TABLES: Final = {
    "observations.parquet": observations.DTYPES,
    "differences.parquet": differences.DTYPES,
    **SURVEY_TABLES,
    **SERVICE_TABLES,
}
# Columns of a table that releases made before them do not have.
LATER_COLUMNS: Final[dict[str, dict[str, str]]] = {
    "differences.parquet": {"q_cautious": "float64"},
    "survey_patterns.parquet": {"q": "float64"},
    "service_coverage.parquet": service_counts.YOUNG,
}
# What every release has; those made before the survey, or before the services, have no file of it.
FIRST_FILES: Final = (
    "observations.parquet",
    "differences.parquet",
    "catalogue.json",
    "sources.json",
    "programme.json",
)
FILES: Final = (*FIRST_FILES, *SURVEY_FILES, *SERVICE_FILES)

_ARROW: Final = {"str": pa.string(), "float64": pa.float64(), "Int64": pa.int64()}


def arrow_schema(dtypes: dict[str, str]) -> pa.Schema:
    """The Parquet schema of a table with these columns."""
    return pa.schema([(column, _ARROW[dtype]) for column, dtype in dtypes.items()])


def possible_schemas(name: str) -> tuple[pa.Schema, ...]:
    """The Parquet schemas that a release's table may have: today's, and that from before its later columns."""
    later = LATER_COLUMNS.get(name, {})
    first = {column: dtype for column, dtype in TABLES[name].items() if column not in later}
    return tuple(arrow_schema(dtypes) for dtypes in ((TABLES[name], first) if later else (first,)))


def write_table(path: Path, frame: pd.DataFrame, dtypes: dict[str, str]) -> None:
    """A frame of these columns as a Parquet file; same frame, same bytes."""
    # Without pandas' own metadata: it would tie the bytes to a pandas version.
    table = pa.Table.from_pandas(frame, schema=arrow_schema(dtypes), preserve_index=False)
    pq.write_table(table.replace_schema_metadata(None), path, compression="zstd")


def read_table(path: Path) -> pd.DataFrame:
    """A table of a release folder, told by its file name, with its columns' types; what it has not yet is missing."""
    table = pd.read_parquet(path)
    for column, dtype in LATER_COLUMNS.get(path.name, {}).items():
        if column not in table:
            table[column] = "" if dtype == "str" else pd.Series(dtype=dtype, index=table.index)
    return typed(table, TABLES[path.name])
