"""How the answers of one [[question]] fit one another: codes, values, nets, missing values and the headline."""

import re
from collections.abc import Mapping

from data.model.errors import Problem
from data.model.questionnaire import MEAN
from data.reading.raw_table import text_of
from data.reading.rules import CODE, CODES, RAW_VALUE, TEXT, Rule, told
from data.survey.intake.codebook_question_rules import QUESTION, place_of

FEWEST_ANSWERS = {"single": 2, "multi": 1, "scale": 3}


def can_be_compared(block: Mapping[str, object]) -> bool:
    """Whether code, answers, nets and headline are written well enough to be held against one another."""
    kind = block.get("kind")
    where: dict[str, Rule] = {"column": TEXT} if kind == "multi" else {"value": RAW_VALUE}
    whole = all(QUESTION[key][0](block.get(key)) for key in ("code", "kind", "headline", "answers"))
    lists = all(QUESTION[key][0](block[key]) for key in ("missing", "nets", "asked_if") if key in block)
    if not (whole and lists):
        return False
    answers = all(_hold({"code": CODE, **where}, answer) for answer in _list(block, "answers"))
    return answers and all(_hold({"code": CODE, "answers": CODES}, net) for net in _list(block, "nets"))


def answer_problems(file: str, number: int, block: Mapping[str, object]) -> list[Problem]:
    """Where answers, nets, missing values and headline of a block that can be compared do not fit one another."""
    place = place_of(block, number)
    answers, nets = _list(block, "answers"), _list(block, "nets")
    codes = [answer["code"] for answer in answers]
    named = [*codes, *(net["code"] for net in nets)]
    cells = [text_of(answer["column" if block["kind"] == "multi" else "value"]) for answer in answers]
    means = (MEAN,) if block["kind"] == "scale" else ()
    fewest = FEWEST_ANSWERS[str(block["kind"])]
    both = sorted({text_of(each) for each in _list(block, "missing")} & set(cells))
    problems = [(f"{place}answers", "a code of its own", f"{code!r} again") for code in _twice(named)]
    problems += [(f"{place}answers", "a value (or column) of its own", f"{cell!r} again") for cell in _twice(cells)]
    problems += [(f"{place}missing", "no value of an answer", repr(value)) for value in both]
    if len(answers) < fewest:
        expected = f"at least {fewest} answers, as it is a {block['kind']}"
        problems.append((f"{place}answers", expected, str(len(answers))))
    if MEAN in named:
        problems.append((f"{place}answers", "another code, as the mean is called so", repr(MEAN)))
    if block["headline"] not in (*named, *means):
        problems.append((f"{place}headline", f"one of {', '.join((*named, *means))}", told(block["headline"])))
    if block["kind"] == "scale" and not _in_order(cells):
        expected = "answers from lowest to highest, their values rising or falling"
        problems.append((f"{place}answers", expected, told(", ".join(cells))))
    for net in nets:
        unknown = [code for code in net["answers"] if code not in codes]
        expected = f"answers out of {', '.join(codes)}"
        problems += [(f"{place}nets {net['code']}: answers", expected, repr(code)) for code in unknown]
    return [Problem(file, 0, *problem) for problem in problems]


def _in_order(values: list[str]) -> bool:
    """Whether values that all begin with a number rise or fall; words are in whatever order the codebook gives them."""
    started = [re.match(r"-?\d+([.,]\d+)?", value) for value in values]
    if not all(started):
        return True
    steps = [float(each[0].replace(",", ".")) for each in started if each]
    return steps in (sorted(set(steps)), sorted(set(steps), reverse=True))


def _hold(rules: Mapping[str, Rule], part: Mapping[str, object]) -> bool:
    return all(holds(part.get(key)) for key, (holds, _) in rules.items())


def _list(block: Mapping[str, object], key: str) -> list:
    value = block.get(key, [])
    assert isinstance(value, list)
    return value


def _twice(texts: list[str]) -> list[str]:
    return sorted({text for text in texts if texts.count(text) > 1})
