"""How the questions of a codebook fit one another, the sources, and the codebook of the earlier wave."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from data.model.alike import asked_differs, reworded, waves_differ
from data.model.errors import Problem
from data.model.microdata import ROLES
from data.reading.rules import told
from data.survey.intake.codebook_form import Codebook, Item
from data.survey.intake.codebook_question_rules import place_of

COMPARABLE: Final = "comparable"
_LISTED: Final = 5


def relation_problems(file: str, blocks: Sequence[Mapping]) -> list[Problem]:
    """Codes used twice or reserved, and routing that does not lead back to an earlier question's answers."""
    problems = []
    earlier: dict[str, list[str]] = {}
    for number, block in enumerate(blocks, start=1):
        place = place_of(block, number)
        if block["code"] in earlier:
            problems.append(Problem(file, 0, f"{place}code", "a code of its own", f"{block['code']!r} again"))
        if block["code"] in ROLES:
            problems.append(Problem(file, 0, f"{place}code", f"none of {', '.join(ROLES)}", repr(block["code"])))
        problems += _routing_problems(file, f"{place}asked_if", block.get("asked_if", {}), earlier)
        earlier[block["code"]] = [answer["code"] for answer in block["answers"]]
    return problems


def source_problems(codebook: Codebook, known: Collection[str]) -> list[Problem]:
    """A problem when the codebook's source has no row in the table of sources."""
    source = codebook.wave.source
    return [] if source in known else [Problem(codebook.file, 0, "source", "an id in sources.csv", repr(source))]


def comparability_problems(earlier: Codebook, later: Codebook) -> list[Problem]:
    """What the later wave's codebook leaves open, or says wrongly, about questions that the earlier wave asked too."""
    before = {item.question.code: item for item in earlier.items}
    found = [
        problem
        for item in later.items
        if item.question.code in before
        for problem in _comparability_problems(before[item.question.code], item)
    ]
    return _wave_problems(earlier, later, before) + [
        Problem(later.file, 0, f"[[question]] {code}, comparability", expected, said) for code, expected, said in found
    ]


def reworded_questions(earlier: Codebook, later: Codebook) -> list[tuple[str, str]]:
    """Code of each question called comparable that was worded otherwise, and how, to be looked at."""
    before = {question.code: question for question in earlier.questions}
    return [
        (question.code, change)
        for question in later.questions
        if question.code in before and question.comparability == COMPARABLE
        for change in reworded(before[question.code], question)
    ]


def _wave_problems(earlier: Codebook, later: Codebook, before: Collection[str]) -> list[Problem]:
    """What holds for all questions alike, told once."""
    believed = [item.question.code for item in later.items if item.compared and item.question.code in before]
    believed = [code for code in believed if _comparability(later, code) == COMPARABLE]
    changes = list(waves_differ(earlier.wave, later.wave))
    if not (believed and changes):
        return []
    expected = f"with_care or not_comparable and a reason, as {'; '.join(changes)}"
    named = ", ".join(believed[:_LISTED]) + (f" and {len(believed) - _LISTED} more" if believed[_LISTED:] else "")
    return [Problem(later.file, 0, "comparability", expected, f"comparable for {named}")]


def _comparability(codebook: Codebook, code: str) -> str:
    return next(question.comparability for question in codebook.questions if question.code == code)


def _routing_problems(
    file: str, place: str, routing: Mapping[str, Sequence[str]], earlier: Mapping[str, Sequence[str]]
) -> list[Problem]:
    problems = []
    for question, answers in routing.items():
        if question not in earlier:
            problems.append(Problem(file, 0, place, "an earlier question", told(question)))
            continue
        expected = f"answers of {question}: {', '.join(earlier[question])}"
        problems += [Problem(file, 0, place, expected, repr(each)) for each in answers if each not in earlier[question]]
    return problems


def _comparability_problems(before: Item, now: Item) -> list[tuple[str, str, str]]:
    old, new = before.question, now.question
    if not now.compared:
        expected = "comparable, with_care or not_comparable, as the earlier wave asked it too"
        return [(new.code, expected, "nothing")]
    if new.comparability == "not_comparable":
        return []
    if new.kind != old.kind:
        return [(new.code, f"not_comparable, as it was a {old.kind} before", new.comparability)]
    offered, offers = ({answer.code for answer in each.answers} for each in (old, new))
    if new.comparability == "comparable" and offered != offers:
        changed = ", ".join(sorted(offered ^ offers))
        return [(new.code, f"with_care or not_comparable, as answers differ: {changed}", "comparable")]
    changes = [] if new.comparability != COMPARABLE else [*asked_differs(old, new), *_routed_otherwise(before, now)]
    expected = f"with_care or not_comparable and a reason, as {'; '.join(changes)}"
    return [(new.code, expected, COMPARABLE)] if changes else []


def _routed_otherwise(before: Item, now: Item) -> list[str]:
    routes = [{question: set(answers) for question, answers in item.asked_if.items()} for item in (before, now)]
    own = [item.question.asked[0].universe for item in (before, now)]
    other = routes[0] != routes[1] or (bool(routes[0]) and own[0]["sq"] != own[1]["sq"])
    return ["it was put to other persons"] if other else []
