"""Which groups of one question are set beside each other, and which comparisons a reader sees together."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from data.model.dimensions import FOCUS, FOUR_COUNTIES, GENDERS
from data.statistics.protected.domains import SURVEY_AREAS, Domain, offered


class Pair(NamedTuple):
    """Two domains compared, from first to last; pairs of one `family` are corrected together, answer by answer."""

    dimension: str
    first: Domain
    last: Domain
    family: str


def pairs_within(age_groups: Sequence[str]) -> list[Pair]:
    """The pairs of one wave: counties, genders (men to women) and age groups (younger to older)."""
    return [*_areas(age_groups), *_genders(age_groups), *_ages(age_groups)]


def pairs_between(earlier: Sequence[str], later: Sequence[str]) -> list[Pair]:
    """Each domain that both waves have with itself, given the age groups of each; the five areas stand together."""
    both = set(offered(earlier)) & set(offered(later))
    return [
        Pair("period", domain, domain, f"period {domain.gender} {domain.age} {domain.population}")
        for domain in offered(later)
        if domain in both
    ]


def _areas(age_groups: Sequence[str]) -> Iterator[Pair]:
    groups = [("all", "all"), *((gender, "all") for gender in GENDERS[1:]), *(("all", age) for age in age_groups)]
    for (gender, age), (first, last) in product(groups, combinations(FOCUS, 2)):
        yield Pair("area", Domain(first, gender, age), Domain(last, gender, age), f"area {gender} {age}")


def _genders(age_groups: Sequence[str]) -> Iterator[Pair]:
    for area in SURVEY_AREAS:
        yield Pair("gender", Domain(area, "m"), Domain(area, "f"), "gender areas")
    for age in age_groups:
        yield Pair("gender", Domain(FOUR_COUNTIES, "m", age), Domain(FOUR_COUNTIES, "f", age), "gender ages")


def _ages(age_groups: Sequence[str]) -> Iterator[Pair]:
    groups = [*((area, "all") for area in SURVEY_AREAS), *((FOUR_COUNTIES, gender) for gender in GENDERS[1:])]
    for (area, gender), (first, last) in product(groups, combinations(age_groups, 2)):
        yield Pair("age", Domain(area, gender, first), Domain(area, gender, last), f"age {area} {gender}")
