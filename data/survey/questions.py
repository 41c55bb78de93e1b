"""One questionnaire out of several waves' own."""

from collections.abc import Iterable
from dataclasses import replace

from data.model.errors import Problem, SourceError
from data.model.questionnaire import WAVES, Question


def merged(questions: Iterable[Question]) -> dict[str, Question]:
    """The questions of all waves by code: the latest wave's order and words first, then what only earlier ones asked.

    `asked` oldest first; sensitive if any wave says so; comparability as the later wave says. Published questions come
    before the others. Raises SourceError where one code means another kind of question, or was asked twice in a wave.
    """
    once = [replace(question, asked=(asked,)) for question in questions for asked in question.asked]
    parts: dict[str, list[Question]] = {}
    for question in sorted(once, key=_wave_number, reverse=True):
        parts.setdefault(question.code, []).append(question)
    problems = [problem for same in parts.values() for problem in _problems(same)]
    if problems:
        raise SourceError(problems)
    together = [_one(same) for same in parts.values()]
    return {question.code: question for question in sorted(together, key=lambda question: not _is_published(question))}


def _wave_number(question: Question) -> int:
    return WAVES.index(question.asked[0].wave)


def _one(same: list[Question]) -> Question:
    """`same` has the latest wave's first."""
    asked = tuple(question.asked[0] for question in reversed(same))
    return replace(same[0], asked=asked, sensitive=any(question.sensitive for question in same))


def _problems(same: list[Question]) -> list[Problem]:
    code, kinds = same[0].code, {question.kind for question in same}
    waves = [question.asked[0].wave for question in same]
    found = []
    if len(kinds) > 1:
        found.append(("kind", "one kind in all waves", ", ".join(sorted(kinds))))
    if len(set(waves)) < len(waves):
        found.append(("wave", "asked once in a wave", ", ".join(waves)))
    if len({_is_published(question) for question in same}) > 1:
        found.append(("code", "a code that no published figures have", code))
    return [Problem("survey questions", 0, f"[{code}] {column}", expected, seen) for column, expected, seen in found]


def _is_published(question: Question) -> bool:
    return all(asked.kind == "published" for asked in question.asked)
