"""Which column is the weight, the stratum, the county …: guessed from names and labels, tested on the values."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.reading.plain import plain
from data.reading.raw_table import RawTable

REQUIRED = ("id", "weight", "stratum", "psu", "county", "gender", "age")
OPTIONAL = ("ethnicity", "wave", "population_psus", "synthetic")
_NAMES = {
    "id": "id respid resp respondent respondenti caseid case uuid serial interviewid interview intervista "
    "nrintervistes nr kodiintervistes anketa",
    "weight": "weight weights wt wgt w pesha peshe peshat pweight finalweight samplingweight",
    "stratum": "stratum strata shtresa shtrese shtresat strat stratumi",
    "psu": "psu cluster klaster klasteri upp njpz ea qz primaryunit primarysamplingunit njesiaprimare qendravotimit",
    "county": "county counties qarku qark qarqet prefecture prefektura",
    "gender": "gender sex gjinia gjini seksi",
    "age": "age mosha moshe ageyears moshavjec",
    "ethnicity": "ethnicity ethnic ethnicgroup etnia etnicitet etniciteti etnik roma minoriteti",
    "wave": "wave vala vale round raundi",
    "population_psus": "populationpsus npsu psustotal totalpsus psutotal",
    "synthetic": "synthetic sintetik",
}
_PHRASES = {"psu": ("njesia paresore", "njesi paresore", "njesise paresore", "primary sampling unit")}
_FILLERS = {
    "e", "i", "te", "se", "of", "the", "your", "s", "resp", "respondent", "respondentit", "anketuarit",
    "intervistuarit", "juaj", "final", "finale",
}  # fmt: skip
_NUMBERING = re.compile(r"^\s*[A-Za-z]{0,2}\d+[a-z]?\s*[.):\-]\s+")


@dataclass(frozen=True)
class Guess:
    """The column of a role, "" where that is not sure, and every column that could be it, likeliest first."""

    column: str
    candidates: tuple[str, ...]


def without_number(label: str) -> str:
    """A label without the question number it may begin with ("Q12. Have you …")."""
    return _NUMBERING.sub("", label)


def guess_roles(table: RawTable) -> dict[str, Guess]:
    """A guess for each role; a column is given to one role only, and only where one column fits clearly best."""
    guesses: dict[str, Guess] = {}
    taken: set[str] = set()
    for role in (*REQUIRED, *OPTIONAL):
        scores = {column: _score(role, column, table) for column in map(str, table.values.columns)}
        fitting = [
            column
            for column, score in scores.items()
            if score and column not in taken and _PLAUSIBLE[role](table.values[column])
        ]
        ranked = sorted(fitting, key=lambda column: -scores[column])
        alone = len(ranked) == 1 or (len(ranked) > 1 and scores[ranked[0]] > scores[ranked[1]])
        column = ranked[0] if ranked and alone and scores[ranked[0]] >= 3 else ""
        taken |= {column} - {""}
        guesses[role] = Guess(column, tuple(ranked))
    return guesses


def _score(role: str, column: str, table: RawTable) -> int:
    """4 for a column named as the role, 3 with fillers or for such a label, 2 and 1 where only a word is the role's.

    A label with the role's own phrase in it counts as such a label.
    """
    names = set(_NAMES[role].split())
    words = plain(column.split("/")[-1]).split()
    said = plain(without_number(table.labels.get(column, ""))).split()
    if "".join(words) in names:
        return 4
    if any("".join(word for word in each if word not in _FILLERS) in names for each in (words, said)):
        return 3
    if any(f" {phrase} " in f" {' '.join(said)} " for phrase in _PHRASES.get(role, ())):
        return 3
    if role in {"id", "synthetic"}:  # "ID of the village", "synthetic drugs": such words say nothing
        return 2 if names & set(words) else 0
    return 2 if names & set(words) else int(bool(names & set(said)))


def _filled(cells: pd.Series) -> pd.Series:
    return cells[cells != ""]


def _numeric_share(cells: pd.Series, low: float, high: float) -> float:
    filled = _filled(cells)
    numbers = pd.to_numeric(filled.str.replace(",", "."), errors="coerce")
    return float(numbers.between(low, high).mean()) if len(filled) else 0.0


def _different(most: int) -> Callable[[pd.Series], bool]:
    return lambda cells: 1 <= _filled(cells).nunique() <= most


_PLAUSIBLE: dict[str, Callable[[pd.Series], bool]] = {
    "id": lambda cells: _filled(cells).nunique() >= 0.95 * len(cells),
    "weight": lambda cells: _numeric_share(cells, 0, 1e9) > 0.8,
    "stratum": lambda cells: 1 <= _filled(cells).nunique() <= max(2, len(cells) // 4),
    "psu": lambda cells: 1 < _filled(cells).nunique() <= max(2, len(cells) // 2),
    "county": _different(15),
    "gender": _different(6),
    "age": lambda cells: _numeric_share(cells, 5, 110) > 0.8,
    "ethnicity": _different(12),
    "wave": _different(5),
    "population_psus": lambda cells: _numeric_share(cells, 1, 1e6) > 0.8,
    "synthetic": _different(2),
}
