"""Where figures come from, in words."""

import pytest

from components.wording.provenance import citation, source_lines
from data import Release, Source
from i18n import LANGUAGES, words

SOURCE = Source(id="s999", title="A survey", publisher="An office", year="2018", address="https://example.org")


def test_a_citation_has_publisher_title_and_year() -> None:
    assert citation(words("sq"), SOURCE) == "An office, «A survey», 2018"
    assert citation(words("en"), SOURCE) == "An office, “A survey”, 2018"


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
