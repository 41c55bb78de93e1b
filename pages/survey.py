"""Survey: one question of the survey, its answers by county, gender, age and wave, and how far they can be trusted."""

from components import store
from components.sections.filters import active_text
from components.sections.survey.finder import choose_question
from components.sections.survey.show import show_answers
from components.widgets.notices import show_together
from components.wording import markup

t = active_text()
survey = store.release().survey

if survey.questions:
    question = choose_question(t, survey)
    show_answers(t, survey, question)
else:
    show_together(markup.heading(t("survey.title"), rank=1), markup.said([t("survey.nothing")]))
