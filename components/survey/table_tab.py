"""The survey card's tables: the chosen answer by area, and all answers by area."""

import pandas as pd
import streamlit as st

from components.card.comparison import Comparison
from components.card.model import Card
from components.card.table_tab import show_table
from components.survey.answers import all_answers, own_rows
from data import FOCUS
from i18n import Text


def show_answers_table(t: Text, card: Card, comparison: Comparison | None) -> None:
    """The rows of the card, then every answer of the question under the same filters."""
    show_table(t, card, comparison)
    st.subheader(t("survey.every_answer"), anchor=False)
    st.table(answers_by_area(t, card), hide_index=True, alt=t("survey.every_answer"))


def answers_by_area(t: Text, card: Card) -> pd.DataFrame:
    """One row an answer, one column an area: the figure as text, with its interval where there is one."""
    filters, whole = card.selection.filters, card.selection.indicator.whole
    rows = own_rows(card.selection)
    rows = rows[rows["gender"].eq(filters.gender) & rows["age"].eq(filters.age)]
    told = all_answers(t, card.selection, rows)
    told = told.assign(
        cell=[
            t("survey.cell", figure=text, interval=interval) if interval else text
            for text, interval in zip(told["text"], told["interval_text"], strict=True)
        ]
    )
    table = told.pivot(index="row", columns="area", values="cell").reindex(told["row"].drop_duplicates())
    names = told.drop_duplicates("row").set_index("row")["row_name"]
    areas = [area for area in (whole, *FOCUS) if area in table]
    table = table[areas].rename(columns={area: t.area(area) for area in areas})
    return table.assign(**{t("survey.answer"): names}).loc[:, [t("survey.answer"), *table.columns]]
