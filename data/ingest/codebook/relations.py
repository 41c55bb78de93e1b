"""How the questions of a codebook fit one another, the sources, and the codebook of the earlier wave."""

from collections.abc import Collection, Mapping, Sequence

from data.ingest.codebook.form import Codebook, Item
from data.ingest.codebook.question_rules import place_of
from data.ingest.codebook.rules import told
from data.model.errors import Problem
from data.model.microdata import ROLES


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
    return [
        Problem(later.file, 0, f"[[question]] {code}, comparability", expected, said) for code, expected, said in found
    ]


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
    return []
