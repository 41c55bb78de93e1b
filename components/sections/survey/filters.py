"""The survey's filters: answer, wave, population, gender, age, comparison, and what the sample can show with them."""

from collections.abc import Sequence

import streamlit as st

from components import state, store
from components.address.reading import earlier_waves, has_roma, offer_in, possible_comparisons
from components.address.selection import LAYERS, POPULATIONS, SURVEY_COMPARISONS, Compare, Selection
from components.sections.filters import choose_age, choose_gender
from components.widgets.choices import choose, choose_from_list
from components.wording.survey import answer_name
from data import FOCUS, Filters, Indicator, Question, Survey, Wave, cycle_of
from data.model.questionnaire import WAVES
from data.model.survey_measure import measure_of
from i18n import Text


def choose_answer(t: Text, question: Question) -> str:
    """The answer that map and table show, at first the question's headline."""
    codes = question.answer_codes
    return choose_from_list(
        "answer",
        (question.headline, *(code for code in codes if code != question.headline)),
        label=t("survey.answer"),
        name=lambda code: answer_name(t, question, code),
        placeholder=t("filter.placeholder"),
    )


def choose_survey_selection(t: Text, survey: Survey, question: Question) -> Selection:
    """The answer, wave, population, gender, age and comparison chosen among what the question has."""
    with st.sidebar:
        answer = choose_answer(t, question)
        measure = measure_of(survey, question, answer)
        wave = choose_wave(t, survey, question)
        population = choose_population(t, survey, measure, answer, wave)
        key = ("offer", *store.edition(), question.code, answer, population, wave.period)
        offer = store.remembered(key, lambda: offer_in(survey, question.code, answer, population, wave.period))
        gender, age = "all", "all"
        if population == POPULATIONS[0]:
            gender = choose_gender(t, offer)
            age = choose_age(t, offer, gender)
        filters = Filters(gender=gender, age=age, period=wave.period)
        compare = choose_survey_comparison(
            t, possible_comparisons(measure, filters, offer, population, earlier_waves(survey, question, wave))
        )
        layer = choose("layer", LAYERS, label=t("survey.layer"), name=lambda code: t(f"layer.{code}"))
    return Selection(
        measure,
        filters,
        cycle_of(wave.period),
        compare=compare,
        county=state.choice("county", FOCUS),
        answer=answer,
        population=population,
        layer=layer,
    )


def choose_wave(t: Text, survey: Survey, question: Question) -> Wave:
    """A wave that asked the question, at first the latest; the others stand disabled."""
    asked = {each.wave: survey.wave_of(each) for each in question.asked}
    code = choose(
        "wave",
        tuple(asked),
        default=question.asked[-1].wave,
        label=t("survey.wave"),
        name=lambda code: t(f"wave.{code}"),
        lacking=[each for each in WAVES if each not in asked],
        reason=t("survey.wave_lacking"),
    )
    return asked[code]


def choose_population(t: Text, survey: Survey, measure: Indicator, answer: str, wave: Wave) -> str:
    """Everybody asked, or the Roma domain where the wave has it."""
    key = ("roma", *store.edition(), measure.code, answer, wave.period)
    with_roma = store.remembered(key, lambda: has_roma(survey, measure.code, answer, wave.period))
    possible = POPULATIONS if with_roma else POPULATIONS[:1]
    return choose(
        "population",
        possible,
        label=t("survey.population"),
        name=lambda code: t(f"population.{code}"),
        lacking=[code for code in POPULATIONS if code not in possible],
        reason=t("survey.population_lacking"),
    )


def choose_survey_comparison(t: Text, possible: Sequence[Compare]) -> Compare:
    """A comparison that the selection allows."""
    return choose(
        "compare",
        possible,
        label=t("filter.compare"),
        name=lambda code: t(f"survey_compare.{code}"),
        lacking=[code for code in SURVEY_COMPARISONS if code not in possible],
        reason=t("survey.compare_lacking"),
    )
