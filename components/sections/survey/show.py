"""The survey page's parts: the question as it was asked, and its card."""

from functools import partial

from components import store
from components.address.selection import Selection
from components.exhibits.survey_answers import question_of
from components.exhibits.survey_figures import SURVEY_FIGURES
from components.exhibits.survey_waves import wave_name
from components.sections.apart import run_apart
from components.sections.card.download_tab import show_download
from components.sections.card.show import TABS, show_card
from components.sections.survey.chart_tab import show_answer_map, show_answers_chart, show_answers_table
from components.sections.survey.filters import choose_survey_selection
from components.sections.survey.passport import show_passport
from components.sections.survey.power import show_power
from components.widgets import titled
from components.widgets.notices import show_together
from components.widgets.unknown import unknown_named
from components.wording import markup
from components.wording.survey import asked_text, with_question
from data import Question, Survey
from i18n import Text

SURVEY_TABS = TABS | {
    "map": show_answer_map,
    "chart": show_answers_chart,
    "table": show_answers_table,
    "download": partial(show_download, figures=SURVEY_FIGURES),
    "about": show_passport,
}


@run_apart
def show_answers(t: Text, survey: Survey, question: Question) -> None:
    """The filters of a question, the question, and the card of the chosen answer: a choice among them leaves the finder
    above them as it is."""
    titled.begin()  # the page's heading is in this part
    with unknown_named(t):
        selection = choose_survey_selection(t, survey, question)
    show_power(t, selection)
    show_question(t, selection)
    show_survey_card(t, selection)


def show_question(t: Text, selection: Selection) -> None:
    """The page's title, the block, the question as the chosen wave asked it, and of whom."""
    survey, question = store.release().survey, question_of(selection)
    asked = next(each for each in question.asked if survey.wave_of(each).period == selection.filters.period)
    wave = survey.wave_of(asked)
    show_together(
        markup.heading(t("survey.title"), rank=1),
        markup.caption(t(f"block.{question.block}")),
        markup.heading(asked_text(t, question, asked)),
        markup.small([t("survey.asked_of", universe=asked.universe[t.language], wave=wave_name(t, wave))]),
        markup.said([asked.text[t.language]] if asked.kind == "published" else []),
        markup.said([t("survey.roma_context")] if selection.population == "roma" else []),
    )


def show_survey_card(t: Text, selection: Selection) -> None:
    """The card of the chosen answer, in the question's own words."""
    show_card(with_question(t, question_of(selection), selection.answer), selection, SURVEY_TABS)
