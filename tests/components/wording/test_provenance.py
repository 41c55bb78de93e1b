"""Where figures come from, in words."""

import re
from dataclasses import replace

import pytest

from components.wording.provenance import citation, short_citation, source_lines
from data import Release, Source
from i18n import LANGUAGES, words

SOURCE = Source(id="s999", title="A survey", publisher="An office", year="2018", address="https://example.org")


def test_a_citation_has_publisher_title_and_year() -> None:
    assert citation(words("sq"), SOURCE) == "An office, «A survey», 2018"
    assert citation(words("en"), SOURCE) == "An office, “A survey”, 2018"


def test_whom_a_source_cites_and_where_its_copy_was_read_are_said_in_the_readers_language() -> None:
    told = replace(SOURCE, cites="INSTAT", copy="Scribd", year="2009~")
    assert citation(words("sq"), told) == "An office (citon: INSTAT) (kopje: Scribd), «A survey», rreth vitit 2009"
    assert citation(words("en"), told) == "An office (citing INSTAT) (copy: Scribd), “A survey”, c. 2009"
    assert short_citation(words("sq"), replace(SOURCE, year="")) == "An office"
    assert citation(words("sq"), replace(SOURCE, year="")).endswith(", pa vit")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_source_of_the_release_mixes_our_words_of_two_languages(atlas: Release, language: str) -> None:
    ours = re.compile(r"\b(?:citing|quoting|copy (?:in|on|of)|via|n\.d\.|programme page|press release)\b")
    for source in atlas.sources.values():
        assert not ours.search(f"{source.publisher} {source.cites} {source.copy} {source.year}"), source
    made_up = atlas.sources["demonstration"]
    assert words(language)("source_title.demonstration") in citation(words(language), made_up)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_name_source_interval_release_and_boundaries(atlas: Release, language: str) -> None:
    t = words(language)
    county, country = atlas.catalogue["school_attendance_15_17"], atlas.catalogue["victims_identified"]
    lines = source_lines(t, [SOURCE, SOURCE], county, atlas.info)
    assert lines[0] == t("provenance.sources", sources="; ".join([citation(t, SOURCE)] * 2))
    assert t("method.assumed_deff.short") in lines[1] and atlas.info.id in lines[1]
    assert lines[2] == t("provenance.boundaries")
    assert t("provenance.boundaries") not in source_lines(t, [SOURCE], country, atlas.info)


def test_without_a_source_no_source_is_claimed(atlas: Release) -> None:
    t = words("sq")
    lines = source_lines(t, [], atlas.catalogue["victims_identified"], atlas.info)
    assert len(lines) == 1 and atlas.info.id in lines[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_says_how_its_interval_was_made(atlas: Release, language: str) -> None:
    t = words(language)
    for indicator in atlas.catalogue.values():
        said = " ".join(source_lines(t, [], indicator, atlas.info))
        assumed = t("method.assumed_deff.short") in said
        assert assumed == (indicator.interval == "assumed_deff"), indicator.code
