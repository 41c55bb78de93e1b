"""The synthetic respondents that R's answers are about, and small samples drawn by a seed."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from data.statistics.contrasts import Cells
from data.statistics.design import Design, make_design
from data.statistics.linearise import Sums, cells_of, sum_domains

REFERENCE = Path(__file__).parent / "reference"


@cache
def respondents() -> pd.DataFrame:
    return pd.read_csv(REFERENCE / "kap_synthetic.csv", dtype={"wave": str, "psu": str})


def in_domain(people: pd.DataFrame, domain: str) -> np.ndarray:
    """`_T`, or `column=value` joined by `&`."""
    inside = np.ones(len(people), dtype=bool)
    for part in () if domain == "_T" else domain.split("&"):
        column, value = part.split("=")
        inside &= people[column].astype(str).eq(value).to_numpy()
    return inside


def summed(design: Design, masks: list[np.ndarray], scores: np.ndarray) -> Sums:
    """Sums over domains that are given person by person."""
    patterns, group = np.unique(np.column_stack(masks), axis=0, return_inverse=True)
    return sum_domains(design, group, patterns, scores)


def drawn(seed: int, people: int = 90) -> pd.DataFrame:
    """Persons in 3 strata of 4 PSUs each: weight, stratum, psu, group 0-3, answer 0-2 (NaN: none)."""
    random = np.random.default_rng(seed)
    place = random.integers(0, 12, people)
    place[:24] = np.arange(24) % 12
    answer = random.integers(0, 3, people).astype(float)
    answer[random.random(people) < 0.1] = np.nan
    return pd.DataFrame(
        {
            "weight": random.uniform(0.2, 5, people),
            "stratum": [f"s{each // 4}" for each in place],
            "psu": [f"u{each}" for each in place],
            "group": random.integers(0, 4, people),
            "answer": answer,
        }
    )


def design_of(sample: pd.DataFrame) -> Design:
    return make_design(
        sample["weight"].to_numpy(), sample["stratum"].to_numpy(dtype=str), sample["psu"].to_numpy(dtype=str)
    )


def indicators(answer: pd.Series, codes: tuple[float, ...] = (0, 1, 2)) -> np.ndarray:
    """Persons x answers: 1 or 0, NaN for who gave none."""
    given = np.column_stack([answer.eq(code) for code in codes]).astype(float)
    return np.where(answer.isna().to_numpy()[:, None], np.nan, given)


def sums_of(sample: pd.DataFrame, design: Design) -> Sums:
    """A domain per group and one of everybody, the three answers."""
    masks = [sample["group"].eq(number).to_numpy() for number in range(4)]
    return summed(design, [*masks, np.ones(len(sample), dtype=bool)], indicators(sample["answer"]))


def cells_in(sample: pd.DataFrame) -> tuple[Design, Cells]:
    design = design_of(sample)
    return design, cells_of(sums_of(sample, design))
