"""The two cubes of a programme cycle, and what links them.

The first counts different persons by county, gender and age; the second counts them by service too, and has the
first's counts in it as the category `persons`, of which everybody knows that it is no smaller than any service and no
larger than all together. Persons are never added up over services, nor over cycles: who is met in both is not
published, so the cycles are cubes of their own.
"""

from collections.abc import Collection
from itertools import product
from typing import Final

import numpy as np
import pandas as pd

from data.disclosure.cube import CubeSpec, at_most, cells, published
from data.disclosure.facts import Fact, facts_of, part_of
from data.disclosure.rules import FEWEST, FEWEST_VULNERABLE, thresholds
from data.model.dimensions import FOUR_COUNTIES
from data.model.service_counts import AGES, ALL, AREAS, GENDERS, GROUPS

PERSONS: Final = "persons"  # the category that stands beside the services, in tables called `all`
CHILDREN: Final = "0-17"
_PLACES: Final = {"area": AREAS, "gender": GENDERS, "age": AGES}


def persons_cube(cycle: str) -> CubeSpec:
    """Different persons of one cycle: totals, and at most two of county, gender and age."""
    return CubeSpec(
        dimensions={**_PLACES, "cycle": (cycle,)},
        breakdowns=at_most(2, tuple(_PLACES), along="cycle"),
        apart=frozenset({"cycle"}),
    )


def services_cube(cycle: str) -> CubeSpec:
    """Persons of each service of one cycle: totals, and one of county, gender and age."""
    return CubeSpec(
        dimensions={"service": (*GROUPS, PERSONS), **_PLACES, "cycle": (cycle,)},
        breakdowns=at_most(1, tuple(_PLACES), along="cycle"),
        apart=frozenset({"service", "cycle"}),
        unpublished=frozenset({("service", PERSONS)}),
    )


def cubes_of(cycle: str) -> tuple[CubeSpec, CubeSpec]:
    """Both cubes of a cycle in the order in which they are protected: the second builds on the first's table."""
    return persons_cube(cycle), services_cube(cycle)


def name_of(cube: CubeSpec) -> str:
    """What a cube's proof is called: persons-1, services-1, persons-2, services-2."""
    return f"{'services' if 'service' in cube.dimensions else 'persons'}-{cube.dimensions['cycle'][0]}"


def fewest_shown(cube: CubeSpec, vulnerable: Collection[str]) -> np.ndarray:
    """Least count that may be shown, by lattice cell: 10 for children and for services of victims or Roma, else 5.

    Different persons take the strictest of the services. Were they shown from 5 on, a shown 5 would tell that no
    service of theirs reached 10, and the small count of a service that is shown from 10 on only could not be hidden.
    """
    persons = FEWEST_VULNERABLE if vulnerable else FEWEST
    stricter = {("age", CHILDREN): FEWEST_VULNERABLE}
    if "service" not in cube.dimensions:
        return thresholds(cube, persons, stricter)
    of_services = {("service", group): FEWEST_VULNERABLE for group in vulnerable}
    return thresholds(cube, FEWEST, {**stricter, **of_services, ("service", PERSONS): persons})


def links(cube: CubeSpec) -> list[Fact]:
    """In every finest cell: each service's persons are some of the persons, who are at most all services together."""
    facts = [fact for group in GROUPS for fact in part_of(cube, "service", group, PERSONS)]
    others = {name: kinds for name, kinds in cube.dimensions.items() if name != "service"}
    for cell in product(*others.values()):
        where = {name: (each,) for name, each in zip(others, cell, strict=True)}
        parts = ((1, {**where, "service": GROUPS}), (-1, {**where, "service": (PERSONS,)}))
        facts.append(Fact(parts, low=0))
    return facts


def told(cube: CubeSpec, table: pd.DataFrame, vulnerable: Collection[str]) -> list[Fact]:
    """What a published table tells of a cube: its own rows, and beside services those of the persons."""
    facts = facts_of(cube, as_cube(table, cube), fewest_shown(cube, vulnerable))
    if "service" in cube.dimensions:
        persons = persons_cube(cube.dimensions["cycle"][0])
        rows, fewest = as_cube(table, persons), fewest_shown(persons, vulnerable)
        facts += facts_of(persons, rows, fewest, at={"service": PERSONS})
    return facts


def shown_values(cube: CubeSpec, table: pd.DataFrame) -> np.ndarray:
    """What a published table shows on a cube's lattice, the persons beside the services too; NaN where nothing is."""
    values = np.full(cube.lattice_shape, np.nan)
    values[published(cube)] = as_cube(table, cube)["value"].to_numpy(dtype=float, na_value=np.nan)
    if "service" in cube.dimensions:
        values[cube.dimensions["service"].index(PERSONS)] = shown_values(
            persons_cube(cube.dimensions["cycle"][0]), table
        )
    return values


def as_published(table: pd.DataFrame) -> pd.DataFrame:
    """A cube's table in the words of the release: all services, the four counties."""
    service = table["service"].replace({PERSONS: ALL}) if "service" in table else ALL
    return table.assign(service=service, area=table["area"].replace({ALL: FOUR_COUNTIES}))


def as_cube(table: pd.DataFrame, cube: CubeSpec) -> pd.DataFrame:
    """The published cells of a cube in its own words and order, with what a published table says of each."""
    rows = table.assign(area=table["area"].replace({FOUR_COUNTIES: ALL}))
    if "service" not in cube.dimensions:
        rows = rows[rows["service"].eq(ALL)]
    names = [*cube.dimensions]
    return cells(cube, published(cube)).merge(rows[[*names, "value", "status", "reason"]], on=names, how="left")
