"""The card's table: figure, interval, base and state of every area shown."""

import pandas as pd
import streamlit as st

from components.card.model import Card
from components.choices import choose
from components.selection import ORDERS
from components.legend import show_states
from components.notices import show_notes, show_small
from data import COUNTIES, COUNTRY, FOCUS
from i18n import Text

SHOWN = ("name", "text", "interval_text", "base_text", "status_text", "period_text")



def show_table(t: Text, card: Card) -> None:
    """The rows of the view in a real table, in the order chosen, with their count."""
    order = choose("sort", ORDERS, label=t("table.sort"), name=lambda code: t(f"table.sort_{code}"))
    rows = rows_shown(card)
    if order == "value":
        rows = rows.sort_values("value", ascending=False, na_position="last", kind="stable")
    st.table(table_of(t, rows), hide_index=True, alt=t("table.alt", title=card.title))
    show_small([t.plural("table.rows", len(rows), filters=" · ".join(card.pills))])
    show_states(t, rows)
    show_notes(t, card.notes, at_most=3)


def rows_shown(card: Card) -> pd.DataFrame:
    """The rows of the chosen view: four counties or twelve, and the country; a national series over its periods."""
    if card.selection.indicator.level != "county":
        return card.history
    areas = (*(FOCUS if card.selection.view == "four" else COUNTIES), COUNTRY)
    return card.frame[card.frame["area"].isin(areas)]


def table_of(t: Text, rows: pd.DataFrame) -> pd.DataFrame:
    """The worded columns under their headings."""
    return rows.loc[:, list(SHOWN)].rename(columns={column: t(f"column.{column}") for column in SHOWN})
