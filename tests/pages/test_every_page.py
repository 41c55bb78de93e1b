"""Every page opens in every language, and says on an Albanian page nothing in English."""

import ast
import re
from collections.abc import Callable

import pytest
from screen import ROOT, Screen

from components.address.selection import SECTION_CODES
from data import FOCUS, Release
from data.model.catalogue import THEMES
from i18n import LANGUAGES, SOURCE_LANGUAGE, words

STEMS = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
Visit = Callable[..., Screen]
# One of each kind of card, so that the words of every tab are read.
CARDS = (
    {"indicator": "school_attendance_15_17", "gender": "f"},
    {"indicator": "school_attendance_15_17", "compare": "gender"},
    {"indicator": "school_attendance_15_17", "compare": "period"},
    {"indicator": "victims_identified"},
    {"indicator": "programme_people_at_risk"},
)
TABS = ("map", "chart", "table", "download", "about")
PROFILED = {words(SOURCE_LANGUAGE)(f"theme.{theme}") for theme in THEMES}


def test_all_pages_are_tested() -> None:
    assert set(STEMS) == {"overview", "risk", "county", "programme", "methods"} | set(STEMS)
    assert len(STEMS) >= 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", STEMS)
def test_a_page_opens(visit: Visit, stem: str, language: str) -> None:
    screen = visit(stem, lang=language)
    assert screen.faults() == []
    assert screen.headings(1) + screen.headings(2), "no heading"
    t = words(language)
    assert screen.says(t("frame.disclaimer")), "the frame of app.py is missing"
    assert screen.says(t("frame.exit"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTION_CODES)
def test_every_section_of_the_methods_opens(visit: Visit, section: str, language: str) -> None:
    screen = visit("methods", section=section, lang=language)
    assert screen.faults() == []
    assert screen.widget("section").value == section


def themes_by_county(atlas: Release) -> dict[str, list[str]]:
    """The themes with figures by county -> their indicators."""
    themes: dict[str, list[str]] = {}
    for each in atlas.catalogue.values():
        if each.level == "county":
            themes.setdefault(each.theme, []).append(each.code)
    return themes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("county", FOCUS)
def test_every_county_has_a_profile_of_every_indicator(
    visit: Visit, atlas: Release, county: str, language: str
) -> None:
    t, told = words(language), themes_by_county(atlas)
    screen = visit("county", county=county, lang=language)
    assert screen.faults() == []
    assert set(screen.widget("theme").options) == {t("theme.all"), *(t(f"theme.{theme}") for theme in told)}
    assert screen.says(t.area(county, "of"))
    said = "\n".join(screen.texts())
    for code in (code for codes in told.values() for code in codes):
        assert t(f"indicator.{code}.label") in said, code


def test_a_profile_of_one_theme_names_every_indicator_of_it(visit: Visit, atlas: Release) -> None:
    t = words(SOURCE_LANGUAGE)
    for number, (theme, codes) in enumerate(themes_by_county(atlas).items()):
        screen = visit("county", county=FOCUS[number % len(FOCUS)], theme=theme)
        assert screen.faults() == []
        assert [each for each in screen.headings(2) if each in PROFILED] == [t(f"theme.{theme}")]
        said = "\n".join(screen.texts())
        for code in codes:
            assert t(f"indicator.{code}.label") in said, (theme, code)


def english_words() -> dict[str, re.Pattern[str]]:
    """The English words that differ from the Albanian ones, as patterns of a whole text."""
    albanian, english = words(SOURCE_LANGUAGE).table, words("en").table
    same = {text for key, text in albanian.items() if not key.startswith("streamlit.")}
    found = {}
    for key, text in english.items():
        fixed = re.sub(r"\{\w+\}", "", text)
        # A template with hardly a word of its own would fit anything.
        least = 3 if fixed == text else 8
        if text in same or len(re.findall(r"[^\W\d_]", fixed)) < least or key.startswith(("streamlit.", "language.")):
            continue
        pattern = ".+".join(re.escape(part) for part in re.split(r"\{\w+\}", text))
        found[key] = re.compile(pattern)
    return found


def english_by_right(atlas: Release) -> set[str]:
    """What an Albanian page rightly says in English: the other language's own name, titles and publishers."""
    publications = atlas.programme["publications"]["publication"]
    cited = {name for source in atlas.sources.values() for name in (source.title, source.publisher)}
    return {"English"} | cited | {str(each.get(part)) for each in publications for part in ("title", "publisher")}


@pytest.mark.parametrize("stem", STEMS)
def test_an_albanian_page_says_nothing_in_english(visit: Visit, atlas: Release, stem: str) -> None:
    choices: tuple[dict[str, str], ...] = ({},)
    if stem == "risk":
        choices = tuple({**card, "tab": tab} for card in CARDS for tab in TABS)
    if stem == "methods":
        choices = tuple({"section": section} for section in SECTION_CODES)
    patterns = english_words()
    assert len(patterns) > 500
    found = set()
    for codes in choices:
        screen = visit(stem, lang="sq", **codes)
        assert screen.faults() == []
        said = {piece for text in screen.texts() for piece in (text, *text.split(" · "))}
        for text in said - english_by_right(atlas):
            found |= {f"{key}: {text[:80]}" for key, pattern in patterns.items() if pattern.fullmatch(text)}
    assert not found, "\n".join(sorted(found))


def test_the_english_words_would_be_found(visit: Visit) -> None:
    patterns = english_words()
    texts = visit("programme", lang="en").texts()
    assert sum(any(pattern.fullmatch(text) for pattern in patterns.values()) for text in texts) > 20


def test_a_language_is_kept_from_page_to_page() -> None:
    screen = Screen().follow("overview", lang="en")
    for stem in ("risk", "county", "methods"):
        assert screen.turn_to(stem).says(words("en")("frame.disclaimer"))
        assert screen.address()["lang"] == "en"


def test_the_language_is_switched_on_the_page() -> None:
    screen = Screen().follow("programme")
    assert screen.says(words("sq")("programme.title"))
    screen.choose("lang", "en")
    assert screen.faults() == []
    assert screen.says(words("en")("programme.title"))
    assert screen.address() == {"lang": "en"}
    screen.choose("lang", "sq")
    assert screen.address() == {}


def test_pages_are_named_in_every_language() -> None:
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    assert any("nav." in ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    for language in LANGUAGES:
        assert set(words(language).under("nav")) == set(STEMS)
