"""The survey card's charts: the chosen answer over what is compared, and all answers of the question."""

import pandas as pd
import streamlit as st

from components import store
from components.appearance import is_narrow, palette
from components.card.chart_tab import draw
from components.card.comparison import Comparison, rows_shown
from components.card.model import Card
from components.legend import Legend
from components.notices import show_lines, show_marks
from components.survey.answers import by_age, place_of
from components.survey.figures import Look, answer_rows, chosen_figure, draw_answers, has_chosen_figure
from components.survey.verdicts import age_lines, change_lines, pattern_lines
from components.survey.waves import areas_in_waves
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
