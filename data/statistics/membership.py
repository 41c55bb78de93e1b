"""Respondents in finest groups, of which every domain is a sum."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from data.model.dimensions import FOCUS, FOUR_COUNTIES
from data.model.domains import Domain
from data.model.microdata import ROMA
from data.statistics.design import Design
from data.statistics.tally import Places, numbered

_GENDERS: Final = ("f", "m")


def placed(
    respondents: pd.DataFrame, design: Design, domains: list[Domain], age_groups: Sequence[str]
) -> tuple[Places, np.ndarray]:
    """Each person's PSU and finest group, and which groups (rows) each domain (columns) is the sum of."""
    area = numbered(respondents["area"], FOCUS)
    if (area < 0).any():
        raise ValueError("a respondent without county")
    gender, age = numbered(respondents["gender"], _GENDERS), numbered(respondents["age"], age_groups)
    roma = respondents["roma"].to_numpy(dtype=bool)
    sizes = (len(FOCUS), len(_GENDERS) + 1, len(age_groups) + 1, 2)
    # -1 (neither f nor m, no age) becomes 0, a group that only totals count.
    code = np.ravel_multi_index((area, gender + 1, age + 1, roma.astype(int)), sizes)
    present, group = np.unique(code, return_inverse=True)
    held = np.array(np.unravel_index(present, sizes)).T
    membership = np.column_stack([_holds(domain, held, age_groups) for domain in domains]).astype(float)
    return Places(design.psu, group, len(design.psus), len(present), design.weights), membership


def _holds(domain: Domain, groups: np.ndarray, age_groups: Sequence[str]) -> np.ndarray:
    """Whether the domain holds each group (rows of area, gender, age, Roma numbers)."""
    inside = np.ones(len(groups), dtype=bool)
    if domain.area != FOUR_COUNTIES:
        inside &= groups[:, 0] == FOCUS.index(domain.area)
    if domain.gender != "all":
        inside &= groups[:, 1] == _GENDERS.index(domain.gender) + 1
    if domain.age != "all":
        inside &= groups[:, 2] == list(age_groups).index(domain.age) + 1
    if domain.population == ROMA:
        inside &= groups[:, 3] == 1
    return inside
