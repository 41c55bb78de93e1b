"""The Services page in both languages, part by part: presence, people, programme, providers, files."""

import datetime
import json
import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from screen import Screen

from components import store
from components.address.known import BREAKDOWNS, PART_CODES, PER, SERVICE_GROUPS
from components.address.services import people_view, presence_view
from components.address.view import View
from components.exports.tables.formats import FORMATS
from components.sections.services.taking import place_of, taking_key
from data import FOCUS, Release
from data.model.service_counts import YOUNG
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
    return screen.headings(2)


def buttons(screen: Screen) -> list[str]:
    """The keys of everything that can be clicked."""
    return [str(each.key) for kind in ("button", "download_button") for each in screen.test.get(kind)]


def opened(screen: Screen, view: View) -> Screen:
    """The list of a view's files opened, as by a click on it."""
    screen.test.session_state[taking_key(view)] = True
    screen.test.run()
    return screen


def headings_of(part: str, language: str) -> list[str]:
    return [words(language)(key) for key in HEADINGS[part]]


# The cycle changes what two of the parts show.
SHOWN = [("presence", "1"), ("presence", "2"), ("people", "1"), ("people", "2")] + [
    (part, "2") for part in PART_CODES[2:]
]


@pytest.mark.parametrize(("part", "cycle"), SHOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_opens_under_a_short_finding_with_its_own_headings(
    visit: Visit, language: str, cycle: str, part: str
) -> None:
    screen = visit("services", part=part, lang=language, cycle=cycle)
    t = words(language)
    assert screen.faults() == []
    title = screen.headings(1)[0]
    assert len(title.split()) <= 15 and title[0].isupper()
    assert screen.says(t("services.lead"))
    assert screen.widget("part").options == [t(f"services.part.{code}") for code in PART_CODES]
    assert headings(screen) == headings_of(part, language)
    assert screen.says(t("service_gap.silence")) == (part == "presence")
    assert bool(screen.maps()) == bool(figures(screen)) == (part == "people")
    assert screen.says(t("help.title")) or screen.says(f"**{t('help.title')}**")
    assert not any(re.search(r"\{\w+\}", text) for text in screen.texts() if "<" not in text and "{" not in text[:1])
    if part == "presence":
        (markup,) = matrices(screen)
        assert markup.count('role="table"') == 2
        assert t("services.matrix_title", cycle=cycle) in markup
        assert all(t.area(area) in markup for area in FOCUS)
        assert t("service_state.not_known") in markup
        shelter = re.findall(rf'aria-label="({t("service.specialised_shelter.name")}[^"]*)"', markup)
        assert set(shelter) == {f"{t('service.specialised_shelter.name')}: {t('services.not_told')}"}
    else:
        assert matrices(screen) == []
    if part == "people":
        mark = t("kind.demonstration")
        assert all(f">{mark}<" in svg for svg in screen.maps())
        assert all(mark in json.dumps(figure, ensure_ascii=False) for figure in figures(screen))
        assert any(t("kind.demonstration_title", title="") in each for each in screen.headings(3))
        assert screen.says(t("kind.demonstration_long"))
    if part == "files":
        assert {"services.presence_table", "services.people_table"} == {
            key for key in ("services.presence_table", "services.people_table") if screen.says(t(key))
        }


@pytest.mark.parametrize("per", PER)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_its_ruler_and_table_say_of_whom_ten_thousand_are_counted(
    visit: Visit, atlas: Release, language: str, per: str
) -> None:
    screen, t = visit("services", part="people", lang=language, cycle="1", per=per), words(language)
    assert screen.faults() == []
    assert screen.widget("per").value == per
    assert screen.widget("per").options == [t(f"rate.{code}.name") for code in PER]
    assert t(f"rate.{per}.title", cycle="1") in screen.headings(3)
    assert t(f"rate.{per}.caption") in screen.captions()
    (map_,) = screen.maps()
    assert t(f"rate.{per}.title", cycle="1") in map_
    (ruler,) = [data["beside"] for data in screen.drawn("county_map") if t(f"rate.{per}.legend") in data["beside"]]
    coverage = atlas.services.coverage.query("service == 'all' and cycle == '1'").set_index("area")
    bounds = [f"{t.number(row['per_10000_young_low'], 1)}–{t.number(row['per_10000_young_upp'], 1)}"
              for _, row in coverage.loc[list(FOCUS)].iterrows()]  # fmt: skip
    rates = coverage.loc[list(FOCUS), "per_10000_young" if per == "young" else "per_10000"]
    assert all(t.number(rate, 1) in map_ and t.number(rate, 1) in ruler for rate in rates)
    of_young = per == "young"
    assert all((words in ruler) == of_young for words in bounds)
    assert all(screen.says(t("rate.bounds", interval=words)) == of_young for words in bounds)
    assert all(screen.says(t(rule)) == of_young for rule in ("rate.ratio", "rate.interval"))
    assert screen.says("2017–18") == of_young
    assert screen.says(t.date(datetime.date(2023, 9, 18)))
    assert screen.says(atlas.sources["s030"].title) == of_young and screen.says(atlas.sources["s111"].title)


def test_an_address_from_before_the_measure_works_and_the_choice_is_kept_in_it() -> None:
    screen = Screen().follow("services", part="people", by="area", cycle="1")
    assert screen.faults() == [] and screen.widget("per").value == "young"
    screen.choose("per", "inhabitants")
    assert screen.address() == {"part": "people", "by": "area", "cycle": "1", "per": "inhabitants"}
    (key,) = {key for key in buttons(screen) if key.startswith("agenda_")}
    screen.test.button(key=key).click().run()
    assert screen.record()["agenda"] == "services.people.cycle~1.by~area.per~inhabitants"
    screen.follow("services", part="people", per="everybody")
    assert screen.faults() == [] and screen.widget("per").value == "young" and "per" not in screen.address()


def test_a_release_from_before_the_young_shows_inhabitants(
    visit: Visit, atlas: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    young = {column: "" if dtype == "str" else pd.Series(dtype=dtype) for column, dtype in YOUNG.items()}
    services = replace(atlas.services, coverage=atlas.services.coverage.assign(**young))
    info = replace(atlas.info, id="2026-11-28-00000000")  # what was remembered of the other is not asked
    monkeypatch.setattr(store, "whole_release", lambda: replace(atlas, services=services, info=info))
    screen, t = visit("services", part="people", by="area"), words("sq")
    assert screen.faults() == []
    assert screen.widget("per").options == [t("rate.inhabitants.name")]
    assert t("rate.inhabitants.title", cycle="2") in screen.maps()[0]


def test_a_chosen_part_is_kept_in_the_address_whatever_else_is_chosen() -> None:
    screen = Screen().follow("services")
    assert screen.widget("part").value == "presence"
    assert headings(screen) == headings_of("presence", "sq")
    screen.follow("services", lang="en")
    for part in reversed(PART_CODES[1:]):
        screen.choose("part", part)
        assert screen.address()["part"] == part
        assert headings(screen) == headings_of(part, "en")
    screen.choose("part", "people").choose("cycle", "1").choose("by", "age")
    assert screen.address() == {"lang": "en", "part": "people", "cycle": "1", "by": "age"}
    assert headings(screen) == headings_of("people", "en")
    screen.choose("part", "presence")
    assert screen.faults() == []
    assert "part" not in screen.address() and screen.address()["cycle"] == "1"
    assert words("en")("services.matrix_title", cycle="1") in matrices(screen)[0]


@pytest.mark.parametrize("unknown", ["shelters", "People", ""])
def test_an_unknown_part_falls_back_to_presence_and_leaves_the_address(visit: Visit, unknown: str) -> None:
    screen = visit("services", part=unknown, lang="en")
    assert screen.faults() == []
    assert screen.widget("part").value == "presence"
    assert headings(screen) == headings_of("presence", "en")
    assert "part" not in screen.address()


@pytest.mark.parametrize("part", PART_CODES)
def test_the_time_before_the_programme_cannot_be_chosen(visit: Visit, part: str) -> None:
    screen = visit("services", part=part, cycle="0")
    assert screen.faults() == []
    assert screen.widget("cycle").value == "2"
    assert screen.says(words("sq")("services.cycle_lacking"))


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
    assert screen.says(t("services.presence_table")) == (part == "files")
    assert not screen.says(t("services.people_table"))
    assert any(key.startswith("agenda_") for key in buttons(screen)) == (part == "presence")


@pytest.mark.parametrize("by", BREAKDOWNS)
@pytest.mark.parametrize("group", SERVICE_GROUPS)
def test_every_breakdown_of_every_service_is_drawn_and_can_be_taken_to_a_meeting(
    visit: Visit, by: str, group: str
) -> None:
    screen = visit("services", part="people", by=by, group=group, lang="en")
    assert screen.faults() == []
    kept = "all" if by == "service" else group
    assert screen.widget("by").value == by
    assert screen.has_widget("group") == (by != "service")
    if by == "service":
        assert len(screen.lacking(words("en")("services.group_lacking"))) == len(SERVICE_GROUPS) - 1
    else:
        assert screen.widget("group").value == kept
    (figure,) = figures(screen)
    assert {trace["type"] for trace in figure["data"]} == {"bar"}  # type: ignore[attr-defined]
    views = {people_view(by, kept, "2", per="young"), people_view("area", "all", "2", per="young")}
    keys = {key for key in buttons(screen) if key.startswith("agenda_")}
    assert keys == {f"agenda_{place_of(view)}" for view in views}
    assert screen.says(words("en")("services.taken_above")) == (len(views) == 1)


@pytest.mark.parametrize(
    ("view", "pictures", "absent"),
    [
        (presence_view("1"), ["matrix"], "sdmx"),
        (people_view("gender", "support"), ["chart"], ""),
        (people_view("area", "all", "2", "AL-07"), ["map", "chart"], ""),
    ],
)
def test_an_opened_list_of_files_has_every_picture_and_format_of_its_view(
    visit: Visit, view: View, pictures: list[str], absent: str
) -> None:
    screen = visit("services", **view.codes)
    assert not any("harta-tqnj" in key for key in buttons(screen)), "made before anybody asked"
    files = [key for key in buttons(opened(screen, view)) if "harta-tqnj" in key]
    assert screen.faults() == []
    for picture in pictures:
        assert [kind for kind in ("png", "svg", "pdf") if any(f".{picture}.{kind}" in key for key in files)] == [
            "png", "svg", "pdf"
        ]  # fmt: skip
    for code, form in FORMATS.items():
        assert any(key.endswith(f".{form.extension}") for key in files) == (code != absent), code
    assert all(("DEMONSTRATION" in key) == (view.subject == "people") for key in files)
    (cited,) = {text for text in screen.texts() if f"part={view.subject}" in text and text.endswith(".")}
    assert all(f"{key}={code}" in cited for key, code in (*view.choices, ("release", store.release().info.id)))


def test_what_is_put_on_the_agenda_is_the_view_on_the_page() -> None:
    screen = Screen().follow("services", part="people", by="age", group="support", cycle="1")
    screen.test.button(key="agenda_people_age_support").click().run()
    screen.choose("part", "presence")
    screen.test.button(key="agenda_presence__").click().run()
    assert screen.faults() == []
    assert screen.record()["agenda"] == "services.people.by~age.group~support~~services.presence.cycle~1"


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
    screen.test.text_input(key="provider_query").set_value("xyzzy")
    screen.test.run()
    assert screen.says(words("sq")("library.none", query="xyzzy"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_without_services_says_so_and_still_helps(
    visit: Visit, atlas: Release, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(store, "whole_release", lambda: replace(atlas, services=empty_services()))
    for part in PART_CODES:
        screen = visit("services", part=part, lang=language)
        assert screen.faults() == []
        assert screen.says(words(language)("services.nothing"))
        assert screen.says(words(language)("help.title"))
        assert screen.drawn("harta_board") == []
        assert not screen.has_widget("part") and headings(screen) == []
