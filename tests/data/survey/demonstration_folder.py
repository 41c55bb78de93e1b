"""The committed demonstration, as several tests read it."""

from functools import cache
from pathlib import Path

import pandas as pd

from data.model.microdata import Microdata
from data.model.questionnaire import WAVES
from data.reading.raw_table import RawTable
from data.survey.demonstration.generating import demonstration_microdata, demonstration_table
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.codebook_reading import read_codebook

FOLDER = Path(__file__).parents[3] / "data" / "sources" / "survey" / "demonstration"


@cache
def codebooks() -> dict[str, Codebook]:
    """The two codebooks by wave."""
    return {wave: read_codebook(FOLDER / f"{wave}.toml")[0] for wave in WAVES}


@cache
def microdata() -> dict[str, Microdata]:
    """The generated microdata by wave."""
    return {each.wave.code: each for each in demonstration_microdata(FOLDER)}


@cache
def table(wave: str) -> RawTable:
    """The wave's raw table."""
    return demonstration_table(FOLDER, wave)


def shares(wave: str, question: str, rows: pd.Series | None = None) -> dict[str, float]:
    """Weighted per cent of each answer among those who answered, in all counties or in the given rows."""
    persons = microdata()[wave].respondents
    persons = persons if rows is None else persons[rows]
    asked = next(each for each in microdata()[wave].questions if each.code == question)
    if asked.kind == "multi":
        columns = {each.code: persons[f"{question}/{each.code}"] for each in asked.answers}
        given = {code: cells for code, cells in columns.items() if cells.notna().any()}
        return {code: 100 * _mean(cells.dropna(), persons["weight"]) for code, cells in given.items()}
    answered = persons.loc[persons[question].ne(""), question]
    return {each.code: 100 * _mean(answered.eq(each.code), persons["weight"]) for each in asked.answers}


def _mean(cells: pd.Series, weights: pd.Series) -> float:
    own = weights[cells.index]
    return float((cells * own).sum() / own.sum())
