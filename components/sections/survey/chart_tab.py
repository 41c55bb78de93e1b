"""The survey card's charts: the chosen answer over what is compared, and all answers of the question."""

import pandas as pd
import streamlit as st

from components import store
from components.exhibits.card import Card
from components.exhibits.comparison import Comparison, rows_shown
from components.exhibits.legend import Legend
from components.exhibits.survey_answers import all_answers, by_age, own_rows, place_of
from components.exhibits.survey_figures import Look, answer_rows, chosen_figure, draw_answers, has_chosen_figure
from components.exhibits.survey_verdicts import age_lines, change_lines, pattern_lines
from components.exhibits.survey_waves import areas_in_waves
from components.sections.card.chart_tab import draw
from components.sections.card.map_tab import show_map_tab
from components.sections.card.table_tab import show_table
from components.widgets.browser import is_narrow, palette
from components.widgets.notices import show_lines, show_marks
from data import FOCUS
from i18n import Text


def show_answers_chart(t: Text, card: Card, comparison: Comparison | None) -> None:
    """Two figures at most, each with what the tests say of it."""
    look, signs = Look(palette(), is_narrow()), Legend()
    rows = store.remembered(("chosen rows", *card.key), lambda: chosen_rows(t, card, comparison))
    if has_chosen_figure(card):
        key = ("chosen", *card.key, look.narrow)
        signs += draw(t, card.title, rows, key, lambda: chosen_figure(t, card, comparison, look))
    match card.selection.compare:
        case "age":
            show_lines(age_lines(t, card))
        case "period":
            show_lines(change_lines(t, card))
        case "gender" if comparison:
            show_lines(comparison.lines)
        case _:
            show_lines([" ".join(card.sentences)])
    signs += show_all_answers(t, card)
    show_lines(pattern_lines(t, card))
    show_marks(t, signs, card.notes, at_most=3)


def show_all_answers(t: Text, card: Card) -> Legend:
    """Every answer of the question, over what is compared; gives what the figure's signs mean."""
    selection, place = card.selection, place_of(card.selection)
    st.subheader(t(f"survey.all_answers.{selection.compare}", area=t.area(place, "of")), anchor=False)
    rows, look = (
        store.remembered(("answer rows", *card.key), lambda: answer_rows(t, card)),
        Look(palette(), is_narrow()),
    )
    key = ("answers", *card.key, look.narrow)
    return draw(t, t("survey.answers_alt", place=t.area(place)), rows, key, lambda: draw_answers(t, card, rows, look))


def chosen_rows(t: Text, card: Card, comparison: Comparison | None) -> pd.DataFrame:
    """The rows that the first figure draws."""
    if card.selection.compare == "age":
        return by_age(t, card)
    return areas_in_waves(t, card) if card.selection.compare == "period" else rows_shown(card, comparison)


def show_answer_map(t: Text, card: Card, comparison: Comparison | None) -> None:
    """The map of the chosen answer; where counties have no figures, why, and the figure of all together."""
    if card.has_counties:
        show_map_tab(t, card, comparison)
        return
    show_lines([t(f"survey.no_map.{why_no_map(card)}"), *card.frame.loc[card.frame["value"].notna(), "spoken"]])
    signs = show_all_answers(t, card)
    show_marks(t, signs, card.notes, at_most=3)


def why_no_map(card: Card) -> str:
    """`roma`, `too_deep`, `not_asked` or `not_published`."""
    if card.selection.population != "all":
        return "roma"
    states = set(card.frame["status"])
    if "not_applicable" in states:
        return "too_deep"
    return "not_asked" if "not_asked" in states else "not_published"


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
