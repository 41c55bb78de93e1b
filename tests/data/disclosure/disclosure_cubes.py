"""Seeded cubes of people reached, and what the tests do with all of them."""

from functools import cache

import numpy as np
from exact_attacker import Attacker, Labels

from data.disclosure.cube import CubeSpec, at_most
from data.disclosure.facts import Fact, fact_rows
from data.disclosure.protect import Protected, protect
from data.disclosure.rules import spread, thresholds

REACHED = CubeSpec(
    {
        "area": ("AL-09", "AL-10", "AL-07", "AL-11"),
        "gender": ("f", "m"),
        "age": ("0-17", "18-24", "25+"),
        "service": ("outreach", "support", "reintegration", "education"),
        "cycle": ("1", "2"),
    },
    at_most(2, ("area", "gender", "age", "service"), "cycle"),
)
# The same with two counties and three services: small enough to be attacked without any help.
FEWER = CubeSpec(
    {**REACHED.dimensions, "area": REACHED.dimensions["area"][:2], "service": REACHED.dimensions["service"][:3]},
    at_most(2, ("area", "gender", "age", "service"), "cycle"),
)
CHILDREN = {("age", "0-17"): 10}
SMALL = CubeSpec(
    {"area": ("a", "b", "c", "d"), "gender": ("f", "m"), "age": ("0-17", "18-24", "25+"), "cycle": ("1", "2")},
    at_most(2, ("area", "gender", "age"), "cycle"),
)


def people(spec: CubeSpec, persons: int, seed: int) -> np.ndarray:
    """Counts of so many persons, unevenly spread over the categories and their crossings."""
    random = np.random.default_rng(seed)
    share = np.ones(())
    for categories in spec.dimensions.values():
        share = np.multiply.outer(share, random.dirichlet(np.full(len(categories), 3.0)))
    share = share * random.gamma(2.0, 1.0, size=share.shape)
    return random.multinomial(persons, (share / share.sum()).ravel()).reshape(spec.shape)


@cache
def reached(
    persons: int, seed: int, *, children: bool = False, fewer: bool = False
) -> tuple[np.ndarray, np.ndarray, Protected]:
    """Counts of REACHED or FEWER, thresholds and what protects them, made once for all tests."""
    spec = FEWER if fewer else REACHED
    counts = people(spec, persons, seed)
    least = thresholds(spec, 5, CHILDREN if children else {})
    return counts, least, protect(spec, counts, threshold=least, seconds=300)


def least_of(spec: CubeSpec, threshold: int | np.ndarray) -> dict[Labels, int]:
    """The attacker's own list of least counts, by labels."""
    cells = Attacker(spec.dimensions, spec.apart).everything()
    return dict(zip(cells, map(int, spread(spec, threshold).ravel()), strict=True))


def attacker(spec: CubeSpec, facts: list[Fact] | None = None) -> Attacker:
    """One who knows the facts but has not read the table yet."""
    spy = Attacker(spec.dimensions, spec.apart)
    for row, low, high in zip(*fact_rows(spec, facts or []), strict=True):
        spy.knows(row, low, high)
    return spy
