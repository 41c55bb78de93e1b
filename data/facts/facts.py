"""The facts files: one row a published figure, read as text and checked cell by cell."""

from pathlib import Path

import pandas as pd

from data.facts.fact_rules import KEY, Known, row_problems
from data.model.catalogue import THEMES
from data.model.errors import Problem
from data.model.frames import rows_of
from data.reading.csv_rows import read_rows

HEADER = ("indicator", "area", "gender", "age", "period", "value", "n", "confidence", "source", "note")


def read_facts(folder: Path, known: Known) -> tuple[pd.DataFrame, list[Problem]]:
    """All fact rows (text, as written) with `file` and `row`; and everything wrong with them.

    The rows are only fit for use when the list of problems is empty.
    """
    problems: list[Problem] = []
    frames = []
    for path in sorted(folder.glob("*.csv")):
        name = f"facts/{path.name}"
        if path.stem not in THEMES:
            problems.append(Problem(name, 0, "", f"a file named after one of {', '.join(THEMES)}", path.stem))
        rows, found = read_rows(path, name, HEADER)
        problems += found
        frames.append(rows)
    if not frames:
        return pd.DataFrame(columns=[*HEADER, "file", "row"]), [Problem("facts/", 0, "", "CSV files", "none")]
    facts = pd.concat(frames, ignore_index=True)
    for each in rows_of(facts):
        problems += row_problems(each, known)
    return facts, [*problems, *_duplicates(facts)]


def _duplicates(facts: pd.DataFrame) -> list[Problem]:
    first: dict[tuple[str, ...], str] = {}
    problems = []
    for each in rows_of(facts):
        key = tuple(each[column] for column in KEY)
        place = f"{each['file']}, row {each['row']}"
        if key in first:
            found = f"{' '.join(key)} again (first in {first[key]})"
            problems.append(Problem(each["file"], each["row"], ", ".join(KEY), "one row a figure", found))
        first.setdefault(key, place)
    return problems
