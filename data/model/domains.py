"""The groups a survey question is answered for: at most two of county, gender and age, and Roma as their own group."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from data.model.dimensions import FOCUS, FOUR_COUNTIES, GENDERS
from data.model.microdata import ROMA

SURVEY_AREAS = (FOUR_COUNTIES, *FOCUS)


class Domain(NamedTuple):
    """One group of respondents, by its codes."""

    area: str
    gender: str = "all"
    age: str = "all"
    population: str = "all"


ROMA_DOMAIN = Domain(FOUR_COUNTIES, population=ROMA)


def offered(age_groups: Sequence[str]) -> list[Domain]:
    """Every domain that is estimated, in canonical order; Roma last."""
    return [each for each in _crossed(age_groups) if not is_too_deep(each)] + [ROMA_DOMAIN]


def listed(age_groups: Sequence[str]) -> Iterator[Domain]:
    """Every domain that a reader can ask for: the offered ones and those that are never estimated."""
    yield from _crossed(age_groups)
    yield ROMA_DOMAIN


def is_too_deep(domain: Domain) -> bool:
    """Whether county, gender and age are all specified: a sample of this size cannot carry that."""
    return domain.area != FOUR_COUNTIES and domain.gender != "all" and domain.age != "all"


def _crossed(age_groups: Sequence[str]) -> Iterator[Domain]:
    for area, gender, age in product(SURVEY_AREAS, GENDERS, ("all", *age_groups)):
        yield Domain(area, gender, age)
