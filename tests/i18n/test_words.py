"""The words: the same in every language file, all used, none missing, and fit for where they are shown."""

import re
import string

import pytest
from word_keys import AREA_FORMS, INDICATOR_PARTS, OPTIONAL, ROOT, asked, families, release

from components.wording.survey import RENAMED
from data.model.catalogue import UNITS
from data.model.dimensions import AREAS
from data.model.observations import source_ids
from i18n import LANGUAGES, SOURCE_LANGUAGE, MissingWord, Text, prose, words

OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
# Shown through st.markdown, where Markdown is meant to work.
MARKDOWN = ("licence.lead", "library.none", "programme.outcome.", "programme.primary.", "programme.secondary.")


def keys(language: str) -> dict[str, str]:
    return words(language).table


def listed(found: object) -> str:
    return "\n".join(map(str, sorted(found)))  # type: ignore[call-overload]


def braces(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys(language: str) -> None:
    missing = keys(SOURCE_LANGUAGE).keys() - keys(language).keys()
    assert not missing, f"{language}.toml lacks:\n{listed(missing)}"
    extra = keys(language).keys() - keys(SOURCE_LANGUAGE).keys()
    assert not extra, f"only {language}.toml has:\n{listed(extra)}"


@pytest.mark.parametrize("language", OTHERS)
def test_a_key_has_the_same_placeholders_in_every_language(language: str) -> None:
    ours = keys(SOURCE_LANGUAGE)
    shared = ours.keys() & keys(language).keys()
    # A period's number may be said in Roman or in our own digits: one language takes the one, one the other.
    either = {"period.quarter", "period.half"}
    differing = {key for key in shared - either if braces(ours[key]) != braces(keys(language)[key])}
    assert not differing, listed(differing)
    assert all(set(braces(keys(language)[key])) <= {"year", "roman", "number"} for key in either)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_ragged(language: str) -> None:
    ragged = {key for key, text in keys(language).items() if text != text.strip()} - {"language.separators"}
    ragged |= {key for key, text in keys(language).items() if not text or "  " in text or "\n" in text}
    assert not ragged, listed(ragged)


def test_the_code_was_read() -> None:
    assert len(asked()) > 150
    assert {"county.title", "indicator.*.label", "table.rows.one", "state.*.mark.*", "language.locale"} <= set(asked())


def test_every_template_says_which_codes_fill_it() -> None:
    unknown = {f"{where} {key}" for key, where in asked().items() if "*" in key and key not in families()}
    assert not unknown, f"word_keys.families() does not know:\n{listed(unknown)}"
    idle = {key for key in families() if key not in asked() and key != OPTIONAL}
    assert not idle, f"no code asks for:\n{listed(idle)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_the_code_asks_for_exists(language: str) -> None:
    missing = {f"{key} ({where})" for key, where in asked().items() if "*" not in key and key not in keys(language)}
    for template, filled in families().items():
        if template != OPTIONAL:
            missing |= {f"{key} ({asked().get(template)})" for key in filled - keys(language).keys()}
    assert not missing, f"{language}.toml lacks:\n{listed(missing)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_file_is_used(language: str) -> None:
    used = {key for key in asked() if "*" not in key}.union(*families().values())
    used |= {f"{RENAMED}{key}" for key in used}  # what the survey says instead
    dead = keys(language).keys() - used
    assert not dead, f"{language}.toml has words nobody asks for:\n{listed(dead)}"


# The same in both languages by right: names, licences' names, words both languages share, Streamlit's own words.
SAME = re.compile(
    r"area\..*\.(name|the)|programme\.partner\..*\.name|licence\..*\.(name|text)|streamlit\..*\.from"
    r"|download\.(png|svg|pdf)|programme\.partner_role\.partner|programme\.kind\.plan|municipality\..*|provider\..*|file_format\..*"
    r"|unit\.(lek|lek_month|persons)\..*_one"
)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_was_left_untranslated(language: str) -> None:
    ours, theirs = keys(SOURCE_LANGUAGE), keys(language)
    same = {
        key
        for key in ours.keys() & theirs.keys()
        if ours[key] == theirs[key]
        and len(re.findall(r"[^\W\d_]", re.sub(r"\{\w+\}", "", ours[key]))) >= 3
        and not SAME.fullmatch(key)
    }
    assert not same, f"the same in {SOURCE_LANGUAGE} and {language}:\n{listed(same)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_plain_text(language: str) -> None:
    marks = re.compile(r"<[a-z/!]|&[a-z#]\w*;|\*\*|__|`|\]\(|^#+ |^[-*] ")
    marked = {key for key, text in keys(language).items() if marks.search(text) and not key.startswith(MARKDOWN)}
    assert not marked, listed(marked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_keep_their_signs(language: str) -> None:
    """No dash for a minus, no ordinary space before %, no straight quotes, no three dots."""
    ours = {key: text for key, text in keys(language).items() if not key.startswith("streamlit.")}
    wrong = {key for key, text in ours.items() if re.search(r"\d %|\} %|\"|\.\.\.", text)}
    assert not wrong, listed(wrong)


def test_a_missing_key_is_named_with_its_language() -> None:
    for language in LANGUAGES:
        with pytest.raises(MissingWord) as caught:
            words(language)("nowhere.at_all")
        assert language in str(caught.value)
        assert "nowhere.at_all" in str(caught.value)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        words("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prose_has_every_language(language: str) -> None:
    names = {path.name.split(".")[0] for path in (ROOT / "i18n/prose").glob("*.md")}
    assert names
    for name in names:
        headings = [line for line in prose(name, language).splitlines() if line.startswith("#")]
        first = [line for line in prose(name, SOURCE_LANGUAGE).splitlines() if line.startswith("#")]
        assert [line.split()[0] for line in headings] == [line.split()[0] for line in first], name


# Registries, from both ends.


def blocks(text: Text, prefix: str) -> set[str]:
    return set(text.under(prefix))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_is_described_and_every_description_has_its_indicator(language: str) -> None:
    text = words(language)
    lacking = {
        f"indicator.{code}.{part}"
        for code in release().catalogue
        for part in INDICATOR_PARTS
        if not text.has(f"indicator.{code}.{part}")
    }
    assert not lacking, listed(lacking)
    orphans = blocks(text, "indicator") - set(release().catalogue)
    assert not orphans, f"described, but in no catalogue:\n{listed(orphans)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_short_and_tell_indicators_apart(language: str) -> None:
    labels = {code: words(language)(f"indicator.{code}.label") for code in release().catalogue}
    assert {code: label for code, label in labels.items() if len(label) > 45} == {}
    assert len(set(labels.values())) == len(labels)
    assert not {code for code, label in labels.items() if label.endswith(".")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_definitions_are_sentences(language: str) -> None:
    text = words(language)
    wrong = {
        f"indicator.{code}.{part}"
        for code in release().catalogue
        for part, most in (("definition", 3), ("method", 2))
        if not text(f"indicator.{code}.{part}").endswith(".")
        or len(re.findall(r"[.!?](?= [A-ZÇË]|$)", text(f"indicator.{code}.{part}"))) > most
    }
    assert not wrong, listed(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("prefix", "template"),
    [
        ("note", "note.*"),
        ("theme", "theme.*"),
        ("glossary", "glossary.*.term"),
        ("glossary_group", "glossary_group.*"),
        ("programme.partner", "programme.partner.*.name"),
        ("programme.kind", "programme.kind.*"),
        ("programme.outcome", "programme.outcome.*.name"),
        ("help.number", "help.number.*"),
        ("change", "change.*"),
    ],
)
def test_a_registry_and_its_words_agree(language: str, prefix: str, template: str) -> None:
    depth = prefix.count(".") + 1
    codes = {key.split(".")[depth] for key in families()[template]}
    named = blocks(words(language), prefix)
    assert not codes - named, f"{prefix}: no words for {listed(codes - named)}"
    assert not named - codes, f"{prefix}: words for nothing: {listed(named - codes)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_a_catalogue_may_name_has_words(language: str) -> None:
    named = blocks(words(language), "unit")
    assert not set(UNITS) - named, f"allowed by the catalogue's rules, without words: {listed(set(UNITS) - named)}"
    assert not named - set(UNITS), f"words for no unit: {listed(named - set(UNITS))}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_has_every_form(language: str) -> None:
    text = words(language)
    assert blocks(text, "area") == set(AREAS)
    for area in AREAS:
        assert blocks(text, f"area.{area}") == set(AREA_FORMS), area


def test_every_source_cited_says_who_published_what_and_when() -> None:
    used = set(source_ids(release().observations["source"]))
    assert used <= set(release().sources)
    for source in release().sources.values():
        assert source.title and source.publisher, source.id
        assert re.fullmatch(r"(\d{4}([-~?]|-\d{4})?)?", source.year), source.id  # '' where the source names none


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_its_own_has_every_gender_of_the_indicator(language: str) -> None:
    text = words(language)
    own = [code for code in release().catalogue if text.under(f"indicator.{code}.fewer")]
    assert own
    for code in own:
        assert set(text.under(f"indicator.{code}.fewer")) >= set(release().catalogue[code].genders), code
