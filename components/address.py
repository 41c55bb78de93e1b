"""The page's address: which parameters there are, which codes each may have, and which code is its default."""

from components.selection import (
    KINDS,
    LAYERS,
    ORDERS,
    POPULATIONS,
    SECTION_CODES,
    SURVEY_COMPARISONS,
    TAB_CODES,
    VIEWS,
)
from components.services.choices import BREAKDOWNS, PART_CODES, SERVICE_GROUPS
from data import CYCLES, FOCUS, GENDERS, Release
from data.model.questionnaire import WAVES
from i18n import LANGUAGES

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
}


def known_codes(release: Release) -> dict[str, tuple[str, ...]]:
    """Every parameter of the address with the codes it may have; anything else in an address is dropped quietly."""
    questions = release.survey.questions
    return {
        "lang": LANGUAGES,
        "indicator": tuple(release.catalogue),
        "gender": GENDERS,
        "age": tuple(dict.fromkeys((*release.observations["age"], *release.survey.observations["age"]))),
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
    }
