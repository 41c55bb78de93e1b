"""The catalogue of services, the list of providers and the referral entries: TOML blocks, checked key by key."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from data.facts.catalogue import read_toml
from data.model.errors import Problem
from data.model.periods import FORMS, parse_period
from data.model.services import LEVELS, PROVIDER_KINDS, SHELTER, Provider, ReferralEntry, Service
from data.reading.csv_rows import nearest

Rules = dict[str, tuple[Callable[[Any], bool], str]]
SERVICES = "services/services.toml"
PROVIDERS = "services/providers.toml"
REFERRAL = "services/referral.toml"


def read_catalogue_of_services(path: Path, groups: Collection[str]) -> tuple[dict[str, Service], list[Problem]]:
    """Services by code in the file's order, sound blocks only; and the problems of the others."""
    rules: Rules = {
        "outcomes": (_listed({1, 2, 3}), "outcomes out of 1, 2, 3"),
        "groups": (_listed(groups), f"target groups out of {', '.join(groups)}"),
        "level": (lambda value: value in LEVELS, f"one of {', '.join(LEVELS)}"),
    }
    blocks, problems = _blocks(path, SERVICES, rules)
    if SHELTER in blocks and blocks[SHELTER]["level"] == "municipal":
        problems.append(Problem(SERVICES, 0, f"[{SHELTER}] level", "county: a shelter has no place", "'municipal'"))
        del blocks[SHELTER]
    return {
        code: Service(code, tuple(block["outcomes"]), tuple(block["groups"]), block["level"])
        for code, block in blocks.items()
    }, problems


def read_providers(path: Path, sources: Collection[str]) -> tuple[dict[str, Provider], list[Problem]]:
    """Providers by code in the file's order, sound blocks only; and the problems of the others."""
    rules: Rules = {
        "name": (_is_text, "a name"),
        "kind": (lambda value: value in PROVIDER_KINDS, f"one of {', '.join(PROVIDER_KINDS)}"),
        "source": (lambda value: value in sources, "an id in sources.csv"),
    }
    blocks, problems = _blocks(path, PROVIDERS, rules)
    return {code: Provider(code, **block) for code, block in blocks.items()}, problems


def read_referral(
    path: Path, sources: Collection[str]
) -> tuple[tuple[ReferralEntry, ...], tuple[ReferralEntry, ...], list[Problem]]:
    """The published steps in their order, the institutions that sources name, and the problems of the file."""
    rules: Rules = {
        "code": (_is_text, "a code"),
        "period": (_is_period, FORMS),
        "source": (lambda value: value in sources, "an id in sources.csv"),
    }
    problems: list[Problem] = []
    content = _content(path, REFERRAL, problems)
    entries: dict[str, list[ReferralEntry]] = {"step": [], "institution": []}
    for kind, blocks in content.items():
        if kind not in entries or not isinstance(blocks, list):
            problems.append(Problem(REFERRAL, 0, kind, "[[step]] or [[institution]]", repr(blocks)))
            continue
        for number, block in enumerate(blocks, start=1):
            found = _block_problems(REFERRAL, f"{kind} {number}", block, rules)
            problems += found
            if not found:
                entries[kind].append(ReferralEntry(**block))
    return tuple(entries["step"]), tuple(entries["institution"]), problems


def _blocks(path: Path, file: str, rules: Rules) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    problems: list[Problem] = []
    sound = {}
    for code, block in _content(path, file, problems).items():
        if not isinstance(block, dict):
            problems.append(Problem(file, 0, code, f"a block [{code}]", repr(block)))
            continue
        found = _block_problems(file, f"[{code}]", block, rules)
        problems += found
        if not found:
            sound[code] = block
    return sound, problems


def _content(path: Path, file: str, problems: list[Problem]) -> dict[str, Any]:
    if not path.exists():
        problems.append(Problem(file, 0, "", "a file", "none"))
        return {}
    return read_toml(path, file, problems)


def _block_problems(file: str, where: str, block: dict[str, Any], rules: Rules) -> list[Problem]:
    wrong = [
        Problem(file, 0, f"{where} {key}", expected, repr(block[key]) if key in block else "nothing")
        for key, (holds, expected) in rules.items()
        if key not in block or not holds(block[key])
    ]
    unknown = [key for key in block if key not in rules]
    return wrong + [
        Problem(file, 0, f"{where} {key}", f"one of {', '.join(rules)}", "an unknown key" + nearest(key, rules))
        for key in unknown
    ]


def _listed(allowed: Collection[Any]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(each in allowed for each in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_period(value: object) -> bool:
    try:
        return bool(parse_period(str(value)))
    except ValueError:
        return False
