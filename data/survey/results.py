"""The results folder: the protected tables of the imported waves, committed in the place of their microdata."""

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.model.errors import Problem, SourceError
from data.model.frames import typed
from data.model.microdata import Microdata
from data.model.observations import DTYPES
from data.model.survey import Survey, empty_survey
from data.model.survey_tables import DIFFERENCES, PATTERNS
from data.reading.documents import write_document
from data.reading.parquet import arrow_schema, write_table
from data.survey.believed import believed_problems
from data.survey.check import survey_problems
from data.survey.documents import from_document, to_document
from data.survey.subtractions import given_away, left_over
from data.survey.tables import survey_tables

REAL: Final = "computed"
TABLES: Final = {
    "observations.parquet": DTYPES,
    "differences.parquet": DIFFERENCES,
    "patterns.parquet": PATTERNS,
}
DOCUMENT: Final = "survey.json"


def write_results(microdata: Sequence[Microdata], folder: Path) -> Survey:
    """The protected tables of real waves, written into the folder (made if need be) and returned; no microdata.

    Raises SourceError for a wave that is not real, for tables of which a subtraction leaves 1 to 24 persons or tells a
    hidden sensitive group, and as `survey_tables`. Nothing is written then.
    """
    foreign = [each.wave for each in microdata if each.wave.kind != REAL]
    if foreign:
        raise SourceError([Problem(f"wave {wave.code}", 0, "kind", REAL, wave.kind) for wave in foreign])
    survey = survey_tables(microdata)
    _refuse_subtractions(survey)
    folder.mkdir(parents=True, exist_ok=True)
    tables = (survey.observations, survey.differences, survey.patterns)
    for (name, dtypes), table in zip(TABLES.items(), tables, strict=True):
        write_table(folder / name, table, dtypes)
    write_document(folder / DOCUMENT, to_document(survey.waves, survey.questions.values()))
    return survey


def read_results(folder: Path) -> Survey:
    """The survey of a results folder, an empty one where there is no folder.

    Raises SourceError naming the file and what is wrong with it: not there, another form, other columns, figures that
    are not real or do not agree with each other.
    """
    if not folder.exists():
        return empty_survey()
    names = (*TABLES, DOCUMENT)
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise SourceError([Problem(f"survey/results/{name}", 0, "", "a file", "none") for name in missing])
    tables = [_read_table(folder / name, dtypes) for name, dtypes in TABLES.items()]
    try:
        waves, questions = from_document(json.loads((folder / DOCUMENT).read_text(encoding="utf-8")))
    except ValueError as error:
        expected = "waves and questions as written by the import"
        raise SourceError([Problem(f"survey/results/{DOCUMENT}", 0, "", expected, str(error))]) from None
    survey = Survey(waves, questions, *tables)
    problems = [*_unreal(survey), *survey_problems(survey), *believed_problems(survey, DOCUMENT)]
    if problems:
        expected = "results as written by the import"
        raise SourceError([Problem("survey/results", 0, "", expected, problem) for problem in problems])
    return survey


def _refuse_subtractions(survey: Survey) -> None:
    expected = "figures from which no subtraction leaves 1 to 24 persons or a hidden group"
    problems = [
        Problem("survey results", 0, found.place, expected, found.said)
        for found in chain(left_over(survey), given_away(survey))
    ]
    if problems:
        raise SourceError(problems)


def _read_table(path: Path, dtypes: dict[str, str]) -> pd.DataFrame:
    file, expected = f"survey/results/{path.name}", arrow_schema(dtypes)
    try:
        table = pq.read_table(path)
    except (pa.ArrowInvalid, OSError) as error:
        found = str(error).splitlines()[0]
        raise SourceError([Problem(file, 0, "", "a Parquet file", found)]) from None
    if not table.schema.equals(expected):
        columns = ", ".join(table.schema.names)
        raise SourceError([Problem(file, 0, "columns", ", ".join(dtypes), columns)])
    return typed(table.to_pandas(), dtypes)


def _unreal(survey: Survey) -> list[str]:
    kinds = {
        "observations.parquet": survey.observations["kind"],
        "differences.parquet": survey.differences["kind"],
        "patterns.parquet": survey.patterns["kind"],
        DOCUMENT: pd.Series([wave.kind for wave in survey.waves], dtype="str"),
    }
    return [f"{name}, kind: {kind}" for name, own in kinds.items() for kind in sorted(set(own) - {REAL})]
