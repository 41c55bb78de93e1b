"""From the demonstration's codebooks and invented parameters to its raw tables and its microdata."""

import csv
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from data.model.errors import SourceError
from data.model.microdata import Microdata
from data.model.questionnaire import WAVES
from data.reading.raw_table import RawTable
from data.survey.demonstration.answers import generator, give_answers, raw_cells
from data.survey.demonstration.plan import read_plan
from data.survey.demonstration.sample import draw_sample
from data.survey.demonstration.tendencies import read_tendencies
from data.survey.intake.clean import clean
from data.survey.intake.codebook_form import Codebook, Item
from data.survey.intake.codebook_reading import read_codebook
from data.survey.intake.codebook_relations import comparability_problems


def demonstration_microdata(folder: Path) -> list[Microdata]:
    """Both generated waves, oldest first, cleaned by the same rules as a real file.

    `folder` holds the codebooks, `design.toml` and `answers.toml`; SourceError where they do not fit one another.
    """
    codebooks = {wave: _codebook(folder, wave) for wave in WAVES}
    problems = comparability_problems(*codebooks.values())
    if problems:
        raise SourceError(problems)
    key = read_plan(folder).key
    return [clean(_table(folder, codebook), codebook, key)[0] for codebook in codebooks.values()]


def demonstration_table(folder: Path, wave: str) -> RawTable:
    """One wave's raw file as its codebook describes it; ids SYN-00001…, SYNTHETIC 1 in every row."""
    return _table(folder, _codebook(folder, wave))


def write_table(table: RawTable, folder: Path) -> Path:
    """The table as a CSV file in the folder (UTF-8, commas), under its own name `…_SYNTHETIC.csv`; its path."""
    path = folder / table.file
    table.values.to_csv(path, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return path


def _codebook(folder: Path, wave: str) -> Codebook:
    codebook, problems = read_codebook(folder / f"{wave}.toml")
    if problems:
        raise SourceError(problems)
    return codebook


def _table(folder: Path, codebook: Codebook) -> RawTable:
    plan, wave = read_plan(folder), codebook.wave.code
    persons = draw_sample(plan, wave, generator(plan, wave, "sample"))
    tendencies = read_tendencies(folder, codebook)
    cells = _role_cells(persons, codebook)
    labels: dict[str, str] = {}
    given: dict[str, dict[str, np.ndarray]] = {}
    for item in codebook.items:
        code = item.question.code
        rng = generator(plan, wave, code)
        asked = _asked(item, given, len(persons))
        given[code] = give_answers(persons, asked, item, tendencies[code], plan, rng)
        columns = raw_cells(item, given[code], asked, rng)
        cells |= columns
        labels |= dict.fromkeys(columns, item.question.asked[0].text["sq"])
    return RawTable(f"{wave}_SYNTHETIC.csv", "", 2, pd.DataFrame(cells, dtype="str"), labels, {}, {})


def _asked(item: Item, given: Mapping[str, Mapping[str, np.ndarray]], size: int) -> np.ndarray:
    asked = np.ones(size, dtype=bool)
    for question, answers in item.asked_if.items():
        asked &= np.any([given[question][answer] for answer in answers], axis=0)
    return asked


def _role_cells(persons: pd.DataFrame, codebook: Codebook) -> dict[str, np.ndarray]:
    raw = {name: {code: value for value, code in codes.items()} for name, codes in codebook.codes.items()}
    gender = persons["gender"].mask(persons["other"], "other")
    ethnicity = persons["roma"].map({True: "roma", False: "other"})
    by_role = {
        "id": persons["id"],
        "synthetic": ["1"] * len(persons),
        "stratum": persons["stratum"],
        "psu": persons["psu"].astype("str"),
        "county": persons["area"].map(raw["county"]),
        "gender": gender.map(raw["gender"]),
        "age": persons["age"].astype("str"),
        "ethnicity": ethnicity.map(raw["ethnicity"]),
        "weight": persons["weight"].map(repr),
    }
    cells = {codebook.roles[role]: np.array(column, dtype=object) for role, column in by_role.items()}
    return cells | {"HOUSEHOLD": (persons["household"] + 1).astype("str").to_numpy(dtype=object)}
