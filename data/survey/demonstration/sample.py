"""The demonstration's persons: strata, PSUs, households, genders, ages and weights, all drawn."""

import numpy as np
import pandas as pd

from data.model.dimensions import FOCUS
from data.model.questionnaire import WAVES
from data.survey.demonstration.plan import Plan
from data.survey.demonstration.raking import rake
from data.survey.intake.two_genders import OTHER, in_two

GENDERS = ("f", "m")
CELLS = tuple((area, gender) for area in FOCUS for gender in GENDERS)
_CELL_NUMBERS = {cell: number for number, cell in enumerate(CELLS)}
_MARGINS = {"gender": "gender", "age": "age_group"}  # of the plan's totals -> column


def draw_sample(plan: Plan, wave: str, rng: np.random.Generator) -> pd.DataFrame:
    """One row a person, PSU by PSU: `id`, `stratum`, `area`, `booster`, `psu`, `household`, `gender`, `other` (says
    another gender or none; `gender` is then the one that the import will draw, so that weights meet their totals),
    `cell` (number in CELLS), `age_group`, `age`, `roma`, `weight` (persons). PSUs and households are numbers."""
    persons = _clusters(plan, wave, rng)
    size = len(persons)
    persons["id"] = [f"SYN-{number:05d}" for number in range(1, size + 1)]
    gender = pd.Series(np.array(GENDERS)[rng.integers(0, 2, size)], dtype="str")
    persons["age_group"] = _age_groups(plan, persons["area"].to_numpy(), rng)
    bounds = persons["age_group"].str.split("-", expand=True).astype("int64")
    persons["age"] = rng.integers(bounds[0].to_numpy(), bounds[1].to_numpy() + 1)
    persons["roma"] = persons["booster"] | (rng.random(size) < plan.roma_elsewhere)
    persons["other"] = rng.random(size) < plan.other_gender
    persons["gender"] = in_two(gender.mask(persons["other"], OTHER), persons["id"], wave, plan.key)
    persons["cell"] = [_CELL_NUMBERS[cell] for cell in zip(persons["area"], persons["gender"], strict=True)]
    return persons.assign(weight=_weights(plan, persons).round(4))


def _clusters(plan: Plan, wave: str, rng: np.random.Generator) -> pd.DataFrame:
    strata = pd.DataFrame([vars(each) for each in plan.strata]).rename(columns={"code": "stratum", "roma": "booster"})
    psus = strata.loc[strata.index.repeat(strata["psus"]), ["stratum", "area", "booster", "size"]]
    psus = psus.reset_index(drop=True)
    # Each wave has PSUs of its own.
    psus["psu"] = 1000 * (WAVES.index(wave) + 1) + np.arange(1, len(psus) + 1)
    # PSUs of the main sample fall short by one interview each until the size of the wave is met.
    short = int(psus["size"].sum()) - plan.persons[wave]
    missed = rng.choice(psus.index[~psus["booster"]].to_numpy(), short, replace=False)
    psus.loc[missed, "size"] -= 1
    return _members(psus, plan.pairs, rng)


def _members(psus: pd.DataFrame, pairs: float, rng: np.random.Generator) -> pd.DataFrame:
    """The persons of every PSU, first those who share a household with another of them."""
    sizes = psus["size"].to_numpy()
    couples = rng.binomial(sizes // 2, 2 * pairs / (1 + pairs))
    persons = psus.loc[psus.index.repeat(sizes), ["stratum", "area", "booster", "psu"]].reset_index(drop=True)
    place = persons.groupby("psu").cumcount().to_numpy()
    paired = couples.repeat(sizes)
    within = np.where(place < 2 * paired, place // 2, place - paired)
    before = np.concatenate([[0], np.cumsum(sizes - couples)[:-1]])
    return persons.assign(household=before.repeat(sizes) + within)


def _age_groups(plan: Plan, areas: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    drawn = rng.random(len(areas))
    groups = np.empty(len(areas), dtype=object)
    for area, totals in plan.totals.items():
        within = areas == area
        upper = np.cumsum(list(totals["age"].values()))
        place = np.searchsorted(upper / upper[-1], drawn[within], side="right")
        groups[within] = np.array([*totals["age"]], dtype=object)[place]
    return groups


def _weights(plan: Plan, persons: pd.DataFrame) -> pd.Series:
    """Young people of the stratum for each of its persons, raked to the county's genders and age groups."""
    youth = {each.code: each.youth for each in plan.strata}
    base = persons["stratum"].map(youth) / persons.groupby("stratum")["psu"].transform("size")
    margins = [_margin(plan, persons, dimension, column) for dimension, column in _MARGINS.items()]
    return pd.Series(rake(base.to_numpy(), margins), persons.index)


def _margin(plan: Plan, persons: pd.DataFrame, dimension: str, column: str) -> tuple[np.ndarray, np.ndarray]:
    totals = {(area, group): total for area, by in plan.totals.items() for group, total in by[dimension].items()}
    places = {key: place for place, key in enumerate(totals)}
    groups = [places[key] for key in zip(persons["area"], persons[column], strict=True)]
    return np.array(groups), np.array([*totals.values()], dtype="float64")
