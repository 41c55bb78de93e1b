"""Groups that together are a whole: what is left of the whole's base without theirs, and what may be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final, NamedTuple

from data.model.dimensions import FOCUS, FOUR_COUNTIES, GENDERS
from data.model.domains import ROMA_DOMAIN, SURVEY_AREAS, Domain, is_too_deep
from data.statistics.reliability import HIDDEN_BELOW

LEAST_LEFT: Final = HIDDEN_BELOW  # persons that a subtraction may leave, unless it leaves nobody


class Partition(NamedTuple):
    """A whole and groups in it that share nobody, by their keys in a table of bases; `dimension` tells them apart."""

    dimension: str
    whole: Any
    parts: tuple[Any, ...]


def residuals(bases: Mapping[Any, int], splits: Iterable[Partition]) -> Iterator[tuple[Partition, int]]:
    """Each partition whose told bases leave 1 to 24 persons, or fewer than nobody, and how many they leave.

    `bases` holds what is told exactly: a part that is not in it is part of what is left. Where no part is told, or the
    whole is not, nothing can be subtracted.
    """
    for split in splits:
        told = [bases[part] for part in split.parts if part in bases]
        if told and split.whole in bases:
            left = bases[split.whole] - sum(told)
            if left and left < LEAST_LEFT:
                yield split, left


def complete_partitions(age_groups: Sequence[str]) -> list[Partition]:
    """Every way in which offered groups make up another: counties, genders and ages, alone and crossed."""
    ages = ("all", *age_groups)
    splits = [
        *(_split("area", Domain(FOUR_COUNTIES, *group), FOCUS) for group in product(GENDERS, ages)),
        *(_split("gender", Domain(area, age=age), GENDERS[1:]) for area, age in product(SURVEY_AREAS, ages)),
        *(_split("age", Domain(*group), age_groups) for group in product(SURVEY_AREAS, GENDERS)),
    ]
    return [split for split in splits if len(split.parts) > 1 and not any(is_too_deep(part) for part in split.parts)]


def all_partitions(age_groups: Sequence[str]) -> list[Partition]:
    """The complete ones, and everybody of whom Roma are a part."""
    return [*complete_partitions(age_groups), Partition("population", Domain(FOUR_COUNTIES), (ROMA_DOMAIN,))]


def _split(dimension: str, whole: Domain, codes: Sequence[str]) -> Partition:
    return Partition(dimension, whole, tuple(whole._replace(**{dimension: code}) for code in codes))
