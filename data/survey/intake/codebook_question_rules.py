"""Rules for one [[question]] of a codebook, held against the block alone."""

from collections.abc import Mapping

from data.model.catalogue import COMPARABILITIES, DIRECTIONS
from data.model.errors import Problem
from data.model.questionnaire import BLOCKS, QUESTION_KINDS
from data.reading.rules import (
    BOOLEAN,
    CODE,
    CODES,
    LABEL,
    RAW_VALUE,
    RAW_VALUES,
    TEXT,
    WORDS,
    Rule,
    broken_rules,
    is_list,
    one_of,
    told,
)

_BLOCK_LIST: Rule = (lambda value: is_list(value, lambda each: isinstance(each, dict), 1), "a list of { … }")
_OPTIONAL = ("universe", "asked_if", "missing", "nothing_chosen", "comparability", "comparability_reason", "nets")
NOTHING_CHOSEN = ("answer", "no_answer")
QUESTION: dict[str, Rule] = {
    "code": CODE,
    "block": one_of(BLOCKS),
    "kind": one_of(QUESTION_KINDS),
    "column": TEXT,
    "label": LABEL,
    "text": WORDS,
    "universe": WORDS,
    "asked_if": (
        lambda value: isinstance(value, dict) and value != {} and all(CODES[0](each) for each in value.values()),
        "{ question = [answers] }",
    ),
    "missing": RAW_VALUES,
    "nothing_chosen": one_of(NOTHING_CHOSEN),
    "headline": (CODE[0], "the code of an answer or net, or of a scale mean"),
    "higher_is": one_of(DIRECTIONS),
    "sensitive": BOOLEAN,
    "comparability": one_of(COMPARABILITIES),
    "comparability_reason": (lambda value: isinstance(value, dict), WORDS[1]),
    "answers": _BLOCK_LIST,
    "nets": _BLOCK_LIST,
}
_LANGUAGES = {"sq": TEXT, "en": TEXT}
_NET: dict[str, Rule] = {"code": CODE, "answers": CODES, **_LANGUAGES}


def place_of(block: Mapping[str, object], number: int) -> str:
    """How messages call the block: by its code, or by its number where it has none."""
    return f"[[question]] {block['code'] if CODE[0](block.get('code')) else number}, "


def question_problems(file: str, number: int, block: Mapping[str, object]) -> list[Problem]:
    """Everything wrong with one question that can be told without the others."""
    place = place_of(block, number)
    multi = block.get("kind") == "multi"
    foreign = "column" if multi else "nothing_chosen"
    rules = {key: rule for key, rule in QUESTION.items() if key != foreign}
    problems = broken_rules(file, place, block, rules, _OPTIONAL)
    wheres = {"column": TEXT} if multi else {"value": RAW_VALUE}
    problems += _parts(file, f"{place}answers", block.get("answers"), {"code": CODE, **wheres, **_LANGUAGES})
    problems += _parts(file, f"{place}nets", block.get("nets"), _NET)
    if block.get("comparability", "comparable") != "comparable" and not WORDS[0](block.get("comparability_reason")):
        said = told(block["comparability_reason"]) if "comparability_reason" in block else "nothing"
        problems.append(Problem(file, 0, f"{place}comparability_reason", WORDS[1], said))
    return problems


def _parts(file: str, place: str, parts: object, rules: Mapping[str, Rule]) -> list[Problem]:
    if not _BLOCK_LIST[0](parts):
        return []
    assert isinstance(parts, list)
    found = [
        broken_rules(file, f"{place} {part['code'] if CODE[0](part.get('code')) else number}: ", part, rules)
        for number, part in enumerate(parts, start=1)
    ]
    return [problem for each in found for problem in each]
