"""The meeting: an agenda filled from any card, kept in the address, and one card a screen."""

from collections.abc import Callable
from typing import Any

import pytest
from screen import Screen

from components.address.known import known_codes
from components.address.view import View, join_views, read_views
from components.exhibits.opening import open_view
from components.sections.meeting.screen import limits_of
from components.sections.overview import FINDINGS
from data import Release
from i18n import LANGUAGES, words

Visit = Callable[..., Screen]
t = words("sq")
GIRLS = View("risk", "school_attendance_15_17", (("gender", "f"),))
VICTIMS = View("risk", "victims_identified", (("tab", "chart"),))
HEARD = View("survey", "heard")
PRESENCE = View("services", "presence")
THREE = (GIRLS, VICTIMS, HEARD)
SIX = (*THREE, PRESENCE, View("survey", "heard", (("gender", "f"),)), View("risk", "population"))


def button(screen: Screen, start: str) -> Any:
    """The one button whose key begins so."""
    found = [each for each in screen.test.button if (each.key or "").startswith(start)]
    assert len(found) == 1, [each.key for each in screen.test.button]
    return found[0]


def press(screen: Screen, start: str) -> None:
    button(screen, start).click()
    screen.test.run()
    assert screen.faults() == []


def on_agenda(screen: Screen, atlas: Release) -> list[View]:
    """The views that the address says."""
    return list(read_views(screen.address().get("agenda", ""), known_codes(atlas)) or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_goes_on_the_agenda_and_off_again(visit: Visit, atlas: Release, language: str) -> None:
    said = words(language)
    screen = visit("risk", indicator="school_attendance_15_17", gender="f", lang=language)
    assert button(screen, "agenda_").label == said("meeting.add")
    press(screen, "agenda_")
    assert [(view.page, view.subject, view.choice("gender")) for view in on_agenda(screen, atlas)] == [
        ("risk", "school_attendance_15_17", "f")
    ]
    assert button(screen, "agenda_").label == said("meeting.remove_here")
    screen.choose("gender", "m")
    assert button(screen, "agenda_").label == said("meeting.add_more", n=1, most=6)
    screen.choose("gender", "f")
    press(screen, "agenda_")
    assert "agenda" not in screen.address()
    assert button(screen, "agenda_").label == said("meeting.add")


def test_cards_are_collected_over_pages_in_their_order(visit: Visit, atlas: Release) -> None:
    screen = visit("risk", indicator="school_attendance_15_17")
    press(screen, "agenda_")
    screen.turn_to("survey")
    press(screen, "agenda_")
    assert [view.page for view in on_agenda(screen, atlas)] == ["risk", "survey"]
    screen.turn_to("meeting")
    assert [view.page for view in on_agenda(screen, atlas)] == ["risk", "survey"]
    titles = [each for each in screen.headings(3) if each.startswith(("1. ", "2. "))]
    assert len(titles) == 2


def test_only_the_chart_of_a_cards_tabs_is_a_picture_of_its_own(visit: Visit, atlas: Release) -> None:
    screen = visit("risk", indicator="school_attendance_15_17", tab="table")
    press(screen, "agenda_")
    assert button(screen, "agenda_").label == t("meeting.remove_here")
    screen.choose("tab", "map")
    assert button(screen, "agenda_").label == t("meeting.remove_here")
    screen.choose("tab", "chart")
    press(screen, "agenda_")
    assert [view.choice("tab") for view in on_agenda(screen, atlas)] == ["", "chart"]


def test_a_full_agenda_takes_no_seventh(visit: Visit, atlas: Release) -> None:
    screen = visit("risk", indicator="in_education_18_20", agenda=join_views(SIX))
    assert button(screen, "agenda_").label == t("meeting.full", most=6)
    assert button(screen, "agenda_").disabled
    assert on_agenda(screen, atlas) == list(SIX)


@pytest.mark.parametrize(
    ("codes", "named"),
    [
        ("nonsense", "«nonsense»"),
        ("risk.school_attendance_15_17.gender~<b>", "«risk.school_attendance_15_17.gender~…»"),
    ],
)
def test_an_agenda_without_a_known_card_is_empty_and_says_why(visit: Visit, codes: str, named: str) -> None:
    screen = visit("meeting", agenda=codes)
    assert screen.faults() == []
    assert "agenda" not in screen.address()
    assert screen.says(t("meeting.empty", add=t("meeting.add"), most=6))
    assert screen.says(t("asked.unknown", what=f"karta {named}"))


def test_a_card_that_the_address_says_twice_stands_there_once(visit: Visit, atlas: Release) -> None:
    assert on_agenda(visit("meeting", agenda=f"{GIRLS.code}~~{GIRLS.code}"), atlas) == [GIRLS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", [1, 2, 14])
def test_of_too_many_cards_the_first_six_are_kept_and_said(
    visit: Visit, atlas: Release, more: int, language: str
) -> None:
    said, codes = words(language), [code for code in atlas.catalogue if code not in ("population",)]
    later = tuple(View("risk", code) for code in codes[:more])
    screen = visit("meeting", agenda=join_views((*SIX, *later)), lang=language)
    assert on_agenda(screen, atlas) == list(SIX)
    assert screen.says(said.plural("asked.beyond", more, most=6))
    press(screen, f"remove_{PRESENCE.code}")
    assert not screen.says(said.plural("asked.beyond", more, most=6))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", [0, 2, 4])
def test_one_unknown_card_among_five_is_named_and_four_are_shown(
    visit: Visit, atlas: Release, at: int, language: str
) -> None:
    said, four = words(language), [view.code for view in SIX[:4]]
    codes = [*four[:at], "survey.retired_one", *four[at:]]
    screen = visit("meeting", agenda="~~".join(codes), lang=language)
    assert on_agenda(screen, atlas) == list(SIX[:4])
    what = said("asked.named", what=said("asked_for.agenda"), codes=said("asked.code", code="survey.retired_one"))
    assert screen.says(said("asked.unknown", what=what))
    on_screen = visit("meeting", agenda="~~".join(codes), step="2", lang=language)
    assert on_screen.says(said("asked.unknown", what=what))


@pytest.mark.parametrize("where", ["list", "screen", "alone"])
def test_a_card_without_the_period_it_was_saved_with_says_so(visit: Visit, where: str) -> None:
    code = "risk.school_attendance_15_17.gender~f.period~2023"
    places = {"list": {"agenda": code}, "screen": {"agenda": code, "step": "1"}, "alone": {"card": code}}
    screen = visit("overview" if where == "alone" else "meeting", **places[where])
    assert screen.faults() == []
    assert screen.says(t("asked.not_offered", what="periudha «2023»"))
    places = {
        "list": {"agenda": GIRLS.code},
        "screen": {"agenda": GIRLS.code, "step": "1"},
        "alone": {"card": GIRLS.code},
    }
    screen = visit("overview" if where == "alone" else "meeting", **places[where])
    assert not any("unknown" in piece for piece in screen.markup())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copied_link_opens_the_same_agenda(visit: Visit, language: str) -> None:
    screen = visit("meeting", agenda=join_views(THREE), lang=language)
    assert screen.faults() == []
    said = words(language)
    copied = screen.copied()
    assert screen.says(said.plural("meeting.count", 3, most=6))
    for number, view in enumerate(THREE, start=1):
        exhibit = open_view(said, view)
        assert exhibit
        assert screen.says(said("meeting.row", n=number, title=exhibit.title))
        assert screen.says(exhibit.caption)
    first = screen.texts()
    assert visit("meeting", **copied).texts() == first


def test_cards_change_places(visit: Visit, atlas: Release) -> None:
    screen = visit("meeting", agenda=join_views(THREE))
    assert button(screen, f"up_{GIRLS.code}").disabled
    assert button(screen, f"down_{HEARD.code}").disabled
    press(screen, f"down_{GIRLS.code}")
    assert on_agenda(screen, atlas) == [VICTIMS, GIRLS, HEARD]
    press(screen, f"up_{HEARD.code}")
    assert on_agenda(screen, atlas) == [VICTIMS, HEARD, GIRLS]
    press(screen, f"remove_{HEARD.code}")
    assert on_agenda(screen, atlas) == [VICTIMS, GIRLS]
    press(screen, "meeting_clear")
    assert on_agenda(screen, atlas) == []
    assert screen.says(t("meeting.empty", add=t("meeting.add"), most=6))


@pytest.mark.parametrize("name", ["findings", "themes"])
def test_an_agenda_to_begin_with(visit: Visit, atlas: Release, name: str) -> None:
    screen = visit("meeting")
    press(screen, f"suggestion_{name}")
    found = on_agenda(screen, atlas)
    assert len(found) == 6
    if name == "findings":
        assert [(view.subject, view.choice("gender", "all")) for view in found] == list(FINDINGS[:6])
    else:
        assert {view.page for view in found} == {"risk", "services", "survey"}
    assert screen.says(t.plural("meeting.count", 6, most=6))
    assert not screen.says(t("meeting.not_in_release"))


def test_a_link_inside_the_app_leaves_the_agenda(visit: Visit, atlas: Release) -> None:
    screen = visit("risk", agenda=join_views(THREE))
    screen.test.query_params.clear()
    screen.test.query_params.update({"indicator": "population", "gender": "f"})
    screen.test.run()
    assert screen.record()["indicator"] == "population"
    assert on_agenda(screen, atlas) == list(THREE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", [GIRLS, VICTIMS, HEARD, PRESENCE], ids=lambda view: view.subject)
def test_one_card_has_the_screen(visit: Visit, view: View, language: str) -> None:
    said = words(language)
    screen = visit(
        "meeting", agenda=join_views((VICTIMS, view) if view != VICTIMS else (view,)), step="2", lang=language
    )
    assert screen.faults() == []
    exhibit = open_view(said, view)
    assert exhibit
    assert screen.headings(1) == [exhibit.title]
    assert screen.says(said("meeting.limits"))
    for text in (*exhibit.sentences, *limits_of(said, exhibit), *exhibit.pills, *exhibit.source_lines, exhibit.caption):
        assert screen.says(text), text
    if exhibit.is_demonstration:
        assert screen.says(said("kind.demonstration"))
    assert not screen.says(said("frame.exit"))
    line = screen.drawn("harta_meeting_line")[0]
    assert line["places"][line["step"] - 1] == said("meeting.place", n=line["step"], count=len(line["places"]))


def test_every_card_says_what_it_cannot() -> None:
    for view in (*SIX, View("risk", "population_change")):
        exhibit = open_view(t, view)
        assert exhibit
        assert limits_of(t, exhibit)
        assert set(exhibit.limits) <= set(limits_of(t, exhibit))


def test_a_step_beyond_the_agenda_is_its_last_card(visit: Visit) -> None:
    screen = visit("meeting", agenda=join_views(THREE), step="6")
    assert screen.drawn("harta_meeting_line")[0]["step"] == 3
    screen = visit("meeting", step="2")
    assert screen.drawn("harta_meeting_line") == []
    assert screen.headings(1) == [t("meeting.title")]


def test_a_card_that_the_published_figures_lack_says_so(visit: Visit) -> None:
    screen = visit("meeting", agenda=join_views((HEARD, GIRLS)), kind="published")
    assert screen.faults() == []
    assert screen.says(t("meeting.row", n=1, title=t("meeting.not_in_release")))
    assert not screen.says(t("kind.demonstration"))
    screen = visit("meeting", agenda=join_views((HEARD, GIRLS)), kind="published", step="1")
    assert screen.headings(1) == [t("meeting.not_in_release")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", [GIRLS, HEARD, PRESENCE], ids=lambda view: view.subject)
def test_a_card_stands_alone(visit: Visit, view: View, language: str) -> None:
    said = words(language)
    screen = visit("overview", card=view.code, lang=language)
    assert screen.faults() == []
    exhibit = open_view(said, view)
    assert exhibit
    assert screen.headings(1) == [exhibit.title]
    for text in (exhibit.caption, *exhibit.pills, *exhibit.sentences, *exhibit.limits, *exhibit.source_lines):
        assert screen.says(text), text
    assert screen.says(said("kind.demonstration_long")) == exhibit.is_demonstration
    assert screen.says(said("embed.open"))
    assert not screen.says(said("frame.exit"))
    assert not screen.says(said("frame.disclaimer"))


def test_a_card_alone_is_of_the_published_figures_where_they_are_asked_for(visit: Visit) -> None:
    screen = visit("overview", card=HEARD.code, kind="published")
    assert screen.faults() == []
    assert screen.says(t("embed.not_in_release"))
    assert not screen.says(t("kind.demonstration"))
