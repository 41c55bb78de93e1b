"""One question's answers added up by PSU and finest group of respondents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from data.model.questionnaire import MEAN, Asked, Question


@dataclass(frozen=True, eq=False)
class Places:
    """Where the persons stand: `psu` and `group` number of each, how many of either there are, and the weights."""

    psu: np.ndarray
    group: np.ndarray
    psus: int
    groups: int
    weights: np.ndarray

    @cached_property
    def cell(self) -> np.ndarray:
        """PSU x group of each person, as one number."""
        return self.psu * self.groups + self.group


@dataclass(frozen=True, eq=False)
class Tally:
    """An answer, a net or the base: weighted sums by PSUs x groups, and how many persons by group.

    For the mean of a scale `weighted` sums weight x score, and `persons` means nothing.
    """

    code: str
    weighted: np.ndarray
    persons: np.ndarray


Nets = dict[str, tuple[str, ...]]  # code of a net -> the answers it joins
BASE: Final = ""  # the code of the tally of everybody with an answer


def tallies(respondents: pd.DataFrame, question: Question, asked: Asked, places: Places) -> Iterator[Tally]:
    """The base first (code ``), then answers, nets, and for a scale the mean (scores 1, 2 … by the order of answers).

    ValueError where a respondent's answer is not one the wave offered.
    """
    codes = tuple(answer.code for answer in asked.answers if not answer.net_of)
    nets = {answer.code: answer.net_of for answer in asked.answers if answer.net_of}
    if question.kind == "multi":
        return _multi(respondents, question.code, codes, nets, places)
    return _single(respondents, question, codes, nets, places)


def _single(
    respondents: pd.DataFrame,
    question: Question,
    codes: tuple[str, ...],
    nets: Nets,
    places: Places,
) -> Iterator[Tally]:
    answer = numbered(respondents[question.code], codes)
    answered = answer >= 0
    # One count over answer x PSU x group serves all answers; nets and the mean are sums of those.
    size = places.psus * places.groups
    cell = answer[answered] * size + places.cell[answered]
    weighted = np.bincount(cell, places.weights[answered], len(codes) * size)
    weighted = weighted.reshape(len(codes), places.psus, places.groups)
    spread = answer[answered] * places.groups + places.group[answered]
    persons = np.bincount(spread, minlength=len(codes) * places.groups).reshape(len(codes), places.groups)
    yield Tally(BASE, weighted.sum(axis=0), persons.sum(axis=0))
    yield from (Tally(code, *part) for code, *part in zip(codes, weighted, persons, strict=True))
    for net, members in nets.items():
        chosen = [codes.index(member) for member in members]
        yield Tally(net, weighted[chosen].sum(axis=0), persons[chosen].sum(axis=0))
    if question.kind == "scale":
        yield Tally(MEAN, np.tensordot(np.arange(1.0, len(codes) + 1), weighted, 1), persons.sum(axis=0))


def _multi(
    respondents: pd.DataFrame, question: str, codes: tuple[str, ...], nets: Nets, places: Places
) -> Iterator[Tally]:
    given = {code: respondents[f"{question}/{code}"].to_numpy(dtype=float) for code in codes}
    answered = ~np.logical_and.reduce([np.isnan(column) for column in given.values()])
    yield _counted(BASE, answered, places)
    yield from (_counted(code, column == 1, places) for code, column in given.items())
    for net, members in nets.items():
        yield _counted(net, np.logical_or.reduce([given[member] == 1 for member in members]), places)


def _counted(code: str, chosen: np.ndarray, places: Places) -> Tally:
    """The persons who are `chosen`."""
    weighted = np.bincount(places.cell[chosen], places.weights[chosen], places.psus * places.groups)
    persons = np.bincount(places.group[chosen], minlength=places.groups)
    return Tally(code, weighted.reshape(places.psus, places.groups), persons)


def numbered(said: pd.Series, codes: Sequence[str]) -> np.ndarray:
    """The number of each person's code in the list, -1 where it is empty or missing; ValueError for any other code."""
    given = said.astype("category").cat
    numbers = pd.Index(codes).get_indexer(given.categories)
    foreign = [str(code) for code, number in zip(given.categories, numbers, strict=True) if number < 0 and code != ""]
    if foreign:
        raise ValueError(f"{said.name}: expected {', '.join(codes)}, found {', '.join(foreign)}")
    # pandas numbers a missing value -1, and the last place is its.
    return np.append(numbers, -1)[given.codes.to_numpy()]
