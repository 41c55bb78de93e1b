"""Invented waves whose truth is known: PSUs that lean one way, no difference at all or one in a single county."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.model.dimensions import FOCUS
from data.model.microdata import Microdata
from data.model.questionnaire import Answer, Asked, Question, Wave

NONE = {"sq": "", "en": ""}
AGES = ("15-17", "18-19", "20-24", "25-29")
PERIODS = {"w1": "2020-08", "w2": "2024-05"}
SHARES = {
    "single": (0.3, 0.3, 0.25, 0.15),
    "scale": (0.1, 0.2, 0.3, 0.25, 0.15),
    "multi": (0.5, 0.4, 0.3, 0.2, 0.1, 0.3),
}
STRATA, PSUS, PERSONS = 2, 12, 16  # strata a county, PSUs a stratum, persons a PSU: 384 a county
ODD = FOCUS[-1]  # the county that differs, where one does


@dataclass(frozen=True)
class Truth:
    """How much more of the first answer the odd county gives (0-1), and how strongly the people of a PSU agree."""

    difference: float = 0.0
    lean: float = 0.4


def invented(seed: int, wave: str, kinds: Sequence[str], truth: Truth) -> Microdata:
    """A wave of 1,536 persons with a question of each of the `kinds`, named q0, q1 …; design effects of about 1.6."""
    random = np.random.default_rng((seed, int(wave[1:])))
    psus = len(FOCUS) * STRATA * PSUS
    psu = np.repeat(np.arange(psus), PERSONS)
    persons = len(psu)
    area = np.array(FOCUS)[psu // (STRATA * PSUS)]
    columns: dict[str, object] = {
        "weight": random.uniform(0.5, 1.6, persons),
        "stratum": [f"s{number // PSUS}" for number in psu],
        "psu": [f"{wave} {number}" for number in psu],
        "area": area,
        "gender": random.choice(["f", "m"], persons),
        "age": random.choice(AGES, persons),
        "roma": random.random(persons) < 0.05,
        "population_psus": np.nan,
    }
    for number, kind in enumerate(kinds):
        lean = random.normal(0, truth.lean, (psus, len(SHARES[kind])))[psu]
        columns |= _answers(random, f"q{number}", kind, np.where(area == ODD, truth.difference, 0), lean)
    questions = tuple(_question(f"q{number}", wave, kind) for number, kind in enumerate(kinds))
    return Microdata(_wave(wave, persons, psus), questions, pd.DataFrame(columns))


def _answers(
    random: np.random.Generator, code: str, kind: str, more: np.ndarray, lean: np.ndarray
) -> dict[str, np.ndarray]:
    shares = np.tile(SHARES[kind], (len(more), 1))
    first = shares[:, 0] + more
    if kind == "multi":
        shares[:, 0] = first
        ticked = random.logistic(size=shares.shape) < np.log(shares / (1 - shares)) + lean
        return {f"{code}/a{place}": ticked[:, place].astype(float) for place in range(shares.shape[1])}
    shares[:, 1:] *= ((1 - first) / (1 - shares[:, 0]))[:, None]
    shares[:, 0] = first
    chosen = (np.log(shares) + lean + random.gumbel(size=shares.shape)).argmax(axis=1)
    return {code: np.array([f"a{place}" for place in range(shares.shape[1])])[chosen]}


def _question(code: str, wave: str, kind: str) -> Question:
    answers = tuple(Answer(f"a{place}", NONE) for place in range(len(SHARES[kind])))
    asked = (Asked(wave, "computed", NONE, NONE, answers),)
    return Question(code, "meaning", kind, NONE, "a0", "neutral", False, "comparable", {}, asked)


def _wave(code: str, persons: int, psus: int) -> Wave:
    return Wave(
        code=code,
        period=PERIODS[code],
        kind="computed",
        mode="face_to_face",
        ages=(15, 29),
        age_groups=AGES,
        universe=NONE,
        sampling=NONE,
        weights=NONE,
        source="invented",
        revisited=False,
        persons=persons,
        psus=psus,
        strata=len(FOCUS) * STRATA,
    )
