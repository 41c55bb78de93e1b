"""Adding things touches the fewest places; whoever forgets one of them is told which.

For every row of the table: what there is today has all its places, and a thing added without one of them is caught,
with the place's name, by the same check.
"""

import ast
import shutil
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from screen import ROOT

import geo
from data import FOCUS, Release, SourceError, open_release
from data.releasing.build import build
from i18n import LANGUAGES, Text, words
from i18n.text import flatten

SOURCES = ROOT / "data" / "sources"
INDICATOR_PARTS = ("label", "measure", "definition", "universe", "method")
AREA_FORMS = ("name", "the", "of", "acc", "in")
BLOCK = """
[girls_in_council]
theme = "education"
unit = "percent"
decimals = 1
higher_is = "better"
level = "county"
scale = [0, 10, 20, 30, 40]
interval = "none"
sensitive_count = false
outcomes = [1]
notes = []
breaks = []
comparability = "comparable"
"""
ROW = "girls_in_council,AL-09,f,15-17,2023,31.2,,high,s900,\n"
SOURCE = "s900,Councils of pupils,An office,2023,https://example.org/councils\n"


# The checks: each gives the places that lack something.


def indicator_gaps(codes: Iterable[str], t: Text) -> list[str]:
    """The words an indicator needs and a language lacks."""
    keys = [f"indicator.{code}.{part}" for code in codes for part in INDICATOR_PARTS]
    return [f"i18n/{t.language}.toml [{key}]" for key in keys if not t.has(key)]


def note_gaps(release: Release, t: Text) -> list[str]:
    """The notes that figures or indicators bear and a language cannot say."""
    codes = {code for each in release.catalogue.values() for code in each.notes}
    codes |= {code for row in release.observations["note"].unique() for code in row.split()}
    return [f"i18n/{t.language}.toml [note] {code}" for code in sorted(codes) if not t.has(f"note.{code}")]


TABLE_OF_PAGES = "components/address/pages.py"


def page_gaps(root: Path, tables: dict[str, Text]) -> list[str]:
    """The places a page lacks: its file, its row in PAGES, its title in every language."""
    files = {path.stem for path in (root / "pages").glob("*.py")}
    tree = ast.parse((root / TABLE_OF_PAGES).read_text(encoding="utf-8"))
    (value,) = (
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAGES"
    )
    registered = set(ast.literal_eval(value))
    gaps = [f"{TABLE_OF_PAGES} PAGES: {stem}" for stem in sorted(files - registered)]
    gaps += [f"pages/{stem}.py" for stem in sorted(registered - files)]
    for language, t in tables.items():
        gaps += [
            f"i18n/{language}.toml [nav] {stem}" for stem in sorted(files | registered) if not t.has(f"nav.{stem}")
        ]
    return gaps


def language_gaps(folder: Path, languages: Sequence[str]) -> list[str]:
    """The files and keys a language lacks beside the first."""
    files = {language: folder / f"{language}.toml" for language in languages}
    gaps = [f"i18n/{path.name}" for path in files.values() if not path.exists()]
    tables = {code: flatten(tomllib.loads(path.read_text("utf-8"))) for code, path in files.items() if path.exists()}
    source = tables[languages[0]]
    for code, table in tables.items():
        gaps += [f"i18n/{code}.toml {key}" for key in source if key not in table]
    names = {path.name.split(".")[0] for path in (folder / "prose").glob(f"*.{languages[0]}.md")}
    wanted = [folder / "prose" / f"{name}.{code}.md" for code in languages for name in sorted(names)]
    gaps += [f"i18n/prose/{path.name}" for path in wanted if not path.exists()]
    loose = {path.stem for path in folder.glob("*.toml")} - set(languages)
    return gaps + [f"i18n/text.py LANGUAGES: {code}" for code in sorted(loose)]


def county_gaps(areas: Iterable[str], t: Text) -> list[str]:
    """The forms of a county's name that a language lacks."""
    keys = [f"area.{area}.{form}" for area in areas for form in AREA_FORMS]
    return [f"i18n/{t.language}.toml [{key}]" for key in keys if not t.has(key)]


