"""Which groups of one question are set beside each other, and which comparisons stand or fall together."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from data.model.dimensions import FOCUS, FOUR_COUNTIES, GENDERS
from data.model.domains import SURVEY_AREAS, Domain, offered


class Family(NamedTuple):
    """Comparisons of one kind of group inside another: what `data.statistics.claims` corrects together.

    `subject` is what the page compares by them, `leading` whether they stand for it or look into a subgroup.
    """

    subject: str
    family: str
    leading: bool


class Pair(NamedTuple):
    """Two domains compared, from first to last, all answers of a family together."""

    dimension: str
    first: Domain
    last: Domain
    family: Family


def family_of(dimension: str, inside: Domain) -> Family:
    """The family of the comparisons by `dimension` in a domain, whose own column of that dimension says nothing."""
    fixed = {name: code for name, code in inside._asdict().items() if name != dimension}
    whole = all(fixed.get(name, "all") == "all" for name in ("gender", "age"))
    place = fixed.get("area", FOUR_COUNTIES)
    subject = dimension
    if dimension == "period" and inside.population != "all":
        subject = f"period {inside.population}"
    elif dimension == "period" and place != FOUR_COUNTIES:
        subject = "period counties"
    leading = whole and (dimension == "period" or place == FOUR_COUNTIES)
    return Family(subject, " ".join(fixed.values()), leading)


def pairs_within(age_groups: Sequence[str]) -> list[Pair]:
    """The pairs of one wave: counties, genders (men to women) and age groups (younger to older)."""
    return [*_areas(age_groups), *_genders(age_groups), *_ages(age_groups)]


def pairs_between(earlier: Sequence[str], later: Sequence[str]) -> list[Pair]:
    """Each domain that both waves have with itself, given the age groups of each; whole and counties apart."""
    both = set(offered(earlier)) & set(offered(later))
    return [Pair("period", domain, domain, family_of("period", domain)) for domain in offered(later) if domain in both]


def _areas(age_groups: Sequence[str]) -> Iterator[Pair]:
    groups = [("all", "all"), *((gender, "all") for gender in GENDERS[1:]), *(("all", age) for age in age_groups)]
    for (gender, age), (first, last) in product(groups, combinations(FOCUS, 2)):
        yield Pair(
            "area", Domain(first, gender, age), Domain(last, gender, age), family_of("area", Domain(first, gender, age))
        )


def _genders(age_groups: Sequence[str]) -> Iterator[Pair]:
    for area in SURVEY_AREAS:
        yield Pair("gender", Domain(area, "m"), Domain(area, "f"), family_of("gender", Domain(area)))
    for age in age_groups:
        men, women = Domain(FOUR_COUNTIES, "m", age), Domain(FOUR_COUNTIES, "f", age)
        yield Pair("gender", men, women, family_of("gender", men))


def _ages(age_groups: Sequence[str]) -> Iterator[Pair]:
    groups = [*((area, "all") for area in SURVEY_AREAS), *((FOUR_COUNTIES, gender) for gender in GENDERS[1:])]
    for (area, gender), (first, last) in product(groups, combinations(age_groups, 2)):
        younger, older = Domain(area, gender, first), Domain(area, gender, last)
        yield Pair("age", younger, older, family_of("age", younger))
