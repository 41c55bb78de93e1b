"""The first rows of a built table, as the screen shows them."""

import pandas as pd

from components.downloads.tables.worded_rows import worded_rows
from components.sections.card.table_tab import SHOWN
from components.sections.data.wide import CODES, areas_in, first_of
from data import Release
from i18n import Text

ROWS = 30
# Column in words -> column of the code: left out where it is the same in all rows, which title and filters say already.
NAMES = {
    "indicator_name": "indicator",
    "answer_name": "answer",
    "gender_name": "gender",
    "age_name": "age",
    "population_name": "population",
}
MEASURE = ("indicator_name", "answer_name")
FIGURES = ("period_text", "text", "interval_text", "base_text", "status_text")


def preview(t: Text, release: Release, rows: pd.DataFrame, shape: str) -> pd.DataFrame:
    """The first rows in the shape, worded, under their headings."""
    names = [name for name, code in NAMES.items() if rows[code].nunique() > 1]
    if shape == "wide":
        return wide_preview(t, worded_rows(t, release, first_of(rows, ROWS)), [*names, "period_text"])
    told = worded_rows(t, release, rows.head(ROWS))
    first, rest = [name for name in names if name in MEASURE], [name for name in names if name not in MEASURE]
    figures = [column for column in FIGURES if told[column].ne("").any()]
    shown = told[[*first, "name", *rest, *figures]]
    return shown.rename(columns=lambda column: heading(t, column))


def wide_preview(t: Text, told: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """One row a measure and group; a hidden figure has its word in the area's column."""
    cells = told.pivot(index=list(CODES), columns="area", values="text")[areas_in(told)].fillna(t("desk.no_row_mark"))
    groups = told[[*CODES, *names]].drop_duplicates(list(CODES))
    shown = groups.join(cells, on=list(CODES)).drop(columns=list(CODES))
    headings = {column: heading(t, column) for column in names}
    return shown.rename(columns=headings | {area: t.area(area) for area in areas_in(told)})


def heading(t: Text, column: str) -> str:
    """What a column is called: as in the tables of cards, or as in the files."""
    return t(f"column.{column}") if column in SHOWN else t(f"file_heading.{column}")


def row_count(rows: pd.DataFrame, shape: str) -> int:
    """How many rows the whole table has in the shape."""
    return int(rows.groupby(list(CODES)).ngroups) if shape == "wide" else len(rows)


def has_gaps(rows: pd.DataFrame) -> bool:
    """Whether an area has no row where another has one, so that the wide shape has a cell to fill."""
    return row_count(rows, "wide") * rows["area"].nunique() > len(rows)
