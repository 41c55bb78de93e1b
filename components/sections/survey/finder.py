"""The question finder: by block, or by any word of a question or answer, with or without diacritics."""

import streamlit as st

from components import state
from components.widgets.choices import choose_from_list
from components.widgets.matching import matches
from data import Question, Survey
from data.model.questionnaire import BLOCKS
from i18n import LANGUAGES, Text


def choose_question(t: Text, survey: Survey) -> Question:
    """The chosen question, found by its block or by any word in it; while words are searched, block does not narrow."""
    questions = survey.questions
    current = questions[state.recall("question", list(questions))]
    first_of = {block: next(code for code, q in questions.items() if q.block == block) for block in blocks_of(survey)}
    with st.sidebar:
        query = st.text_input(t("survey.search"), placeholder=t("survey.search_hint"), key="survey_query")
        st.selectbox(
            t("survey.block"),
            list(first_of),
            format_func=lambda code: t(f"block.{code}"),
            placeholder=t("filter.placeholder"),
            key=state.place("block", current.block),
            on_change=state.keep_first,
            args=("block", "question", first_of, "answer"),
        )
        found = found_questions(survey, current, query)
        if query:
            st.caption(t.plural("survey.found", len(found)) if found else t("survey.none_found"))
        code = choose_from_list(
            "question",
            list(dict.fromkeys((*found, current.code))),
            label=t("survey.question"),
            name=lambda code: question_name(t, questions[code]),
            placeholder=t("filter.placeholder"),
            outdated=("answer",),
        )
    return questions[code]


def found_questions(survey: Survey, current: Question, query: str) -> list[str]:
    """The codes of the questions that match the query; without one, those of the current question's block."""
    if query.strip():
        return [code for code, question in survey.questions.items() if matches(query, searched(question))]
    return [code for code, question in survey.questions.items() if question.block == current.block]


def blocks_of(survey: Survey) -> tuple[str, ...]:
    """The questionnaire's blocks that have a question."""
    return tuple(block for block in BLOCKS if any(each.block == block for each in survey.questions.values()))


def question_name(t: Text, question: Question) -> str:
    """The question's label, and that its figures are published where they are."""
    label = question.label[t.language]
    return t("survey.published_question", label=label) if question.asked[-1].kind == "published" else label


def searched(question: Question) -> str:
    """Every word a reader may look for, in every language: label, wording, answers."""
    texts = [question.label, *(asked.text for asked in question.asked)]
    texts += [answer.words for answer in (*question.answers, *question.nets)]
    return " ".join(text[language] for text in texts for language in LANGUAGES)
