"""Waves and questions as a document of plain lists and texts, and back."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from data.model.questionnaire import Answer, Asked, Question, Wave

Document = dict[str, list[dict[str, Any]]]


def to_document(waves: Iterable[Wave], questions: Iterable[Question]) -> Document:
    """What `survey.json` holds: `waves` and `questions`, each with the fields of its class."""
    return {"waves": [asdict(wave) for wave in waves], "questions": [asdict(question) for question in questions]}


def from_document(document: Any) -> tuple[tuple[Wave, ...], dict[str, Question]]:
    """The waves, and the questions by code; ValueError where the document has another form."""
    try:
        waves = tuple(_wave(entry) for entry in document["waves"])
        questions = [_question(entry) for entry in document["questions"]]
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"another form, {type(error).__name__}: {error}") from None
    return waves, {question.code: question for question in questions}


def _wave(entry: dict[str, Any]) -> Wave:
    first, last = entry["ages"]
    return Wave(**{**entry, "ages": (first, last), "age_groups": tuple(entry["age_groups"])})


def _question(entry: dict[str, Any]) -> Question:
    return Question(**{**entry, "asked": tuple(_asked(asked) for asked in entry["asked"])})


def _asked(entry: dict[str, Any]) -> Asked:
    # Releases made before the routing was told have none.
    routing = {code: tuple(answers) for code, answers in entry.get("asked_if", {}).items()}
    return Asked(**{**entry, "answers": tuple(_answer(answer) for answer in entry["answers"]), "asked_if": routing})


def _answer(entry: dict[str, Any]) -> Answer:
    return Answer(**{**entry, "net_of": tuple(entry["net_of"])})
