"""From a codebook's TOML file to the codebook."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.facts.catalogue import read_toml
from data.model.errors import Problem
from data.model.questionnaire import Answer, Asked, Question, Wave, Words
from data.reading.raw_table import text_of
from data.reading.rules import is_list
from data.survey.intake.codebook_answer_rules import answer_problems, can_be_compared
from data.survey.intake.codebook_form import Codebook, Item
from data.survey.intake.codebook_head import head_problems
from data.survey.intake.codebook_question_rules import question_problems
from data.survey.intake.codebook_relations import relation_problems

NOTHING = Codebook("", Wave("", "", "", "", (0, 0), (), {}, {}, {}, "", False, 0, 0, 0), "", False, {}, {}, ())


def read_codebook(path: Path) -> tuple[Codebook, list[Problem]]:
    """The codebook and everything wrong with its file; it is only fit for use when the list is empty."""
    if not path.is_file():
        return NOTHING, [Problem(path.name, 0, "", "a codebook", "no such file")]
    problems: list[Problem] = []
    content: dict[str, Any] = read_toml(path, path.name, problems)
    if not problems:
        problems = _problems(path.name, content)
    return (NOTHING, problems) if problems else (_codebook(path.name, content), [])


def _problems(file: str, content: Mapping[str, Any]) -> list[Problem]:
    problems = head_problems(file, content)
    blocks = content.get("question")
    if not is_list(blocks, lambda each: isinstance(each, dict)):
        return problems
    assert isinstance(blocks, list)
    for number, block in enumerate(blocks, start=1):
        problems += question_problems(file, number, block)
        problems += answer_problems(file, number, block) if can_be_compared(block) else []
    # How questions fit one another can only be told where each of them says what it is.
    return [*problems, *relation_problems(file, blocks)] if all(map(can_be_compared, blocks)) else problems


def _codebook(file: str, content: Mapping[str, Any]) -> Codebook:
    wave = Wave(
        code=content["wave"],
        period=content["fieldwork"],
        kind="demonstration" if content["synthetic"] else "computed",
        mode=content["mode"],
        ages=(content["ages"][0], content["ages"][1]),
        age_groups=tuple(content["age_groups"]),
        universe=content["universe"],
        sampling=content["sampling"],
        weights=content["weights"],
        source=content["source"],
        revisited=content["revisited"],
        persons=0,
        psus=0,
        strata=0,
    )
    return Codebook(
        file=file,
        wave=wave,
        single_psu=content["single_psu"],
        synthetic=content["synthetic"],
        roles=content["roles"],
        codes={
            name: {text_of(value): code for value, code in block.items()} for name, block in content["codes"].items()
        },
        items=tuple(_item(wave, block) for block in content["question"]),
        nest=content.get("nest", False),
    )


def _item(wave: Wave, block: Mapping[str, Any]) -> Item:
    multi = block["kind"] == "multi"
    answers = block["answers"]
    return Item(
        question=_question(wave, block),
        column="" if multi else block["column"],
        columns={answer["code"]: answer["column"] for answer in answers} if multi else {},
        values={} if multi else {text_of(answer["value"]): answer["code"] for answer in answers},
        missing=tuple(text_of(value) for value in block.get("missing", [])),
        asked_if=_routing(block),
        compared="comparability" in block,
        nothing_chosen=block.get("nothing_chosen", ""),
    )


def _question(wave: Wave, block: Mapping[str, Any]) -> Question:
    answers = [Answer(each["code"], _words(each)) for each in block["answers"]]
    nets = [Answer(each["code"], _words(each), tuple(each["answers"])) for each in block.get("nets", [])]
    universe = block.get("universe", wave.universe)
    asked = Asked(wave.code, wave.kind, block["text"], universe, (*answers, *nets), _routing(block))
    return Question(
        code=block["code"],
        block=block["block"],
        kind=block["kind"],
        label=block["label"],
        headline=block["headline"],
        higher_is=block["higher_is"],
        sensitive=block["sensitive"],
        comparability=block.get("comparability", "comparable"),
        comparability_reason=block.get("comparability_reason", {}),
        asked=(asked,),
    )


def _routing(block: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(given) for code, given in block.get("asked_if", {}).items()}


def _words(block: Mapping[str, str]) -> Words:
    return {"sq": block["sq"], "en": block["en"]}
