"""What the generated persons tend to answer: invented shares and effects, read from `answers.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.facts.catalogue import read_toml
from data.model.errors import Problem, SourceError
from data.model.questionnaire import Question
from data.survey.demonstration.shares import Effect, shifted
from data.survey.intake.codebook_form import Codebook

FILE = "answers.toml"
_KEYS = ("w1", "w2", "change", "county", "gender", "age", "alone")


@dataclass(frozen=True)
class Tendency:
    """One question in one wave: `shares` by answer, in per cent of those asked in all counties; effects by county and
    gender (points, or the tilt of a scale) and of age (latent score a standard deviation of age); answers `alone`."""

    shares: dict[str, float]
    county: dict[str, Effect] = field(default_factory=dict)
    gender: dict[str, Effect] = field(default_factory=dict)
    age: Effect = field(default_factory=dict)
    alone: tuple[str, ...] = ()


def read_tendencies(folder: Path, codebook: Codebook) -> dict[str, Tendency]:
    """The tendency of every question of the codebook's wave; SourceError with everything that does not fit it."""
    problems: list[Problem] = []
    content: dict[str, Any] = read_toml(folder / FILE, FILE, problems)
    problems += [problem for each in codebook.questions for problem in _problems(each, content, codebook.wave.code)]
    if problems:
        raise SourceError(problems)
    return {each.code: _tendency(each, content[each.code], codebook.wave.code) for each in codebook.questions}


def _tendency(question: Question, block: Mapping[str, Any], wave: str) -> Tendency:
    return Tendency(
        shares=_shares(question, block, wave),
        county={area: _effect(given) for area, given in block.get("county", {}).items()},
        gender={gender: _effect(given) for gender, given in block.get("gender", {}).items()},
        age=_effect(block.get("age", {})),
        alone=tuple(block.get("alone", ())),
    )


def _shares(question: Question, block: Mapping[str, Any], wave: str) -> dict[str, float]:
    if wave in block:
        return block[wave]
    return shifted(question.kind, block["w1"], _effect(block.get("change", {})))


def _effect(given: Effect | float) -> Effect:
    """By answer; the tilt of a scale under no answer's name."""
    return given if isinstance(given, Mapping) else {"": given}


def _problems(question: Question, content: Mapping[str, Any], wave: str) -> Iterator[Problem]:
    def wrong(expected: str, found: object) -> Problem:
        return Problem(FILE, 0, f"[{question.code}]", expected, str(found))

    block = content.get(question.code)
    if block is None or not {"w1", wave} & set(block):
        yield wrong(f"shares of wave {wave}", "nothing")
        return
    for key in set(block) - set(_KEYS):
        yield wrong(f"one of {', '.join(_KEYS)}", key)
    shares, alone = _shares(question, block, wave), block.get("alone", [])
    answers = {each.code for each in question.answers}
    if set(shares) != answers:
        yield wrong("a share of every answer", ", ".join(sorted(set(shares) ^ answers)))
        return
    total = sum(shares.values())
    if question.kind != "multi" and abs(total - 100) > 1e-9:
        yield wrong("shares that are 100 together", total)
    if question.kind == "multi" and total < 100:
        yield wrong("shares that are at least 100 together, as everybody chooses something", total)
    named = [_effect(given) for by in ("county", "gender") for given in block.get(by, {}).values()]
    known = {""} if question.kind == "scale" else answers
    for answer in sorted({*alone, *(each for effect in named for each in effect)} - (known | set(alone) & answers)):
        yield wrong(f"one of {', '.join(sorted(known)) or 'a number'}", answer)
