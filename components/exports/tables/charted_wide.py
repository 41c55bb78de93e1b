"""A wide table's first row with figures as bars, one a column of figures."""

from collections.abc import Hashable, Mapping
from typing import Any

from components.exports.tables.bars import AT_MOST, Bar, Charted, label_with, number
from components.exports.tables.columns import LOW_ENDING, NAMED, STATE_ENDING, STATE_TEXT_ENDING, UPP_ENDING, made_up
from components.exports.tables.model import Table

Row = Mapping[Hashable, Any]


def charted_columns(table: Table) -> Charted | None:
    """The bars of the first row that shows any figure; None where no row does, or the table has no such columns."""
    columns = [column for column in table.decimals if column in table.rows and not _is_bound(column, table)]
    figures = table.rows.loc[:, columns]
    shown = figures.notna().any(axis="columns")
    if not shown.any():
        return None
    place = int(shown.to_numpy().argmax())
    row, mark = table.rows.iloc[place].to_dict(), bool(made_up(table.rows).iloc[place])
    bars = tuple(_bar(table, row, column, is_made_up=mark) for column in columns[:AT_MOST])
    named = [str(row[name]) for name in NAMED if row.get(name)]
    return Charted(
        measure=" · ".join(named),
        unit=str(row.get("unit", "")),
        decimals=table.own_decimals(columns[0])[place],
        bars=bars,
        only=tuple(named) if len(table.rows) > 1 else (),
        left_out=len(columns) - len(bars),
    )


def _is_bound(column: str, table: Table) -> bool:
    return any(column.endswith(end) and column.removesuffix(end) in table.decimals for end in (LOW_ENDING, UPP_ENDING))


def _bar(table: Table, row: Row, column: str, *, is_made_up: bool) -> Bar:
    value = number(row[column])
    state = str(row.get(f"{column}{STATE_TEXT_ENDING}", row.get(f"{column}{STATE_ENDING}", "")))
    return Bar(
        label=label_with(table.heading(column), state) if value is None and state else table.heading(column),
        value=value,
        low=number(row.get(f"{column}{LOW_ENDING}")),
        upp=number(row.get(f"{column}{UPP_ENDING}")),
        is_unreliable=value is not None and _named_in(table, "unreliable", state),
        is_made_up=is_made_up,
    )


def _named_in(table: Table, code: str, state: str) -> bool:
    """Whether a state in words is the one of this code, by the table's own list."""
    return any(known == code and name.lower() in state.lower() for known, name, _ in table.states)
