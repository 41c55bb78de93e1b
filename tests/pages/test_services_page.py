"""The Services page in both languages, part by part: presence, people, programme, providers, files."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from screen import Screen

from components import store
from components.selection import KINDS
from components.services.choices import BREAKDOWNS, PART_CODES, SERVICE_GROUPS
from components.services.downloads import COUNTS, PRESENCE, counts_csv, presence_csv
from data import FOCUS, Release
from data.model.service_counts import CYCLES
from data.model.services_release import empty_services
from i18n import LANGUAGES, words

Visit = Callable[..., Screen]
HEADINGS = {
    "presence": ["services.heading.matrix", "services.heading.gaps"],
    "people": ["services.heading.map", "services.heading.reached", "services.heading.need"],
    "programme": ["services.heading.outputs"],
    "providers": ["services.heading.directory", "referral.title"],
    "files": ["services.heading.download"],
}


def matrices(screen: Screen) -> list[str]:
    return [data["markup"] for data in screen.drawn("harta_board") if 'role="table"' in data["markup"]]


def figures(screen: Screen) -> list[dict[str, object]]:
    return [json.loads(each.proto.spec) for each in screen.test.get("plotly_chart")]


def headings(screen: Screen) -> list[str]:
    return [str(each.value) for each in screen.test.header]


def headings_of(part: str, language: str) -> list[str]:
    return [words(language)(key) for key in HEADINGS[part]]


@pytest.mark.parametrize("part", PART_CODES)
@pytest.mark.parametrize("cycle", CYCLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_opens_under_a_short_finding_with_its_own_headings(
    visit: Visit, language: str, cycle: str, part: str
) -> None:
    screen = visit("services", part=part, lang=language, cycle=cycle)
    t = words(language)
    assert screen.faults() == []
    title = str(screen.test.title[0].value)
    assert len(title.split()) <= 15 and title[0].isupper()
    assert screen.says(t("services.lead"))
    assert screen.widget("part").options == [t(f"services.part.{code}") for code in PART_CODES]
    assert headings(screen) == headings_of(part, language)
    assert screen.says(t("service_gap.silence")) == (part == "presence")
    assert bool(matrices(screen)) == (part == "presence")
    assert bool(screen.maps()) == bool(figures(screen)) == (part == "people")
    assert screen.says(t("help.title")) or screen.says(f"**{t('help.title')}**")
    assert not any(re.search(r"\{\w+\}", text) for text in screen.texts() if "<" not in text and "{" not in text[:1])


def test_the_page_opens_on_presence(visit: Visit) -> None:
    screen = visit("services")
    assert screen.widget("part").value == "presence"
    assert headings(screen) == headings_of("presence", "sq")


def test_a_chosen_part_is_kept_in_the_address_whatever_else_is_chosen() -> None:
    screen = Screen().follow("services", lang="en")
    for part in reversed(PART_CODES[1:]):
        screen.choose("part", part)
        assert screen.address()["part"] == part
        assert headings(screen) == headings_of(part, "en")
    screen.choose("part", "people").choose("cycle", "1").choose("by", "age")
    assert screen.address() == {"lang": "en", "part": "people", "cycle": "1", "by": "age"}
    assert headings(screen) == headings_of("people", "en")
    screen.choose("part", "presence")
    assert screen.faults() == []
    assert "part" not in screen.address()
    assert headings(screen) == headings_of("presence", "en")


@pytest.mark.parametrize("unknown", ["shelters", "People", ""])
def test_an_unknown_part_falls_back_to_presence_and_leaves_the_address(visit: Visit, unknown: str) -> None:
    screen = visit("services", part=unknown, lang="en")
    assert screen.faults() == []
    assert screen.widget("part").value == "presence"
    assert headings(screen) == headings_of("presence", "en")
    assert "part" not in screen.address()


@pytest.mark.parametrize("cycle", CYCLES)
def test_the_matrix_follows_the_cycle_and_speaks_for_every_county(visit: Visit, cycle: str) -> None:
    screen = visit("services", part="presence", cycle=cycle, lang="sq")
    (markup,) = matrices(screen)
    assert markup.count('role="table"') == 2
    t = words("sq")
    assert t("services.matrix_title", cycle=cycle) in markup
    for area in FOCUS:
        assert t.area(area) in markup
    assert t("service_state.not_known") in markup


@pytest.mark.parametrize("part", PART_CODES)
def test_the_time_before_the_programme_cannot_be_chosen(visit: Visit, part: str) -> None:
    screen = visit("services", part=part, cycle="0")
    assert screen.faults() == []
    assert screen.widget("cycle").value == "2"
    assert screen.says(words("sq")("services.cycle_lacking"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_people_are_marked_on_map_chart_and_in_words(visit: Visit, language: str) -> None:
    screen = visit("services", part="people", lang=language)
    mark = words(language)("kind.demonstration")
    assert screen.maps() and all(f">{mark}<" in svg for svg in screen.maps())
    assert figures(screen) and all(mark in json.dumps(figure, ensure_ascii=False) for figure in figures(screen))
    said = [str(each.value) for each in screen.test.subheader]
    assert any(words(language)("kind.demonstration_title", title="") in head for head in said)
    assert screen.says(words(language)("kind.demonstration_long"))


@pytest.mark.parametrize("part", PART_CODES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_published_only_leaves_sentences_where_the_made_up_figures_were(visit: Visit, language: str, part: str) -> None:
    screen = visit("services", part=part, kind="published", lang=language)
    t = words(language)
    assert screen.faults() == []
    assert headings(screen) == headings_of(part, language)
    assert screen.maps() == [] and figures(screen) == []
    assert sum(t("services.no_records") in text for text in screen.texts()) == (3 if part == "people" else 0)
    assert not screen.says(t("kind.demonstration_long"))
    assert bool(matrices(screen)) == (part == "presence")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_of_people_is_offered_only_with_the_made_up_figures(visit: Visit, language: str, kind: str) -> None:
    screen = visit("services", part="files", kind=kind, lang=language)
    t = words(language)
    assert screen.says(t("services.presence_csv"))
    assert screen.says(t("services.counts_csv")) == (kind != "published")


@pytest.mark.parametrize("by", BREAKDOWNS)
@pytest.mark.parametrize("group", SERVICE_GROUPS)
def test_every_breakdown_of_every_service_is_drawn(visit: Visit, by: str, group: str) -> None:
    screen = visit("services", part="people", by=by, group=group, lang="en")
    assert screen.faults() == []
    assert screen.widget("by").value == by
    assert screen.widget("group").value == ("all" if by == "service" else group)
    (figure,) = figures(screen)
    assert {trace["type"] for trace in figure["data"]} == {"bar"}  # type: ignore[attr-defined]


def test_a_choice_of_cycle_is_kept_in_the_address() -> None:
    screen = Screen().follow("services", part="presence")
    screen.choose("cycle", "1")
    assert screen.faults() == []
    assert screen.address()["cycle"] == "1"
    assert words("sq")("services.matrix_title", cycle="1") in matrices(screen)[0]


@pytest.mark.parametrize(("query", "found"), [("vatra", "Vatra"), ("qender komunitare", "Bashkia Bulqizë")])
def test_the_directory_finds_providers_and_services_without_accents(query: str, found: str) -> None:
    screen = Screen().follow("services", part="providers")
    rows = [text for text in screen.texts() if text == found]
    screen.test.text_input(key="provider_query").set_value(query)
    screen.test.run()
    assert screen.faults() == []
    assert rows and screen.says(found)
    count = next(caption for caption in screen.captions() if re.fullmatch(r"\d+ rresht[a]?", caption))
    assert 0 < int(count.split()[0]) < 15


def test_a_search_without_a_match_says_so() -> None:
    screen = Screen().follow("services", part="providers")
    screen.test.text_input(key="provider_query").set_value("xyzzy")
    screen.test.run()
    assert screen.says(words("sq")("library.none", query="xyzzy"))


def test_no_place_of_a_shelter_is_on_the_page(visit: Visit, atlas: Release) -> None:
    rows = atlas.services.presence
    assert rows.loc[rows["service"].eq("specialised_shelter"), "place"].eq("").all()
    (markup,) = matrices(visit("services", part="presence", lang="en"))
    shelter = re.findall(r'aria-label="(Specialised shelter[^"]*)"', markup)
    assert shelter and set(shelter) == {f"Specialised shelter: {words('en')('services.not_told')}"}


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_every_row_with_codes_words_source_release_and_kind(
    atlas: Release, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(store, "release", lambda: atlas)
    t = words(language)
    presence, counts = read(presence_csv(t)), read(counts_csv(t))
    assert list(presence[0]) == [t(f"service_column.{column}") for column in PRESENCE]
    assert list(counts[0]) == [t(f"service_column.{column}") for column in COUNTS]
    assert len(presence) == len(atlas.services.presence)
    assert len(counts) == len(atlas.services.counts)
    release, made_up = t("service_column.release"), t("service_column.demonstration")
    assert {row[release] for row in (*presence, *counts)} == {atlas.info.id}
    assert {row[made_up] for row in presence} == {t("services.no_demonstration")}
    hidden = [row for row in counts if row[t("service_column.status")] == "suppressed"]
    assert hidden
    assert {row[t("service_column.value")] for row in hidden} == {""}
    assert {row[t("service_column.value_name")] for row in hidden} == {t("state.suppressed.mark.too_few_people")}
    assert {row[made_up] for row in counts} == {t("kind.demonstration")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_without_services_says_so_and_still_helps(
    visit: Visit, atlas: Release, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(store, "whole_release", lambda: replace(atlas, services=empty_services()))
    for part in PART_CODES:
        screen = visit("services", part=part, lang=language)
        assert screen.faults() == []
        assert screen.says(words(language)("services.nothing"))
        assert screen.says(f"**{words(language)('help.title')}**")
        assert screen.drawn("harta_board") == []
        assert not screen.has_widget("part") and headings(screen) == []
