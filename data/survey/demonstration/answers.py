"""The generated persons' answers, question by question, as raw cells of a file."""

from zlib import crc32

import numpy as np
import pandas as pd

from data.survey.demonstration.plan import Plan
from data.survey.demonstration.ranking import choose, part
from data.survey.demonstration.sample import CELLS
from data.survey.demonstration.shares import cell_shares
from data.survey.demonstration.tendencies import Tendency
from data.survey.intake.codebook_form import Item

_MIDDLE_AGE, _AGE_SPREAD = 22.0, 4.3  # about the mean and standard deviation of the ages


def generator(plan: Plan, wave: str, name: str) -> np.random.Generator:
    """The random numbers of one question (or step) of a wave, independent of all others."""
    return np.random.Generator(np.random.PCG64([plan.seed, crc32(wave.encode()), crc32(name.encode())]))


def give_answers(
    persons: pd.DataFrame, asked: np.ndarray, item: Item, tendency: Tendency, plan: Plan, rng: np.random.Generator
) -> dict[str, np.ndarray]:
    """The answers of every person: answer code -> who gives it (bool); nobody who was not asked or stays silent."""
    question = item.question
    silent = plan.silent_sensitive if question.sensitive else plan.silent
    answering = np.flatnonzero(asked & (rng.random(len(persons)) >= silent))
    some = persons.iloc[answering]
    cells, weights = some["cell"].to_numpy(), some["weight"].to_numpy()
    sizes = np.bincount(cells, weights, len(CELLS))
    shares = cell_shares(question.kind, tendency.shares, tendency.county, tendency.gender, sizes)
    codes = [*tendency.shares]

    def score(answer: int) -> np.ndarray:
        return _latent(some, tendency.age.get(codes[answer], 0.0), plan, rng)

    if question.kind == "multi":
        alone = np.array([code in tendency.alone for code in codes])
        chosen = choose(shares, alone, cells, weights, score)
    elif question.kind == "scale":
        one = _latent(some, tendency.age.get("", 0.0), plan, rng)
        chosen = np.eye(len(codes))[part(shares, cells, weights, lambda _: one)]
    else:
        chosen = np.eye(len(codes))[part(shares, cells, weights, score)]
    given = np.zeros((len(persons), len(codes)), dtype=bool)
    given[answering] = chosen == 1
    return {code: given[:, column] for column, code in enumerate(codes)}


def raw_cells(
    item: Item, given: dict[str, np.ndarray], asked: np.ndarray, rng: np.random.Generator
) -> dict[str, np.ndarray]:
    """The question's columns of the file: raw values, its missing values where a person asked stays silent, blanks."""
    answered = np.any([*given.values()], axis=0)
    blank = np.where(asked, rng.choice(np.array(item.missing, dtype=object), len(asked)), "")
    if item.columns:
        return {
            column: np.where(answered, np.where(given[code], "1", "0"), blank) for code, column in item.columns.items()
        }
    cells = blank
    for value, code in item.values.items():
        cells = np.where(given[code], value, cells)
    return {item.column: cells}


def _latent(persons: pd.DataFrame, age: float, plan: Plan, rng: np.random.Generator) -> np.ndarray:
    """A standard score a person (before the effect of age) that persons of one PSU and one household share in part."""
    own = 1 - plan.psu_effect - plan.household_effect
    psus, households = persons["psu"].to_numpy(), persons["household"].to_numpy()
    return (
        np.sqrt(plan.psu_effect) * rng.standard_normal(psus.max() + 1)[psus]
        + np.sqrt(plan.household_effect) * rng.standard_normal(households.max() + 1)[households]
        + np.sqrt(own) * rng.standard_normal(len(persons))
        + age * (persons["age"].to_numpy() - _MIDDLE_AGE) / _AGE_SPREAD
    )
