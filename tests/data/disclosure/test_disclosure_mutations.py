"""Whatever is altered in a proven table or its proof, the checker refuses it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from disclosure_cubes import SMALL, attacker, least_of, people

from data.disclosure.checker import check
from data.disclosure.cube import lattice, published
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
