"""Hidden counts of people reached that anybody could work out of a release and those before it.

An attacker has the published tables only. What they say together are inequalities over the finest cells of a cube
(data.disclosure.facts). Neither true counts nor proofs are read, so this can be repeated wherever the releases are.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import pandas as pd

from data.disclosure.cube import CubeSpec
from data.disclosure.facts import Fact, fact_rows
from data.disclosure.rules import SUPPRESSED
from data.model.dimensions import FOUR_COUNTIES
from data.model.frames import rows_of
from data.model.service_counts import ALL, COUNTS_KEY
from data.releasing.rehearsal.attack import Undecided, is_possible, worked_out
from data.releasing.rehearsal.model import Point
from data.services.case import Public
from data.services.cubes import PERSONS, fewest_shown, links, services_cube, told
from data.services.known import known_facts
from data.services.vintages import EARLIER, GROWN, NOW, both_vintages, growth, placed

SERVICE_COUNTS: Final = "service_counts"


def recovery_points(
    table: pd.DataFrame, earlier: Sequence[pd.DataFrame], vulnerable: Sequence[str], public: Public
) -> Iterator[Point]:
    """A point for each hidden row of the `table` (columns of COUNTS) that can be worked out, never with its count.

    `earlier` are the tables of the releases before, the newest first; one of another kind of figures (a demonstration
    beside real ones) tells nothing. `vulnerable` are the services of which fewer than 10 are hidden; `public` holds
    figures of others.
    """
    for cycle, rows in table.groupby("cycle"):
        cube = services_cube(str(cycle))
        hidden = rows_of(rows[rows["status"].eq(SUPPRESSED)])
        own = told(cube, rows, vulnerable) + links(cube) + known_facts(cube, public.known, public.values)
        alike = [each[each["cycle"].eq(cycle)] for each in earlier if set(each["kind"]) == set(rows["kind"])]
        past = [told(cube, each, vulnerable) for each in alike if len(each)]
        yield from _cycle_points(cube, hidden, own, past, vulnerable)


def _cycle_points(
    cube: CubeSpec, hidden: list[dict[str, Any]], own: list[Fact], past: list[list[Fact]], vulnerable: Sequence[str]
) -> Iterator[Point]:
    keys = [" ".join([SERVICE_COUNTS, *(str(row[name]) for name in COUNTS_KEY)]) for row in hidden]
    if not hidden:
        return
    targets = [Fact(((1, _where(cube, row)),)) for row in hidden]
    try:
        spec, facts = together(cube, own, past)
    except Undecided:
        yield from (Point("undecided", key) for key in keys)
        return
    cells, _, _ = fact_rows(spec, targets if spec is cube else placed(targets, NOW))
    fewest = [_fewest(cube, row, vulnerable) for row in hidden]
    for key, answer in zip(keys, worked_out(fact_rows(spec, facts), cells, fewest), strict=True):
        if answer is not False:
            yield Point("undecided" if answer is None else "recoverable", key)


def together(cube: CubeSpec, own: list[Fact], past: list[list[Fact]]) -> tuple[CubeSpec, list[Fact]]:
    """All that is known, in one cube: earlier tables as far as they can speak of the counts of now.

    The newest that cannot stands in a second vintage, its persons some of those of now, if that can be. Undecided where
    it was not found out, or where the release's own figures contradict each other.
    """
    if not is_possible(fact_rows(cube, own)):
        raise Undecided
    changed = None
    for facts in past:
        if is_possible(fact_rows(cube, own + facts)):
            own = own + facts
        elif changed is None:
            changed = facts
    if changed is None:
        return cube, own
    wide = both_vintages(cube)
    grown = placed(own, NOW) + placed(links(cube) + changed, EARLIER) + growth(wide, GROWN)
    return (wide, grown) if is_possible(fact_rows(wide, grown)) else (cube, own)


def _cell(row: dict[str, Any]) -> dict[str, str]:
    """A row's codes in the cube's own words."""
    code = {FOUR_COUNTIES: ALL}
    cell = {name: code.get(row[name], str(row[name])) for name in COUNTS_KEY}
    return {**cell, "service": PERSONS if row["service"] == ALL else row["service"]}


def _where(cube: CubeSpec, row: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: (_cell(row)[name],) for name in cube.dimensions if _cell(row)[name] != ALL}


def _fewest(cube: CubeSpec, row: dict[str, Any], vulnerable: Sequence[str]) -> int:
    cell = _cell(row)
    place = tuple(labels.index(cell[name]) for name, labels in zip(cube.dimensions, cube.labels, strict=True))
    return int(fewest_shown(cube, vulnerable)[place])
