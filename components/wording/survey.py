"""A survey question's own words, which come with the release, laid over the words of the language."""

from dataclasses import replace
from functools import cache

from components.wording.labels import first_words
from data import Asked, Question
from data.model.questionnaire import MEAN
from i18n import Text

RENAMED = "survey_words."  # before a key of the general words: what the survey says instead
LABEL_WORDS = 6  # a card's title has 15, of which what the tests say may take eight


def with_question(t: Text, question: Question, answer: str) -> Text:
    """The words of the language, with those that an indicator has for one answer of the question."""
    chosen, latest = answer_name(t, question, answer), question.asked[-1]
    text = asked_text(t, question, latest)
    own = {
        "label": short_label(t, question, chosen),
        "measure": t("survey.mean_measure" if answer == MEAN else "survey.measure", answer=chosen, text=text),
        "universe": latest.universe[t.language],
    }
    named = {f"indicator.{question.code}.{part}": said for part, said in own.items()}
    return replace(t, table=t.table | named | renamed(t))


@cache
def renamed(t: Text) -> dict[str, str]:
    """What the survey says instead of the general words."""
    return {key.removeprefix(RENAMED): said for key, said in t.table.items() if key.startswith(RENAMED)}


def asked_text(t: Text, question: Question, asked: Asked) -> str:
    """The wording of the question; where the source does not give it, what the question is about."""
    return question.label[t.language] if asked.kind == "published" else asked.text[t.language]


def short_label(t: Text, question: Question, chosen: str) -> str:
    """Question and answer where both are short enough for a title; else the answer, the question standing above it."""
    whole = t("survey.label", question=question.label[t.language], answer=chosen)
    return whole if len(whole.split()) <= LABEL_WORDS else t("survey.quoted", text=first_words(chosen, LABEL_WORDS))


def answer_name(t: Text, question: Question, answer: str) -> str:
    """What an answer, a net or the mean score is called."""
    if answer == MEAN:
        return t("survey.mean", points=t.number(len(question.answers)))
    named = {each.code: each.words for each in (*question.answers, *question.nets)}
    return named[answer][t.language]


def verdict(t: Text, question: Question) -> str:
    """Whether the waves can be compared, and why not or with what care."""
    if len({asked.wave for asked in question.asked}) < 2:
        return t("passport.one_wave")
    reason = question.comparability_reason.get(t.language, "")
    return " ".join(part for part in (t(f"passport.{question.comparability}"), reason) if part)
