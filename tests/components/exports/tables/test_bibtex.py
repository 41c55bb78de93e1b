"""The citation as BibTeX: pybtex reads it, institutions stay whole, and every view has a key of its own."""

import dataclasses
from collections.abc import Iterable

import pytest
from pybtex.database import Entry, parse_string

from components.downloads.tables.table import table_of as built_table
from components.exports.tables.bibtex import citation_bib
from components.exports.tables.model import SourceNote, Table
from data import Release
from i18n import LANGUAGES, words
from tests.components.exports.tables.sample_tables import attendance, heard, table_of

SQ = words("sq")


def entries(table: Table) -> dict[str, Entry]:
    return dict(parse_string(citation_bib(table), "bibtex").entries)


def of_rows(atlas: Release, language: str = "sq", **changed: str) -> Table:
    told = {"title": "Ndjekja e shkollës", "caption": "C", "address": "https://h.example/te-dhenat"} | changed
    return built_table(words(language), atlas, attendance(atlas), filters=(), **told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_authors_are_institutions_and_titles_keep_their_capitals(atlas: Release, language: str) -> None:
    table = of_rows(atlas, language)
    own, *sources = entries(table).values()
    (author,) = own.persons["author"]
    assert author.last_names == [f"{{{table.words['product']}}}"] and not author.first_names
    assert own.fields["title"] == "{Ndjekja e shkollës}" and own.fields["year"] == atlas.info.date[:4]
    assert own.fields["url"] == table.provenance.address
    for entry, source in zip(sources, table.sources, strict=True):
        (author,) = entry.persons["author"]
        assert author.last_names == [f"{{{source.publisher}}}"] and source.publisher
        assert entry.fields["title"] == f"{{{source.title}}}" and entry.fields.get("year", "") == source.year


def test_every_source_of_the_release_can_be_cited(atlas: Release) -> None:
    every = atlas.observations.drop_duplicates("source").reset_index(drop=True)
    table = built_table(SQ, atlas, every, title="T", caption="C", filters=())
    found = entries(table)
    assert len(found) == 1 + len(table.sources) > 50
    assert all(entry.persons["author"] for entry in found.values())
    years = [entry.fields.get("year", "2020") for entry in found.values()]
    assert all(set(year) <= set("0123456789-") for year in years)


def keys(tables: Iterable[Table]) -> list[str]:
    return [next(iter(entries(table))) for table in tables]


def test_another_view_table_language_or_release_has_another_key(atlas: Release) -> None:
    first = of_rows(atlas)
    later = dataclasses.replace(first, provenance=dataclasses.replace(first.provenance, release="2027-01-01-abc"))
    others = [
        of_rows(atlas, view="risk.school_attendance_15_17"),
        of_rows(atlas, view="risk.school_attendance_15_17.gender~f"),
        of_rows(atlas, address="https://h.example/te-dhenat?measures=wages"),
        of_rows(atlas, "en"),
        of_rows(atlas, title="Tjetër"),
        later,
    ]
    found = keys([first, *others])
    assert len(set(found)) == len(found)
    assert keys([of_rows(atlas)]) == found[:1], "the same view, the same key"


def test_a_demonstration_says_so_in_its_title(atlas: Release) -> None:
    own = next(iter(entries(table_of(SQ, atlas, heard(atlas))).values()))
    assert own.fields["title"].startswith(f"{{{SQ('file.demonstration')}: ")


def test_signs_of_tex_are_text(atlas: Release) -> None:
    hostile = SourceNote("s} x,", "50 % of {all} \\input{x} $a_b$ #1 ~^", "https://x.al/{a}")
    table = table_of(SQ, atlas, attendance(atlas), sources=(hostile,))
    assert "s--x-" in entries(table)
    entry = citation_bib(table).split("\n\n")[1]
    assert r"50 \% of \{all\} \textbackslash{}input\{x\} \$a\_b\$ \#1 \textasciitilde{}\textasciicircum{}" in entry
    assert "https://x.al/%7Ba%7D" in entry
