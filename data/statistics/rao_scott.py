"""Does the answer pattern differ between groups? Rao and Scott's second-order corrected test of a weighted table.

The Pearson statistic is divided by the mean of the design effects it mixes and compared with F; agrees with the `F` of
svychisq in R's survey package. [Rao & Scott 1984, Ann. Stat. 12]
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd
from scipy.stats import f as fisher

from data.statistics.design import Design

COLUMNS: Final = ("statistic", "df1", "df2", "p")
_ROUNDING: Final = 1e-12


def rao_scott(design: Design, tables: np.ndarray) -> pd.DataFrame:
    """Statistic, degrees of freedom and p of each table, a row per table: statistic, df1, df2, p.

    `tables` PSUs x tables x groups x answers: sums of weights. Groups must not share persons, and a person must stand
    under one answer. Groups and answers that nobody has are left out. NaN where fewer than two of either remain, where
    the table has so many empty cells that the test is not defined, or where its variance or df is 0.
    """
    tests = np.full((tables.shape[1], len(COLUMNS)), np.nan)
    for chosen, groups, answers in _alike(tables.sum(axis=0) > 0):
        filled = tables[:, chosen][:, :, groups][:, :, :, answers]
        tests[chosen] = _tested(design, filled)
    return pd.DataFrame(tests, columns=list(COLUMNS))


def _alike(filled: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Tables that lack the same groups and answers, with what they have; those too small for a test are passed over."""
    groups, answers = filled.any(axis=2), filled.any(axis=1)
    shapes, shape = np.unique(np.hstack([groups, answers]), axis=0, return_inverse=True)
    for number, kept in enumerate(shapes):
        rows, columns = (np.flatnonzero(part) for part in np.split(kept, [groups.shape[1]]))
        if len(rows) > 1 and len(columns) > 1:
            yield np.flatnonzero(shape == number), rows, columns


def _tested(design: Design, tables: np.ndarray) -> np.ndarray:
    """Tables x (statistic, df1, df2, p) of tables without an empty group or answer."""
    psus, count, groups, answers = tables.shape
    size = tables.sum(axis=(0, 2, 3))[:, None, None]
    share = tables.sum(axis=0) / size
    linearised = (tables - share * tables.sum(axis=(2, 3))[:, :, None, None]) / size
    inverse = np.divide(1, share, out=np.zeros_like(share), where=share > 0).reshape(count, -1, 1)
    directions = np.kron(_centred(groups), _centred(answers))
    scaled = inverse * directions
    projected = np.einsum("ptk,tkq->ptq", linearised.reshape(psus, count, -1), scaled)
    spread = design.deviations(projected.reshape(psus, -1)).reshape(psus, count, -1).transpose(1, 0, 2)
    effects = _solved(directions.T @ scaled, spread.transpose(0, 2, 1) @ spread)
    trace, squares = np.trace(effects, axis1=1, axis2=2), np.einsum("tij,tji->t", effects, effects)
    expected = share.sum(axis=2, keepdims=True) * share.sum(axis=1, keepdims=True)
    pearson = ((share - expected) ** 2 / expected).sum(axis=(1, 2))
    df = design.degrees(tables.sum(axis=(2, 3)) > 0)
    possible = np.where((df > 0) & (trace > _ROUNDING**2), 1.0, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):  # without variance there is no test: `possible` says so
        statistic, df1 = pearson / trace * possible, trace**2 / squares * possible
    return np.column_stack([statistic, df1, df1 * df, fisher.sf(statistic, df1, df1 * df)])


def _centred(size: int) -> np.ndarray:
    """A basis of what is left of `size` categories when their mean is taken out."""
    return np.eye(size)[:, 1:] - 1 / size


def _solved(under_independence: np.ndarray, observed: np.ndarray) -> np.ndarray:
    """The generalised design effects; NaN where empty cells leave a direction without variance under independence."""
    rank = np.linalg.matrix_rank(under_independence, hermitian=True)
    defined = (rank == under_independence.shape[-1])[:, None, None]
    safe = np.where(defined, under_independence, np.eye(under_independence.shape[-1]))
    return np.where(defined, np.linalg.solve(safe, observed), np.nan)
