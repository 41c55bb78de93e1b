"""The wide shape: a row a measure and group, the areas beside each other."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from components.exports.tables.columns import (
    LOW_ENDING,
    N_ENDING,
    STATE_ENDING,
    STATE_TEXT_ENDING,
    UPP_ENDING,
)
from components.exports.tables.model import Table
from data.model.dimensions import area_order
from data.model.observations import source_ids
from i18n import Text

CODES = ("indicator", "answer", "gender", "age", "population", "cycle", "period", "kind")
NAMES = (
    "indicator_name", "answer_name", "gender_name", "age_name", "population_name", "cycle_name", "period_text",
    "kind_text", "unit", "unit_code", "demonstration", "release",
)  # fmt: skip
# Of each area's columns; the endings are those of components.exports.tables.columns.
PARTS = {
    "": "value",
    LOW_ENDING: "value_low",
    UPP_ENDING: "value_upp",
    N_ENDING: "n",
    STATE_ENDING: "status",
    STATE_TEXT_ENDING: "status_text",
}
ALWAYS = ("", N_ENDING, STATE_ENDING, STATE_TEXT_ENDING)
FIGURES = ("", LOW_ENDING, UPP_ENDING)


def wide_of(t: Text, table: Table) -> Table:
    """The same figures with each area's value, interval, base and state in columns of its own; sources as one column.

    A state in words says why a figure is hidden, or that the release has no such row; there its code is empty.
    """
    areas, rows = areas_in(table.rows), wide_rows(t, table.rows)
    most = max(table.decimals_of(table.rows))
    named = {f"{area}{part}": t(f"desk.wide{part}", area=t.area(area)) for area in areas for part in PARTS}
    meant = {f"{area}{part}": t(f"desk.wide{part}_meaning", area=t.area(area)) for area in areas for part in PARTS}
    return replace(
        table,
        rows=rows,
        headings={column: named.get(column) or table.headings[column] for column in rows.columns},
        meanings={column: meant.get(column) or table.meanings[column] for column in rows.columns},
        decimals={column: most for area in areas for part in FIGURES if (column := f"{area}{part}") in rows},
    )


def wide_rows(t: Text, rows: pd.DataFrame) -> pd.DataFrame:
    """The worded rows side by side; an interval that no area has is left out."""
    wide = rows[[*CODES, *NAMES]].drop_duplicates(list(CODES)).reset_index(drop=True)
    parts = {part: name for part, name in PARTS.items() if part in ALWAYS or rows[name].notna().any()}
    for area in areas_in(rows):
        own = rows[rows["area"].eq(area)].set_index(list(CODES))[list(parts.values())]
        wide = wide.join(own.set_axis([f"{area}{part}" for part in parts], axis="columns"), on=list(CODES))
        without = {f"{area}{STATE_ENDING}": "", f"{area}{STATE_TEXT_ENDING}": t("desk.no_row")}
        wide = wide.fillna(without)
    told = {"note": ids_of, "note_text": texts_of, "source": ids_of, "citation": citations_of}
    cited = rows.groupby(list(CODES), sort=False).agg(told)
    return wide.join(cited, on=list(CODES))


def ids_of(cells: pd.Series) -> str:
    """The ids or codes in the cells, each once."""
    return " ".join(source_ids(cells))


def texts_of(cells: pd.Series) -> str:
    """The cells' texts, each once."""
    return " ".join(dict.fromkeys(cell for cell in cells if cell))


def citations_of(cited: pd.Series) -> str:
    """The citations in the cells, each once."""
    return "; ".join(dict.fromkeys(each for cell in cited if cell for each in cell.split("; ")))


def areas_in(rows: pd.DataFrame) -> list[str]:
    """The areas that the rows are of, in their order."""
    return sorted(rows["area"].unique(), key=area_order)


def first_of(rows: pd.DataFrame, count: int, by: Sequence[str] = CODES) -> pd.DataFrame:
    """The rows that make the first `count` rows of the wide shape."""
    return rows[rows.groupby(list(by), sort=False).ngroup().lt(count)]
