"""People reached, 192 and 72 finest cells: the checker accepts, and an exact attacker learns no small count."""

import numpy as np
import pytest
from disclosure_cubes import FEWER, REACHED, SMALL, attacker, least_of, people, reached

from data.disclosure.checker import check
from data.disclosure.cube import CubeSpec, at_most
from data.disclosure.facts import facts_of
from data.disclosure.protect import protect
from data.disclosure.rules import rounded

# Many persons with a higher threshold for children; and so few that most cells are small.
CUBES = [(REACHED, 1200, 3, True), (FEWER, 50, 2, False)]


@pytest.mark.parametrize(("spec", "persons", "seed", "children"), CUBES)
def test_the_checker_accepts_and_the_attacker_learns_nothing(
    spec: CubeSpec, persons: int, seed: int, children: bool
) -> None:
    counts, least, result = reached(persons, seed, children=children, fewer=spec is FEWER)
    assert check(spec, result.table, result.proof, threshold=least, counts=counts) == []
    assert check(spec, result.table, result.proof, threshold=least) == []
    spy, asked = attacker(spec), least_of(spec, least)
    spy.reads(result.table, asked)
    if spec is REACHED:
        # Whole tables that the attacker finds to agree with all he knows spare him most of his programmes; the other
        # cube he solves without any.
        spy.tries(result.proof.witnesses)
    assert spy.wins(counts, asked) == []
    small = [cell for cell in spy.everything() if 0 < spy.inside(cell) @ counts.ravel() < asked[cell]]
    assert len(small) > 100


@pytest.mark.parametrize(("spec", "persons", "seed", "children"), CUBES)
def test_a_shown_value_is_the_rounded_count_and_no_small_or_empty_cell_is_shown(
    spec: CubeSpec, persons: int, seed: int, children: bool
) -> None:
    counts, least, result = reached(persons, seed, children=children, fewer=spec is FEWER)
    spy, asked = attacker(spec), least_of(spec, least)
    for row in result.table.to_dict("records"):
        cell = tuple(row[name] for name in spec.dimensions)
        true = int(spy.inside(cell) @ counts.ravel())
        if row["status"] == "ok":
            assert true >= asked[cell] and row["value"] == rounded(true) and abs(row["value"] - true) <= 2
        else:
            assert row["reason"] == "too_few_people"
    assert result.table["status"].eq("ok").sum() > 40


def test_hiding_small_cells_alone_would_give_people_away() -> None:
    """The attacker can win: against a table that only hides what is too few, he does."""
    counts = people(SMALL, 150, 3)
    result, asked, spy = protect(SMALL, counts), least_of(SMALL, 5), attacker(SMALL)
    naive = result.table.copy()
    cells = [tuple(cell) for cell in naive[list(SMALL.dimensions)].itertuples(index=False)]
    true = [int(spy.inside(cell) @ counts.ravel()) for cell in cells]
    enough = np.array(true) >= [asked[cell] for cell in cells]
    assert enough.sum() > result.table["status"].eq("ok").sum()
    naive["value"], naive["status"] = rounded(np.array(true)), np.where(enough, "ok", "suppressed")
    spy.reads(naive, asked)
    assert spy.wins(counts, asked, first=True)


@pytest.mark.parametrize(("spec", "persons", "seed"), [(FEWER, 500, 3), (SMALL, 150, 4)])
def test_a_second_release_is_proven_together_with_the_first(spec: CubeSpec, persons: int, seed: int) -> None:
    counts = people(spec, persons, seed)
    earlier = CubeSpec(spec.dimensions, at_most(1, tuple(spec.dimensions)[:3], "cycle"))
    first = protect(earlier, counts, seconds=300)
    facts = facts_of(earlier, first.table, 5)
    second = protect(spec, counts, facts=facts, seconds=300)
    assert check(spec, second.table, second.proof, facts=facts, counts=counts) == []
    spy, asked = attacker(spec, facts), least_of(spec, 5)
    spy.reads(second.table, asked)
    if spec is FEWER:
        spy.tries(second.proof.witnesses)
    assert spy.wins(counts, asked) == []
