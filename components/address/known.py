"""The page's address: which parameters there are, which codes each may have, and which code is its default."""

import re
from collections.abc import Container, Sequence

from components.address.asked import Part
from components.address.selection import (
    DESKS,
    KINDS,
    LAYERS,
    ORDERS,
    POPULATIONS,
    SECTION_CODES,
    SETS,
    SHAPES,
    STEPS,
    SURVEY_COMPARISONS,
    TAB_CODES,
    VIEWS,
)
from components.address.view import Views, read_view
from data import CYCLES, FOCUS, GENDERS, Release
from data.model.dimensions import AREAS
from data.model.questionnaire import WAVES
from data.model.service_counts import ALL, GROUPS
from i18n import LANGUAGES

PART_CODES = ("presence", "people", "programme", "providers", "files")
BREAKDOWNS = ("service", "area", "gender", "age")
SERVICE_GROUPS = (ALL, *GROUPS)
PER = ("young", "inhabitants")  # of whom the map counts ten thousand
DEFAULTS = {
    "lang": LANGUAGES[0],
    "view": VIEWS[0],
    "compare": SURVEY_COMPARISONS[0],
    "tab": TAB_CODES[0],
    "sort": ORDERS[0],
    "section": SECTION_CODES[0],
    "kind": KINDS[0],
    "population": POPULATIONS[0],
    "layer": LAYERS[0],
    "part": PART_CODES[0],
    "by": BREAKDOWNS[0],
    "group": SERVICE_GROUPS[0],
    "desk": DESKS[0],
    "set": SETS[0],
    "shape": SHAPES[0],
}
COMMA = ","  # between the codes of a choice that may have several


class Several:
    """The codes of which an address may name several, each once, joined by commas."""

    def __init__(self, options: Sequence[str]) -> None:
        self.options = frozenset(options)

    def __contains__(self, codes: object) -> bool:
        named = codes.split(COMMA) if isinstance(codes, str) else []
        return bool(named) and self.options.issuperset(named) and len(set(named)) == len(named)

    def part(self, codes: str) -> Part:
        """The known codes, each once, in their order."""
        named = list(dict.fromkeys(codes.split(COMMA)))
        known = [code for code in named if code in self.options]
        return Part(COMMA.join(known), tuple(code for code in named if code not in self.options))


class OneView:
    """The views that an address may name for a card shown alone."""

    def __init__(self, known: dict[str, Container[str]]) -> None:
        self.known = known

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and read_view(code, self.known) is not None


class ReleaseId:
    """What a link may say its release was: any id of the right form, of this release or of another."""

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}", code))


def known_codes(release: Release) -> dict[str, Container[str]]:
    """Every parameter of the address with the codes it may have; anything else in an address is dropped quietly."""
    codes = single_codes(release)
    ages = (*codes["age"], "0-17", "18-24", "25+")
    known: dict[str, Container[str]] = {
        **codes,
        "step": STEPS,
        "desk": DESKS,
        "set": SETS,
        "shape": SHAPES,
        "measures": Several((*codes["indicator"], *codes["question"], *SERVICE_GROUPS)),
        "areas": Several(AREAS),
        "genders": Several(GENDERS),
        "ages": Several(ages),
        "cycles": Several(tuple(CYCLES)),
    }
    return known | {"agenda": Views(known), "card": OneView(known), "release": ReleaseId()}


def single_codes(release: Release) -> dict[str, tuple[str, ...]]:
    """Every parameter that has one code of a list, with the list."""
    questions = release.survey.questions
    return {
        "lang": LANGUAGES,
        "indicator": tuple(release.catalogue),
        "gender": GENDERS,
        "age": tuple(
            dict.fromkeys((*release.observations["age"].unique(), *release.survey.observations["age"].unique()))
        ),
        "cycle": tuple(CYCLES),
        "period": tuple(release.observations["period"].unique()),
        "county": FOCUS,
        "theme": ("all", *dict.fromkeys(indicator.theme for indicator in release.catalogue.values())),
        "view": VIEWS,
        "compare": SURVEY_COMPARISONS,
        "tab": TAB_CODES,
        "sort": ORDERS,
        "section": SECTION_CODES,
        "kind": KINDS,
        "question": tuple(questions),
        "answer": tuple(dict.fromkeys(code for each in questions.values() for code in each.answer_codes)),
        "wave": WAVES,
        "population": POPULATIONS,
        "layer": LAYERS,
        "part": PART_CODES,
        "by": BREAKDOWNS,
        "group": SERVICE_GROUPS,
        "per": PER,
    }
