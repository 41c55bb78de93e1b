"""Figures that others have published of the same persons, as facts an attacker has."""

from collections.abc import Sequence

import pandas as pd

from data.disclosure.cube import CubeSpec
from data.disclosure.facts import Fact
from data.model.dimensions import FOUR_COUNTIES
from data.model.errors import Problem
from data.model.service_counts import ALL
from data.services.cubes import PERSONS
from data.services.records.form import FACT_KEY, Known


def known_values(file: str, known: Sequence[Known], facts: pd.DataFrame) -> tuple[list[int], list[Problem]]:
    """The figure of each fact named, read from the curated facts (columns as in the files, values as text)."""
    values: list[int] = []
    problems = []
    for number, each in enumerate(known, start=1):
        chosen = facts[(facts[list(FACT_KEY)] == pd.Series(dict(each.fact))).all(axis=1)]
        figures = [text for text in chosen["value"] if text.isdecimal()]
        if len(figures) == 1:
            values.append(int(figures[0]))
        else:
            expected = "one row of the facts whose value is a whole number"
            problems.append(Problem(file, 0, f"[[known]] {number}, fact", expected, f"{len(figures)}"))
    return values, problems


def known_facts(cube: CubeSpec, known: Sequence[Known], values: Sequence[int]) -> list[Fact]:
    """The facts about this cube; none about another cycle, nor about services where the cube has none."""
    return [
        _fact(cube, each, value)
        for each, value in zip(known, values, strict=True)
        if each.cell["cycle"] in cube.dimensions["cycle"]
        and (each.cell["service"] == ALL or "service" in cube.dimensions)
    ]


def _fact(cube: CubeSpec, known: Known, value: int) -> Fact:
    cell = {name: known.cell[name] for name in cube.dimensions}
    if cell.get("service") == ALL:
        cell["service"] = PERSONS
    where = {name: (code,) for name, code in cell.items() if code not in (ALL, FOUR_COUNTIES)}
    low = value if known.relation in ("equal", "at_least") else None
    high = value if known.relation in ("equal", "at_most") else None
    return Fact(((1, where),), low, high)
