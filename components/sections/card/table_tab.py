"""The card's table: figure, interval, base and state of every area shown."""

import pandas as pd
import streamlit as st

from components.address.selection import ORDERS
from components.exhibits.card import Card
from components.exhibits.comparison import Comparison, rows_of
from components.exhibits.legend import states_present
from components.widgets.choices import choose
from components.widgets.notices import show_marks, show_small
from i18n import Text

SHOWN = ("side", "name", "text", "interval_text", "base_text", "status_text", "period_text")


def show_table(t: Text, card: Card, comparison: Comparison | None) -> None:
    """The rows of the view in a real table, in the order chosen, with their count."""
    order = choose("sort", ORDERS, label=t("table.sort"), name=lambda code: t(f"table.sort_{code}"))
    rows = rows_of(t, card, comparison)
    if order == "value":
        rows = rows.sort_values("value", ascending=False, na_position="last", kind="stable")
    st.table(table_of(t, rows), hide_index=True, alt=t("table.alt", title=card.title))
    show_small([t.plural("table.rows", len(rows), filters=" · ".join(card.pills))])
    show_marks(t, states_present(t, rows), card.notes, at_most=3)


def table_of(t: Text, rows: pd.DataFrame) -> pd.DataFrame:
    """The worded columns under their headings; a column without a single entry is left out."""
    columns = [column for column in SHOWN if column in rows and rows[column].ne("").any()]
    return rows.loc[:, columns].rename(columns={column: t(f"column.{column}") for column in columns})
