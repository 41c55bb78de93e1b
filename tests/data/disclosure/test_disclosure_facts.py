"""What others know already: earlier releases, exact figures, counts that are parts of others."""

import numpy as np
import pandas as pd
import pytest
from disclosure_cubes import SMALL, attacker, least_of, people

from data.disclosure.checker import check
from data.disclosure.cube import CubeSpec, at_most
from data.disclosure.errors import DisclosureError
from data.disclosure.facts import Fact, facts_of, known_total, part_of
from data.disclosure.protect import protect
from data.disclosure.rules import thresholds

EARLIER = CubeSpec(SMALL.dimensions, [frozenset({"area", "age"}), frozenset({"gender", "age", "cycle"}), frozenset()])
LATER = CubeSpec(SMALL.dimensions, at_most(2, ("area", "gender"), "cycle"))


def linked(children: int) -> tuple[CubeSpec, np.ndarray]:
    """Persons, and of whom victims: two measures that are never added up."""
    spec = CubeSpec(
        {"measure": ("persons", "victims"), "area": ("a", "b", "c"), "gender": ("f", "m"), "cycle": ("1", "2")},
        at_most(2, ("area", "gender"), "cycle"),
        apart=frozenset({"measure"}),
    )
    persons = people(CubeSpec({"area": ("a", "b", "c"), "gender": ("f", "m"), "cycle": ("1", "2")}, []), 160, children)
    victims = np.random.default_rng(children).binomial(persons, 0.3)
    return spec, np.array([persons, victims])


def test_two_releases_each_proven_alone_can_give_someone_away_together_and_are_refused() -> None:
    caught = 0
    for seed in range(5):
        counts = people(SMALL, 130, seed)
        first, second = protect(EARLIER, counts), protect(LATER, counts)
        facts, asked = facts_of(EARLIER, first.table, 5), least_of(LATER, 5)
        spy = attacker(LATER, facts)
        spy.reads(second.table, asked)
        if not spy.wins(counts, asked, first=True):
            continue
        caught += 1
        assert check(LATER, second.table, second.proof) == []
        assert any("fact" in problem for problem in check(LATER, second.table, second.proof, facts=facts))
        together = protect(LATER, counts, facts=facts)
        assert check(LATER, together.table, together.proof, facts=facts, counts=counts) == []
        spy = attacker(LATER, facts)
        spy.reads(together.table, asked)
        assert spy.wins(counts, asked) == []
        if caught == 2:
            break
    assert caught == 2


def test_an_earlier_release_with_other_age_groups_is_not_differenced() -> None:
    """18-24 is small; an earlier figure joins it with the children, whom the new table would show."""
    counts = people(SMALL, 400, 1)
    counts[0, 0, 1, :] = [1, 1]
    young = Fact(((1, {"area": ("a",), "gender": ("f",), "age": ("0-17", "18-24")}),),
                 *[int(counts[0, 0, :2, :].sum())] * 2)  # fmt: skip
    children = Fact(((1, {"area": ("a",), "gender": ("f",), "age": ("0-17",)}),), *[int(counts[0, 0, 0, :].sum())] * 2)
    result = protect(SMALL, counts)
    assert check(SMALL, result.table, result.proof, facts=[young])
    safe = protect(SMALL, counts, facts=[young])
    spy, asked = attacker(SMALL, [young]), least_of(SMALL, 5)
    spy.reads(safe.table, asked)
    assert spy.wins(counts, asked) == []
    with pytest.raises(DisclosureError, match="cannot be hidden"):
        protect(SMALL, counts, facts=[young, children])  # together these two tell the small count to everybody


def test_an_exact_national_total_is_the_attackers_too() -> None:
    counts = people(SMALL, 150, 3)
    facts = [known_total({"cycle": cycle}, int(counts[..., place].sum())) for place, cycle in enumerate("12")]
    result = protect(SMALL, counts, facts=facts)
    assert np.array_equal(
        result.proof.witnesses.sum(axis=(1, 2, 3)),
        np.full((len(result.proof.witnesses), 2), counts.sum(axis=(0, 1, 2))),
    )
    spy, asked = attacker(SMALL, facts), least_of(SMALL, 5)
    spy.reads(result.table, asked)
    assert spy.wins(counts, asked) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_linked_counts_are_protected_with_their_inequality(seed: int) -> None:
    spec, counts = linked(seed)
    least = thresholds(spec, 5, {("measure", "victims"): 10})
    facts = part_of(spec, "measure", "victims", "persons")
    result = protect(spec, counts, threshold=least, facts=facts)
    assert check(spec, result.table, result.proof, threshold=least, facts=facts) == []
    assert (result.proof.witnesses[:, 1] <= result.proof.witnesses[:, 0]).all()
    assert set(result.table["measure"]) == {"persons", "victims"}
    spy, asked = attacker(spec, facts), least_of(spec, least)
    spy.reads(result.table, asked)
    assert spy.wins(counts, asked) == []
    swapped = part_of(spec, "measure", "persons", "victims")
    assert check(spec, result.table, result.proof, threshold=least, facts=swapped)


def test_facts_that_contradict_the_counts_stop_everything_and_the_message_tells_no_count() -> None:
    counts = people(SMALL, 150, 3)
    with pytest.raises(DisclosureError, match="1 of 1 facts") as stopped:
        protect(SMALL, counts, facts=[known_total({}, 149)])
    assert "149" not in str(stopped.value) and "150" not in str(stopped.value)


def test_a_corrected_vintage_stands_beside_the_earlier_one_as_a_slice_without_rows() -> None:
    """The counts grew after the first release: both vintages in one cube, the earlier known by its table alone."""
    then = people(SMALL, 130, 5)
    now = then + np.random.default_rng(5).poisson(0.4, then.shape)
    first = protect(SMALL, then)
    with pytest.raises(DisclosureError, match="facts"):
        protect(SMALL, now, facts=facts_of(SMALL, first.table, 5))
    spec = CubeSpec({"vintage": ("then", "now"), **SMALL.dimensions}, SMALL.breakdowns, apart=frozenset({"vintage"}),
                    unpublished=frozenset({("vintage", "then")}))  # fmt: skip
    facts = [*facts_of(SMALL, first.table, 5, at={"vintage": "then"})]
    both = np.array([then, now])
    second = protect(spec, both, facts=facts)
    assert set(second.table["vintage"]) == {"now"} and len(second.table) == len(first.table)
    spy, asked = attacker(spec, facts), least_of(spec, 5)
    spy.reads(second.table, asked)
    spy.tries(second.proof.witnesses)
    assert spy.wins(both, asked) == []


def test_facts_of_reads_shown_rows_only_and_starts_at_the_threshold() -> None:
    spec = CubeSpec({"area": ("a", "b")}, [frozenset({"area"}), frozenset()])
    table = pd.DataFrame({
        "area": ["a", "b", "all"], "value": pd.array([10, None, 25], dtype="Int64"),
        "status": ["ok", "suppressed", "ok"], "reason": ["", "too_few_people", ""],
    })  # fmt: skip
    assert facts_of(spec, table, 10) == [
        Fact(((1, {"area": ("a",)}),), 10, 12),
        Fact(((1, {"area": ("a", "b")}),), 23, 27),
    ]


def test_a_fact_about_something_outside_the_cube_is_an_error() -> None:
    for where in ({"area": "z"}, {"type": "a"}):
        with pytest.raises(DisclosureError, match="not in the cube"):
            protect(SMALL, people(SMALL, 150, 3), facts=[known_total(where, 10)])
