"""The glossary is searched as the lists are: by words, without marks and case."""

import unicodedata
from collections.abc import Callable

import pytest
from screen import Screen

from data import Release
from i18n import LANGUAGES, words


def searched(screen: Screen, query: str) -> Screen:
    next(each for each in screen.test.text_input if each.key == "glossary_query").set_value(query)
    screen.test.run()
    assert screen.faults() == []
    return screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_found_without_its_marks(visit: Callable[..., Screen], atlas: Release, language: str) -> None:
    t = words(language)
    terms = [code for group in atlas.programme["glossary"]["group"] for code in group["terms"]]
    for code in terms[::7]:
        plain = "".join(each for each in unicodedata.normalize("NFD", t(f"glossary.{code}.term")) if ord(each) < 0x300)
        screen = searched(visit("methods", section="glossary", lang=language), plain.upper())
        assert screen.says(t(f"glossary.{code}.term")), code
        assert len(screen.headings(2)) < len(atlas.programme["glossary"]["group"]) or len(terms) < 10
    nothing = searched(visit("methods", section="glossary", lang=language), "zzz")
    assert nothing.headings(2) == [] and nothing.says(t("library.none", query="zzz"))
    searched(nothing, "")
