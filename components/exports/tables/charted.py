"""Which rows of a table its chart shows: one measure in one unit, at most thirty bars."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from components.exports.tables.bars import AT_MOST, Bar, Charted, label_with, number
from components.exports.tables.charted_wide import charted_columns
from components.exports.tables.columns import NAMED, made_up
from components.exports.tables.model import Table
from data.model.observations import SHOWN
from data.model.periods import sort_key

_NARROWED: Final = ("period", "age", "gender", "population", "answer")  # given up in this order when rows are too many


def charted(table: Table) -> Charted | None:
    """The table's first measure as bars; None where the table holds no figures, or none that is shown."""
    if not table.has_observations:
        return charted_columns(table)
    found = _charted_rows(table) if table.rows["status"].isin(SHOWN).any() else None
    return found if found and any(bar.value is not None for bar in found.bars) else None


def _charted_rows(table: Table) -> Charted:
    first = table.rows[table.rows["status"].isin(SHOWN)].iloc[0]
    same = table.rows["indicator"] == first["indicator"]
    if "unit" in table.rows:  # a mean score does not stand beside shares
        same &= table.rows["unit"] == first["unit"]
    rows, only = _narrowed(table.rows[same])
    bars = _bars(rows)
    note = next((measure for measure in table.measures if measure.code == first["indicator"]), None)
    label = note.label if note else str(first["indicator"])
    return Charted(
        measure=label,
        unit=str(first.get("unit", note.unit if note else "")),
        decimals=table.decimals_of(rows)[0],
        bars=bars[:AT_MOST],
        only=((label, *only) if len(table.measures) > 1 else only),
        left_out=max(len(bars) - AT_MOST, 0),
    )


def _bars(rows: pd.DataFrame) -> tuple[Bar, ...]:
    states = rows["text"] if "text" in rows else rows.get("status_text", rows["status"])
    told = zip(_labels(rows), states, rows.to_dict("records"), made_up(rows), strict=True)
    return tuple(
        Bar(
            label=label if row["status"] in SHOWN else label_with(label, state),
            value=number(row["value"]),
            low=number(row["value_low"]),
            upp=number(row["value_upp"]),
            is_unreliable=row["status"] == "unreliable",
            is_made_up=bool(mark),
        )
        for label, state, row, mark in told
    )


def _narrowed(rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """At most so many rows, by keeping one code with figures of one dimension after the other; and which, in words."""
    only: list[str] = []
    for dimension in _NARROWED:
        if len(rows) <= AT_MOST:
            break
        if rows[dimension].nunique() > 1:
            rows = rows[rows[dimension] == _kept(dimension, rows.loc[rows["status"].isin(SHOWN), dimension])]
            named = next((name for name, code in NAMED.items() if code == dimension and name in rows), dimension)
            only.append(str(rows[named].iloc[0]))
    return rows, tuple(only)


def _kept(dimension: str, codes: pd.Series) -> str:
    """The latest period; of other dimensions the total, or the first where there is none."""
    if dimension == "period":
        return max(codes, key=sort_key)
    return "all" if codes.eq("all").any() else str(codes.iloc[0])


def _labels(rows: pd.DataFrame) -> list[str]:
    named = [name if name in rows else code for name, code in NAMED.items() if name in rows or code in rows]
    varying = [name for name in named if rows[name].nunique() > 1]
    return _joined(rows, varying or [name for name in named if name in ("name", "area")])


def _joined(rows: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    return [" · ".join(str(cell) for cell in cells if cell) for cells in rows.loc[:, list(columns)].to_numpy()]
