"""Whatever is altered in a proven table or its proof, the checker refuses it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from disclosure_cubes import SMALL, attacker, least_of, people

from data.disclosure.checker import check
from data.disclosure.cube import lattice, published
from data.disclosure.errors import DisclosureError
from data.disclosure.protect import Protected, protect
from data.disclosure.rules import rounded

COUNTS = people(SMALL, 150, 3)
TRUE = lattice(SMALL, COUNTS)[published(SMALL)]


@pytest.fixture(scope="module")
def safe() -> Protected:
    return protect(SMALL, COUNTS)


def unhidden(table: pd.DataFrame, row: int, value: int) -> pd.DataFrame:
    altered = table.copy()
    altered.loc[row, ["value", "status", "reason"]] = [value, "ok", ""]
    return altered


def test_unhiding_any_complementary_cell_is_refused_and_mostly_gives_someone_away(safe: Protected) -> None:
    hidden = np.flatnonzero(safe.table["status"].eq("suppressed") & (TRUE >= 5))
    asked, won = least_of(SMALL, 5), 0
    assert len(hidden) > 5
    for row in hidden:
        altered = unhidden(safe.table, row, int(rounded(TRUE[row])))
        assert check(SMALL, altered, safe.proof)
        spy = attacker(SMALL)
        spy.reads(altered, asked)
        spy.tries(safe.proof.witnesses)
        won += bool(spy.wins(COUNTS, asked, first=True))
    print(f"un-hidden complementary cells: refused {len(hidden)} of {len(hidden)}, the attacker wins in {won}")
    assert won > len(hidden) / 2


def test_unhiding_any_small_or_empty_cell_is_refused(safe: Protected) -> None:
    hidden = np.flatnonzero(safe.table["status"].eq("suppressed") & (TRUE < 5))
    assert len(hidden) > 5
    assert (TRUE[hidden] == 0).any()
    for row in hidden:
        for value in {0, 5, int(rounded(TRUE[row]))}:
            assert check(SMALL, unhidden(safe.table, row, value), safe.proof), value


def test_altering_any_shown_value_is_refused(safe: Protected) -> None:
    shown = np.flatnonzero(safe.table["status"].eq("ok"))
    for row in shown:
        for step in (-5, -1, 5):
            altered = safe.table.copy()
            altered.loc[row, "value"] += step
            assert check(SMALL, altered, safe.proof), (row, step)


def test_every_witness_is_needed(safe: Protected) -> None:
    for each in range(len(safe.proof.witnesses)):
        fewer = replace(safe.proof, witnesses=np.delete(safe.proof.witnesses, each, axis=0))
        assert check(SMALL, safe.table, fewer)


def test_no_witness_may_be_fractional_negative_or_of_another_shape(safe: Protected) -> None:
    whole = safe.proof.witnesses
    fractional, negative = whole.astype(float), whole.copy()
    fractional[0, 0, 0, 0, 0] += 0.5
    negative[0, 0, 0, 0, 0] = -1
    for wrong, word in ((fractional, "whole"), (negative, "negative"), (whole[:, :3], "shape"), (whole[:0], "shape")):
        (problem,) = check(SMALL, safe.table, replace(safe.proof, witnesses=wrong))
        assert word in problem
    assert check(SMALL, safe.table, replace(safe.proof, witnesses=np.full(whole.shape, np.nan)))


def test_a_witness_with_one_person_more_in_a_shown_sum_at_its_edge_is_refused(safe: Protected) -> None:
    refused = 0
    for each in np.ndindex(*COUNTS.shape):
        altered = safe.proof.witnesses.copy()
        altered[(0, *each)] += 5
        refused += bool(check(SMALL, safe.table, replace(safe.proof, witnesses=altered)))
    assert refused == COUNTS.size  # the grand total is shown, so five more persons cannot stay unseen


def test_a_small_cell_left_out_of_the_protected_is_seen_while_the_counts_are_at_hand(safe: Protected) -> None:
    for cell in zip(*np.nonzero(safe.proof.protected), strict=True):
        fewer = safe.proof.protected.copy()
        fewer[cell] = False
        assert check(SMALL, safe.table, replace(safe.proof, protected=fewer), counts=COUNTS)


def test_one_mark_each_cell_once_and_no_further_column(safe: Protected) -> None:
    table, row = safe.table, int(safe.table["status"].eq("suppressed").idxmax())
    for altered in (
        table.assign(reason=table["reason"].where(table.index != row, "complementary")),
        table.assign(status=table["status"].where(table.index != row, "secondary")),
        table.assign(value=table["value"].where(table.index != row, 0)),
        table.assign(kind="primary"),
        table.iloc[1:],
        pd.concat([table, table.iloc[:1]]),
        table.iloc[::-1],
    ):
        assert check(SMALL, altered, safe.proof)
    assert set(table.loc[table["status"].eq("suppressed"), "reason"]) == {"too_few_people"}


@pytest.fixture(scope="module")
def plentiful() -> Protected:
    """A table in which nothing is small, so that nothing is hidden."""
    made = protect(SMALL, COUNTS * 0 + 40)
    assert made.table["status"].eq("ok").all()
    return made


@pytest.mark.parametrize("kind", ["safe", "plentiful"])
def test_hiding_any_shown_cell_more_is_refused_while_every_witness_shows_the_same_there(
    kind: str, request: pytest.FixtureRequest
) -> None:
    made: Protected = request.getfixturevalue(kind)
    sums = lattice(SMALL, made.proof.witnesses)[:, published(SMALL)]
    shown = np.flatnonzero(made.table["status"].eq("ok"))
    assert len(shown)
    for row in shown:
        assert len(set(rounded(sums[:, row]))) == 1
        altered = made.table.copy()
        altered.loc[row, ["value", "status", "reason"]] = [pd.NA, "suppressed", "too_few_people"]
        assert check(SMALL, altered, made.proof) == ["a hidden cell can be worked out (1 times)"]


@pytest.mark.parametrize("counts", [COUNTS, COUNTS * 0 + 40], ids=["sparse", "plentiful"])
def test_a_cell_hidden_by_order_is_found_a_witness_that_looks_otherwise(counts: np.ndarray) -> None:
    """The search, not only the checker, sees to it that who knows the rules learns nothing."""
    large = published(SMALL) & (lattice(SMALL, counts) >= 5)
    for cell in list(zip(*np.nonzero(large), strict=True))[::7]:
        stays = np.zeros(SMALL.lattice_shape, dtype=np.int64)
        stays[cell] = -1
        made = protect(SMALL, counts, stays=stays)
        hidden = made.table["status"].eq("suppressed").to_numpy()
        sums = lattice(SMALL, made.proof.witnesses)[:, published(SMALL)]
        looks = np.where(sums >= 5, rounded(sums), 0)
        assert hidden[np.flatnonzero(stays[published(SMALL)])].all()
        assert (looks.min(axis=0) < looks.max(axis=0))[hidden].all()


def test_what_stays_shown_is_never_hidden_for_another_cell_and_what_is_too_few_all_the_same(safe: Protected) -> None:
    shown = safe.table["status"].eq("ok").to_numpy()
    stays = np.zeros(SMALL.lattice_shape, dtype=np.int64)
    stays[published(SMALL)] = np.where(shown, 1, -1)
    assert protect(SMALL, COUNTS, stays=stays, seed=b"any").table.equals(safe.table)
    stays[published(SMALL)] = 1
    try:
        every = protect(SMALL, COUNTS, stays=stays).table["status"].eq("suppressed").to_numpy()
    except DisclosureError:
        return  # nothing but the small cells may be hidden: then there need be no proof
    assert np.array_equal(every, TRUE < 5)


def test_a_seed_chooses_among_solutions_and_chooses_the_same_again() -> None:
    drawn = [protect(SMALL, COUNTS, seed=bytes([each])).table for each in range(4)]
    assert len({tuple(table["status"]) for table in drawn}) > 1
    assert all(check(SMALL, table, protect(SMALL, COUNTS, seed=bytes([each])).proof) == []
               for each, table in enumerate(drawn[:2]))  # fmt: skip
    assert protect(SMALL, COUNTS, seed=bytes([3])).table.equals(drawn[3])
