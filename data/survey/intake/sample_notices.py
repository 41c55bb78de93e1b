"""What is worth knowing about the persons of a sound file: where nobody was asked, PSUs in two counties, twins."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from data.model.dimensions import AREA_NAMES, FOCUS
from data.reading.raw_table import RawTable
from data.survey.intake.codebook_form import Codebook
from data.survey.intake.notices import Notice

_LISTED = 5
_SELDOM = 0.05  # pairs expected by chance
WHOLE_PSUS = (
    "right only where PSUs were taken whole, every person in them: where persons were drawn within PSUs the intervals "
    "come out too narrow (in a trial 95 % intervals held the truth in 90.5 %); leave the role out then"
)


def county_notices(table: RawTable, codebook: Codebook, respondents: pd.DataFrame) -> Iterator[Notice]:
    """Each of the four counties without a single person."""
    for area in FOCUS:
        if not respondents["area"].eq(area).any():
            text = f"no person in {AREA_NAMES[area]} ({area}); nothing will be shown there"
            yield Notice(table.place, codebook.roles["county"], text)


def sample_notices(table: RawTable, codebook: Codebook, respondents: pd.DataFrame) -> Iterator[Notice]:
    """PSUs with persons of several counties, and a number of PSUs in the population, which is seldom to be stated."""
    places = respondents[["psu", "area"]].drop_duplicates()
    split = sorted(set(places.loc[places["psu"].duplicated(), "psu"]))
    if split:
        text = f"{len(split)} PSU(s) have persons in several counties: {_few(split)}"
        yield Notice(table.place, codebook.roles["psu"], text)
    if respondents["population_psus"].notna().any():
        yield Notice(table.place, codebook.roles["population_psus"], WHOLE_PSUS)


def twin_notices(table: RawTable, rows: pd.DataFrame, codebook: Codebook) -> Iterator[Notice]:
    """Rows alike in every column that the codebook names, but the id: perhaps one interview twice.

    Nothing where so short a questionnaire makes such pairs by chance.
    """
    columns = [column for column in codebook.columns if column != codebook.roles["id"]]
    again = rows.duplicated(columns)
    if again.any() and _by_chance(rows[columns], codebook.roles["psu"]) < _SELDOM:
        places = [str(table.row_of(position)) for position in rows.index[again]]
        alike = f"{len(places)} row(s) say the same as an earlier one, but for the id (row {_few(places)})"
        yield Notice(table.place, codebook.roles["id"], f"{alike}: one interview twice?")


def _by_chance(rows: pd.DataFrame, psu: str) -> float:
    """Expected pairs of persons of one PSU who say the same everywhere, were their answers independent."""
    pairs = _pairs(rows, [psu])
    alike = [_pairs(rows, [psu, column]) / max(pairs, 1) for column in map(str, rows) if column != psu]
    return pairs * float(np.prod(alike))


def _pairs(rows: pd.DataFrame, columns: list[str]) -> int:
    sizes = rows.groupby(columns).size()
    return int((sizes * (sizes - 1) // 2).sum())


def _few(texts: list[str]) -> str:
    return ", ".join(texts[:_LISTED]) + (" …" if len(texts) > _LISTED else "")
