"""What is wrong with a records codebook: its keys, the columns' roles, the values' codes, the figures known already."""

from collections.abc import Mapping
from typing import Any

from data.model.dimensions import CYCLES, FOUR_COUNTIES
from data.model.errors import Problem
from data.model.periods import parse_period
from data.model.service_counts import AGES, ALL, AREAS, GENDERS, GROUPS, SERVICE_CYCLES
from data.reading.raw_table import text_of
from data.reading.rules import BOOLEAN, PERIOD, TEXT, Rule, broken_rules, is_list, is_text, one_of, told
from data.services.records.form import (
    AGE_ROLES,
    CODES,
    FACT_KEY,
    FORMS,
    OPTIONAL_ROLES,
    RECORDS,
    RELATIONS,
    ROLES,
)

FIRST_DAY = CYCLES[SERVICE_CYCLES[0]].start
_BLOCK: Rule = (lambda value: isinstance(value, dict), "a block")
_RULES: dict[str, Rule] = {
    "records": one_of((RECORDS,)),
    "form": one_of(FORMS),
    "period": PERIOD,
    "source": TEXT,
    "synthetic": BOOLEAN,
    "vulnerable": (lambda value: is_list(value, lambda each: each in GROUPS), f"a list out of {', '.join(GROUPS)}"),
    "roles": _BLOCK,
    "codes": _BLOCK,
    "known": (lambda value: is_list(value, lambda each: isinstance(each, dict)), "blocks [[known]]"),
}
_KNOWN_RULES: dict[str, Rule] = {
    "service": one_of((*GROUPS, ALL)),
    "area": one_of((*AREAS, FOUR_COUNTIES)),
    "gender": one_of((*GENDERS, ALL)),
    "age": one_of((*AGES, ALL)),
    "cycle": one_of(SERVICE_CYCLES),
    "relation": one_of(RELATIONS),
    "fact": (
        lambda value: isinstance(value, dict) and set(value) == set(FACT_KEY) and all(map(is_text, value.values())),
        "a row of the facts, { indicator = …, area = …, gender = …, age = …, period = … }",
    ),
}


def codebook_problems(file: str, content: Mapping[str, Any]) -> list[Problem]:
    """Everything wrong with the codebook's text."""
    problems = broken_rules(file, "", content, _RULES, ("known",))
    broken = {problem.column for problem in problems}
    if "period" not in broken:
        problems += _period_problems(file, content["period"])
    if "form" not in broken and "roles" not in broken:
        problems += _role_problems(file, content["form"], content["roles"])
        problems += _code_problems(file, content["form"], content["codes"]) if "codes" not in broken else []
    if "known" not in broken:
        for number, block in enumerate(content.get("known", []), start=1):
            problems += broken_rules(file, f"[[known]] {number}, ", block, _KNOWN_RULES)
    return problems


def _period_problems(file: str, period: str) -> list[Problem]:
    start = parse_period(period).start
    if FIRST_DAY is None or start >= FIRST_DAY:
        return []
    return [Problem(file, 0, "period", f"a time from {FIRST_DAY} on, the first day of cycle 1", repr(period))]


def _role_problems(file: str, form: str, roles: Mapping[str, Any]) -> list[Problem]:
    optional = OPTIONAL_ROLES[form]
    rules = dict.fromkeys((*ROLES[form], *optional), (is_text, "the name of a column"))
    problems = broken_rules(file, "[roles] ", roles, rules, optional)
    named = [role for role in AGE_ROLES if role in roles]
    if form == "records" and len(named) != 1:
        found = " and ".join(named) or "none"
        problems.append(Problem(file, 0, "[roles]", f"exactly one of {', '.join(AGE_ROLES)}", found))
    return problems


def _code_problems(file: str, form: str, codes: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for role in dict.fromkeys((*CODES[form], *codes)):
        block = codes.get(role)
        if role not in CODES[form]:
            problems.append(Problem(file, 0, f"[codes.{role}]", f"one of {', '.join(CODES[form])}", "an unknown block"))
        elif not isinstance(block, dict) or not block:
            problems.append(Problem(file, 0, f"[codes.{role}]", "at least one value = code", "nothing"))
        else:
            problems += _value_problems(file, role, block, CODES[form][role])
    if form == "counts" and isinstance(codes.get("service"), dict) and ALL not in codes["service"].values():
        # Services cannot be added up to persons: only who holds the records can count the different persons.
        expected = f'a value that stands for "{ALL}", the different persons over all services'
        problems.append(Problem(file, 0, "[codes.service]", expected, "none"))
    return problems


def _value_problems(file: str, role: str, block: Mapping[str, Any], known: tuple[str, ...]) -> list[Problem]:
    holds, expected = one_of(known)
    place = f"[codes.{role}]"
    wrong = [
        Problem(file, 0, f'{place} "{value}"', expected, told(code)) for value, code in block.items() if not holds(code)
    ]
    texts = [text_of(value) for value in block]
    twice = sorted({text for text in texts if texts.count(text) > 1})
    return wrong + [Problem(file, 0, f'{place} "{text}"', "a value once", "the same value twice") for text in twice]
