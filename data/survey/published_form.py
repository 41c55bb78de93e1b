"""What `published.toml` must say: the waves that sources print figures of, and the questions those answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.model.catalogue import DIRECTIONS
from data.model.errors import Problem
from data.model.questionnaire import BLOCKS, MODES, QUESTION_KINDS, WAVES, Answer, Asked, Question, Wave
from data.reading.rules import (
    AGES,
    BOOLEAN,
    CODE,
    LABEL,
    PERIOD,
    TEXT,
    WORDS,
    Rule,
    broken_rules,
    is_list,
    one_of,
)

FILE = "survey/published.toml"
PUBLISHED = "published"
_COUNT: Rule = (lambda value: type(value) is int and value > 0, "a whole number above 0")
_WAVE: dict[str, Rule] = {
    "code": one_of(WAVES),
    "period": PERIOD,
    "mode": one_of(MODES),
    "ages": AGES,
    "persons": _COUNT,
    "source": TEXT,
    "universe": WORDS,
    "sampling": WORDS,
    "weights": WORDS,
}
_QUESTION: dict[str, Rule] = {
    "code": CODE,
    "wave": one_of(WAVES),
    "block": one_of(BLOCKS),
    "kind": one_of(QUESTION_KINDS),
    "label": LABEL,
    "text": WORDS,
    "headline": CODE,
    "higher_is": one_of(DIRECTIONS),
    "sensitive": BOOLEAN,
    "answers": (lambda value: is_list(value, lambda each: isinstance(each, dict), 1), "at least one answer"),
}
_ANSWER: dict[str, Rule] = {"code": CODE, "sq": TEXT, "en": TEXT}


@dataclass(frozen=True)
class Printed:
    """The waves and questions of the file, by code."""

    waves: dict[str, Wave] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)


def printed_form(content: Mapping[str, Any]) -> tuple[Printed, list[Problem]]:
    """The waves and questions that the file describes; without them where there are problems."""
    waves, questions = content.get("wave", []), content.get("question", [])
    problems = [
        problem
        for kind, blocks, rules in (("wave", waves, _WAVE), ("question", questions, _QUESTION))
        for number, block in enumerate(blocks, start=1)
        for problem in broken_rules(FILE, f"{kind} {number} ", block, rules)
    ]
    if problems:
        return Printed(), problems
    rounds = {block["code"]: _wave(block) for block in waves}
    problems = [problem for block in questions for problem in _question_problems(block, rounds)]
    if problems:
        return Printed(), problems
    return Printed(rounds, {block["code"]: _question(block, rounds[block["wave"]]) for block in questions}), []


def _question_problems(block: dict[str, Any], waves: Mapping[str, Wave]) -> list[Problem]:
    place = f"question {block['code']} "
    problems = [
        problem
        for number, answer in enumerate(block["answers"], start=1)
        for problem in broken_rules(FILE, f"{place}answer {number} ", answer, _ANSWER)
    ]
    codes = [answer.get("code") for answer in block["answers"]]
    if block["wave"] not in waves:
        problems.append(Problem(FILE, 0, f"{place}wave", "a [[wave]] of this file", block["wave"]))
    if block["headline"] not in codes:
        problems.append(Problem(FILE, 0, f"{place}headline", "one of its answers", block["headline"]))
    return problems


def _wave(block: dict[str, Any]) -> Wave:
    youngest, oldest = block["ages"]
    # How the sample was drawn is not printed: 0 PSUs and strata say so.
    unknown: dict[str, Any] = {"kind": PUBLISHED, "age_groups": (), "revisited": False, "psus": 0, "strata": 0}
    return Wave(**{**block, **unknown, "ages": (youngest, oldest)})


def _question(block: dict[str, Any], wave: Wave) -> Question:
    answers = tuple(Answer(each["code"], {"sq": each["sq"], "en": each["en"]}) for each in block["answers"])
    own = {key: block[key] for key in ("code", "block", "kind", "label", "headline", "higher_is", "sensitive")}
    asked = Asked(wave.code, PUBLISHED, block["text"], wave.universe, answers)
    return Question(**own, comparability="comparable", comparability_reason={}, asked=(asked,))
