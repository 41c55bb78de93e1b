"""Rules for a codebook's head: the wave itself, the columns' roles, and the codes of the roles."""

import re
from collections.abc import Mapping

from data.model.dimensions import FOCUS
from data.model.errors import Problem
from data.model.questionnaire import MODES, WAVES
from data.reading.raw_table import text_of
from data.reading.rules import AGES, BOOLEAN, PERIOD, WORDS, Rule, broken_rules, is_list, is_text, one_of, told
from data.survey.intake.codebook_form import OPTIONAL_ROLES, ROLES

SINGLE_PSU = ("refuse", "adjust")
CODES = {"county": FOCUS, "gender": ("f", "m", "other"), "ethnicity": ("roma", "other"), "wave": WAVES}
_RULES: dict[str, Rule] = {
    "wave": one_of(WAVES),
    "fieldwork": PERIOD,
    "mode": one_of(MODES),
    "ages": AGES,
    "age_groups": (lambda value: is_list(value, is_text, 1), "a list of age groups"),
    "single_psu": one_of(SINGLE_PSU),
    "nest": BOOLEAN,
    "revisited": BOOLEAN,
    "synthetic": BOOLEAN,
    "source": (is_text, "an id in sources.csv"),
    "universe": WORDS,
    "sampling": WORDS,
    "weights": WORDS,
    "roles": (lambda value: isinstance(value, dict), "a block [roles]"),
    "codes": (lambda value: isinstance(value, dict), "blocks [codes.county], [codes.gender]"),
    "question": (lambda value: is_list(value, lambda each: isinstance(each, dict), 1), "at least one [[question]]"),
}


def head_problems(file: str, content: Mapping[str, object]) -> list[Problem]:
    """Everything wrong outside the questions."""
    problems = broken_rules(file, "", content, _RULES, ("nest",))
    roles, codes = content.get("roles"), content.get("codes")
    if isinstance(roles, dict):
        rules = dict.fromkeys((*ROLES, *OPTIONAL_ROLES), (is_text, "the name of a column"))
        problems += broken_rules(file, "[roles] ", roles, rules, OPTIONAL_ROLES)
        if isinstance(codes, dict):
            problems += _code_problems(file, roles, codes, content.get("wave"))
    if not {problem.column for problem in problems} & {"ages", "age_groups"}:
        problems += _age_group_problems(file, content)
    if content.get("revisited") is True and content.get("wave") == WAVES[0]:
        problems.append(Problem(file, 0, "revisited", f"false, as nothing comes before {WAVES[0]}", "true"))
    return problems


def _code_problems(file: str, roles: Mapping[str, object], codes: Mapping[str, object], wave: object) -> list[Problem]:
    problems = []
    coded = [role for role in CODES if role in roles]
    for name in dict.fromkeys((*coded, *codes)):
        block = codes.get(name)
        if name not in CODES:
            problems.append(Problem(file, 0, f"[codes.{name}]", f"one of {', '.join(CODES)}", "an unknown block"))
        elif name not in roles:
            problems.append(Problem(file, 0, f"[roles] {name}", f"the column that [codes.{name}] explains", "nothing"))
        elif not isinstance(block, dict) or not block:
            problems.append(Problem(file, 0, f"[codes.{name}]", "at least one value = code", "nothing"))
        else:
            problems += _value_problems(file, name, block)
    within = codes.get("wave")
    if isinstance(within, dict) and within and wave in WAVES and wave not in within.values():
        problems.append(Problem(file, 0, "[codes.wave]", f"a value that stands for {wave}", told([*within.values()])))
    return problems


def _value_problems(file: str, name: str, block: Mapping[str, object]) -> list[Problem]:
    holds, expected = one_of(CODES[name])
    wrong = [
        Problem(file, 0, f'[codes.{name}] "{value}"', expected, told(code))
        for value, code in block.items()
        if not holds(code)
    ]
    texts = [text_of(value) for value in block]
    twice = sorted({text for text in texts if texts.count(text) > 1})
    return wrong + [
        Problem(file, 0, f'[codes.{name}] "{text}"', "a value once", "the same value twice") for text in twice
    ]


def _age_group_problems(file: str, content: Mapping[str, object]) -> list[Problem]:
    """The groups must follow one another and together be the ages of the universe: nobody in two, nobody in none."""
    ages, groups = content["ages"], content["age_groups"]
    assert isinstance(ages, list) and isinstance(groups, list)
    bounds = [re.fullmatch(r"(\d+)-(\d+)", group) for group in groups]
    starts = [int(bound[1]) for bound in bounds if bound]
    ends = [int(bound[2]) for bound in bounds if bound]
    follows = [ages[0], *(end + 1 for end in ends)]
    ordered = all(start <= end for start, end in zip(starts, ends, strict=True))
    if all(bounds) and ordered and [*starts, ages[1] + 1] == follows:
        return []
    expected = f"groups that follow one another from {ages[0]} to {ages[1]}, as 15-17"
    return [Problem(file, 0, "age_groups", expected, ", ".join(groups))]