def without(t: Text, *keys: str) -> Text:
    """The same language with some words forgotten."""
    return Text(t.language, {key: text for key, text in t.table.items() if key not in keys})


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the real sources, to add to."""
    return Path(shutil.copytree(SOURCES, tmp_path / "sources"))


@pytest.fixture
def add(sources: Path) -> Callable[[str, str], None]:
    """Puts text at the end of a file of the copied sources."""

    def append(name: str, text: str) -> None:
        path = sources / name
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")

    return append


def build_complaint(sources: Path) -> str:
    """What the build says about sources with something forgotten."""
    with pytest.raises(SourceError) as caught:
        build(sources, sources.parent / "release")
    assert not (sources.parent / "release").exists()
    return str(caught.value)


# An indicator.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_has_all_its_words(atlas: Release, language: str) -> None:
    assert indicator_gaps(atlas.catalogue, words(language)) == []


def test_an_indicator_with_all_its_places_reaches_the_release(sources: Path, add: Callable[[str, str], None]) -> None:
    add("catalogue/education.toml", BLOCK)
    add("facts/education.csv", ROW)
    add("sources.csv", SOURCE)
    build(sources, sources.parent / "release")
    release = open_release(sources.parent / "release")
    assert "girls_in_council" in release.catalogue
    own = release.observations[release.observations["indicator"].eq("girls_in_council")].set_index("area")
    assert own.loc["AL-09", "value"] == 31.2
    assert own.loc["AL-07", "status"] == "no_data"


def test_an_indicator_without_its_block_is_named(sources: Path, add: Callable[[str, str], None]) -> None:
    add("facts/education.csv", ROW)
    add("sources.csv", SOURCE)
    said = build_complaint(sources)
    assert "facts/education.csv" in said and "girls_in_council" in said and "indicator" in said


def test_an_indicator_without_rows_is_named(sources: Path, add: Callable[[str, str], None]) -> None:
    add("catalogue/education.toml", BLOCK)
    said = build_complaint(sources)
    assert "catalogue/education.toml" in said and "girls_in_council" in said and "facts/education.csv" in said


@pytest.mark.parametrize(
    "key", ["unit", "decimals", "higher_is", "level", "scale", "interval", "notes", "comparability"]
)
def test_an_indicator_without_one_of_its_facts_is_named(
    sources: Path, add: Callable[[str, str], None], key: str
) -> None:
    add("catalogue/education.toml", "\n".join(line for line in BLOCK.splitlines() if not line.startswith(f"{key} =")))
    add("facts/education.csv", ROW)
    add("sources.csv", SOURCE)
    said = build_complaint(sources)
    assert f"[girls_in_council] {key}" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", INDICATOR_PARTS)
def test_an_indicator_without_one_of_its_words_is_named(atlas: Release, language: str, part: str) -> None:
    key = f"indicator.victims_identified.{part}"
    assert indicator_gaps(atlas.catalogue, without(words(language), key)) == [f"i18n/{language}.toml [{key}]"]
    assert len(indicator_gaps(["girls_in_council"], words(language))) == len(INDICATOR_PARTS)


# A source.


def test_a_figure_without_its_source_is_named(sources: Path, add: Callable[[str, str], None]) -> None:
    add("catalogue/education.toml", BLOCK)
    add("facts/education.csv", ROW)
    said = build_complaint(sources)
    assert "facts/education.csv" in said and "source" in said and "s900" in said


def test_a_source_named_by_the_programme_and_missing_is_named(sources: Path) -> None:
    path = sources / "programme/help.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"s107"', '"s901"'), encoding="utf-8")
    said = build_complaint(sources)
    assert "programme/help.toml" in said and "s901" in said


# A note.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_has_its_words(atlas: Release, language: str) -> None:
    assert note_gaps(atlas, words(language)) == []


def test_a_note_without_words_is_named(sources: Path, add: Callable[[str, str], None]) -> None:
    add("catalogue/education.toml", BLOCK.replace("notes = []", 'notes = ["pupils_only"]'))
    add("facts/education.csv", ROW.replace("high,s900,", "medium,s900,read_aloud"))
    add("sources.csv", SOURCE)
    build(sources, sources.parent / "release")
    release = open_release(sources.parent / "release")
    for language in LANGUAGES:
        assert note_gaps(release, words(language)) == [
            f"i18n/{language}.toml [note] pupils_only",
            f"i18n/{language}.toml [note] read_aloud",
        ]


def test_an_uncertain_figure_without_a_note_is_named(sources: Path, add: Callable[[str, str], None]) -> None:
    add("catalogue/education.toml", BLOCK)
    add("facts/education.csv", ROW.replace("high", "medium"))
    add("sources.csv", SOURCE)
    said = build_complaint(sources)
    assert "facts/education.csv" in said and "note" in said


# A page.


@pytest.fixture
def frame(tmp_path: Path) -> Path:
    """The table of pages and pages/, to add to."""
    shutil.copytree(ROOT / "pages", tmp_path / "pages", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / TABLE_OF_PAGES).parent.mkdir(parents=True)
    shutil.copy(ROOT / TABLE_OF_PAGES, tmp_path / TABLE_OF_PAGES)
    return tmp_path


TABLES = {language: words(language) for language in LANGUAGES}


def test_every_page_has_all_its_places() -> None:
    assert page_gaps(ROOT, TABLES) == []


def test_a_page_without_its_row_and_titles_is_named(frame: Path) -> None:
    (frame / "pages/agenda.py").write_text('"""Agenda."""\n', encoding="utf-8")
    titles = [f"i18n/{language}.toml [nav] agenda" for language in LANGUAGES]
    assert page_gaps(frame, TABLES) == [f"{TABLE_OF_PAGES} PAGES: agenda", *titles]


def test_a_page_without_its_script_is_named(frame: Path) -> None:
    (frame / "pages/risk.py").unlink()
    assert page_gaps(frame, TABLES) == ["pages/risk.py"]


def test_a_page_without_a_title_is_named() -> None:
    tables = {**TABLES, "en": without(TABLES["en"], "nav.risk")}
    assert page_gaps(ROOT, tables) == ["i18n/en.toml [nav] risk"]


# A language.


@pytest.fixture
def languages(tmp_path: Path) -> Path:
    """The language files, with a third language in part."""
    folder = tmp_path / "i18n"
    shutil.copytree(ROOT / "i18n", folder, ignore=shutil.ignore_patterns("parts", "*.py", "__pycache__"))
    return folder


def test_every_language_has_all_its_places() -> None:
    assert language_gaps(ROOT / "i18n", LANGUAGES) == []


def test_a_language_without_its_files_is_named(languages: Path) -> None:
    gaps = language_gaps(languages, (*LANGUAGES, "it"))
    assert "i18n/it.toml" in gaps and "i18n/prose/methods.it.md" in gaps


def test_a_language_without_its_code_is_named(languages: Path) -> None:
    shutil.copy(languages / "en.toml", languages / "it.toml")
    assert language_gaps(languages, LANGUAGES) == ["i18n/text.py LANGUAGES: it"]


def test_a_language_without_a_key_is_named(languages: Path) -> None:
    text = (languages / "en.toml").read_text(encoding="utf-8")
    assert "\n[nav]\n" in text and '\nrisk = "Risk"\n' in text
    shortened = text.replace('\nrisk = "Risk"\n', "\n", 1)  # the first is the menu's
    (languages / "en.toml").write_text(shortened, encoding="utf-8")
    assert language_gaps(languages, LANGUAGES) == ["i18n/en.toml nav.risk"]


# A county in focus.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_county_in_focus_has_every_form_of_its_name(language: str) -> None:
    assert county_gaps(FOCUS, words(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_county_without_a_form_of_its_name_is_named(language: str) -> None:
    t = without(words(language), "area.AL-09.of")
    assert county_gaps(FOCUS, t) == [f"i18n/{language}.toml [area.AL-09.of]"]


def test_every_county_in_focus_has_a_shape_and_rows(atlas: Release) -> None:
    shapes = {county.id: county for county in geo.shapes().counties}
    assert {code for code, county in shapes.items() if county.focus} == set(FOCUS)
    assert {area for area in FOCUS if area not in set(atlas.observations["area"])} == set()
