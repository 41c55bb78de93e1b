"""Checks of ready counts, one row a cell. A message tells the row and the column, never a count that is sound."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from data.model.service_counts import ALL, GROUPS
from data.reading.cell_checks import unclear_numbers
from data.reading.cells import numbers
from data.reading.findings import Finding
from data.reading.raw_table import RawTable
from data.services.records.form import CODES, RecordsCodebook

CELL = tuple(role for role in CODES["counts"] if role != "service")


def count_findings(table: RawTable, codebook: RecordsCodebook) -> Iterator[Finding]:
    """Counts that are none, cells told twice, cycles outside the period, services that do not fit their total."""
    rows, roles = table.values, codebook.roles
    cells, counts = rows[roles["count"]], numbers(rows[roles["count"]])
    whole = "a whole number of persons, from 0"
    sound = counts.ge(0) & counts.mod(1).eq(0)
    yield Finding(whole, roles["count"], whole, cells[~sound])
    yield unclear_numbers(table, roles["count"], rows.index)
    coded = pd.DataFrame({role: rows[roles[role]].map(codebook.codes[role]) for role in CODES["counts"]})
    expected = f"cycle {' or '.join(codebook.cycles)}, as the codebook's period says"
    outside = coded["cycle"].notna() & ~coded["cycle"].isin(codebook.cycles)
    yield Finding(expected, roles["cycle"], expected, rows.loc[outside, roles["cycle"]])
    known = coded.notna().all(axis=1)
    yield _twice(table, codebook, coded[known])
    yield from _linked(codebook, coded[known & sound].assign(count=counts))


def _twice(table: RawTable, codebook: RecordsCodebook, coded: pd.DataFrame) -> Finding:
    again = coded.index[coded.duplicated()]
    first = coded.reset_index().groupby([*coded])["index"].transform("first").set_axis(coded.index)
    rows = pd.Series([str(table.row_of(int(first[position]))) for position in again], index=again, dtype="str")
    expected = "a cell of its own"
    return Finding(expected, codebook.roles["service"], expected, rows, lambda row: f"the cell of row {row}")


def _linked(codebook: RecordsCodebook, coded: pd.DataFrame) -> Iterator[Finding]:
    """The different persons of a cell are at least those of its largest service, at most those of all together."""
    table = coded.drop_duplicates([*CELL, "service"]).pivot(index=[*CELL], columns="service", values="count")
    table = table.reindex(columns=[*GROUPS, ALL]).fillna(0)
    services = table[list(GROUPS)]
    apart = (table[ALL] < services.max(axis=1)) | (table[ALL] > services.sum(axis=1))
    wrong = pd.MultiIndex.from_frame(coded[[*CELL]]).isin(table.index[np.asarray(apart)])
    # One row a cell: that of the total where there is one.
    order = coded.assign(other=coded["service"].ne(ALL))[wrong].sort_values("other", kind="stable")
    chosen = order[~order.duplicated([*CELL])].sort_index()
    expected = f"the different persons of the cell ({ALL}): no fewer than in one service, no more than in all together"
    places = pd.Series("", index=chosen.index, dtype="str")
    yield Finding(expected, codebook.roles["count"], expected, places, lambda _: "a total that the services exclude")
