"""The printed figures: what a source gives, and an interval that says which design effect it assumes."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd

from data.facts.catalogue import read_toml
from data.facts.fact_rules import NUMBER
from data.model.dimensions import GENDERS, cycle_of
from data.model.domains import SURVEY_AREAS
from data.model.errors import Problem, SourceError
from data.model.frames import rows_of, typed
from data.model.observations import DTYPES, KEY, SHOWN
from data.model.rounding import rounded
from data.model.survey import Survey, empty_survey
from data.reading.csv_rows import read_rows
from data.statistics.intervals import ASSUMED_DEFF, logit_interval
from data.statistics.reliability import share_state
from data.survey.protected.complete import complete
from data.survey.published_form import FILE, PUBLISHED, Printed, printed_form

FIGURES = "survey/published.csv"
HEADER = ("question", "answer", "area", "gender", "age", "period", "value", "n", "source", "note")
_NAN = float("nan")


def read_published(folder: Path, sources: Collection[str]) -> Survey:
    """The published figures in `folder` as a survey without differences; an empty one where there is no file.

    Intervals are logit with n / DEFF at a DEFF of 1.5; no standard error is claimed. Raises SourceError with all
    problems.
    """
    if not (folder / "published.toml").exists():
        return empty_survey()
    problems: list[Problem] = []
    printed, found = printed_form(read_toml(folder / "published.toml", FILE, problems))
    problems += found
    rows, found = read_rows(folder / "published.csv", FIGURES, HEADER)
    problems += found
    if not problems:
        problems = [problem for row in rows_of(rows) for problem in _row_problems(row, printed, sources)]
        problems += _repeated(rows)
    if problems:
        raise SourceError(problems)
    figures = typed(pd.DataFrame([_figure(row) for row in rows_of(rows)]), DTYPES)
    questions, waves = printed.questions, tuple(printed.waves.values())
    nothing = empty_survey()
    observations = complete(figures, questions.values(), waves)
    return Survey(waves, questions, observations, nothing.differences, nothing.patterns)


def _row_problems(row: dict[str, Any], printed: Printed, sources: Collection[str]) -> list[Problem]:
    question = printed.questions.get(row["question"])
    periods = [printed.waves[asked.wave].period for asked in question.asked] if question else []
    allowed = {
        "question": list(printed.questions),
        "answer": list(question.answer_codes) if question else [row["answer"]],
        "area": SURVEY_AREAS,
        "gender": GENDERS,
        "age": ("all",),
        "period": periods if question else [row["period"]],
    }
    problems = [
        Problem(FIGURES, row["row"], column, f"one of {', '.join(codes)}", row[column])
        for column, codes in allowed.items()
        if row[column] not in codes
    ]
    if row["source"] not in sources:
        problems.append(Problem(FIGURES, row["row"], "source", "an id in sources.csv", row["source"]))
    if not _is_share(row["value"]):
        problems.append(Problem(FIGURES, row["row"], "value", "a percentage from 0 to 100", row["value"]))
    if not re.fullmatch(r"[1-9][0-9]*", row["n"]):
        problems.append(Problem(FIGURES, row["row"], "n", "a whole number above 0", row["n"]))
    return problems


def _repeated(rows: pd.DataFrame) -> list[Problem]:
    key = ["question", "answer", "area", "gender", "age", "period"]
    again = rows_of(rows[rows.duplicated(key)])
    return [Problem(FIGURES, row["row"], "answer", "each figure once", row["answer"]) for row in again]


def _is_share(text: str) -> bool:
    return bool(re.fullmatch(NUMBER, text)) and 0 <= float(text) <= 100


def _figure(row: dict[str, Any]) -> dict[str, Any]:
    value, n = float(row["value"]), int(row["n"])
    status, reason = share_state(value, n)
    shown = status in SHOWN
    low, upp = logit_interval(value / 100, n) if shown else (_NAN, _NAN)
    own = {column: row[column] for column in KEY if column in row}
    return own | {
        "indicator": row["question"],
        "population": "all",
        "cycle": cycle_of(row["period"]),
        "value": value if shown else _NAN,
        "value_low": rounded(low * 100, 1),
        "value_upp": rounded(upp * 100, 1),
        "value_se": _NAN,
        "n": n,
        "deff": ASSUMED_DEFF if shown else _NAN,
        "df": pd.NA,
        "method": "assumed_deff" if shown else "none",
        "status": status,
        "reason": reason,
        "kind": PUBLISHED,
        "source": row["source"],
        "note": row["note"],
    }
