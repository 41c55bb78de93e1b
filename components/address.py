"""The page's address: which parameters there are, which codes each may have, and which code is its default."""

from components.selection import COMPARISONS, ORDERS, SECTION_CODES, TAB_CODES, VIEWS
from data import CYCLES, FOCUS, GENDERS, Release
from i18n import LANGUAGES

DEFAULTS = {
    "lang": LANGUAGES[0],
    "view": VIEWS[0],
    "compare": COMPARISONS[0],
    "tab": TAB_CODES[0],
    "sort": ORDERS[0],
    "section": SECTION_CODES[0],
}


def known_codes(release: Release) -> dict[str, tuple[str, ...]]:
    """Every parameter of the address with the codes it may have; anything else in an address is dropped quietly."""
    return {
        "lang": LANGUAGES,
        "indicator": tuple(release.catalogue),
        "gender": GENDERS,
        "age": tuple(release.observations["age"].unique()),
        "cycle": tuple(CYCLES),
        "period": tuple(release.observations["period"].unique()),
        "county": FOCUS,
        "theme": ("all", *dict.fromkeys(indicator.theme for indicator in release.catalogue.values())),
        "view": VIEWS,
        "compare": COMPARISONS,
        "tab": TAB_CODES,
        "sort": ORDERS,
        "section": SECTION_CODES,
    }
