"""What cannot be said goes with a figure wherever it goes: picture, slide, its speaker's notes, meeting, card alone."""

from dataclasses import replace
from typing import Any

import pytest

from components import store
from components.address.selection import Selection
from components.downloads import framed
from components.downloads.slides.contents import slide_of
from components.exhibits.card import Card, make_card
from components.exhibits.card_words import note_codes
from components.exhibits.cards import exhibit_of_card
from components.exhibits.model import Exhibit
from components.sections import alone
from components.sections.meeting.screen import limits_of
from data import Filters, Release
from i18n import LANGUAGES, words

ATTENDANCE = "school_attendance_15_17"
# Kukës' own figure rests on few; the three others are the indicator's, and a fourth of its would be one too many.
KUKES, OWN = "small_sample", ("assumed_deff", "weighted_base", "small_survey_base", "two_survey_rounds")
T = words("en")


@pytest.fixture(autouse=True)
def _shown(atlas: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "release", lambda: atlas)


@pytest.fixture
def card(atlas: Release) -> Card:
    return make_card(T, Selection(atlas.catalogue[ATTENDANCE], Filters("f", "15-17", "2017/2018"), "0"))


def with_notes(card: Card, *codes: str) -> Exhibit:
    return exhibit_of_card(T, replace(card, notes=codes), None)


@pytest.mark.parametrize(
    ("codes", "told"), [((), 0), (OWN[:1], 1), (OWN[:2], 2), (OWN[:3], 3), (OWN, 3), ((KUKES, *OWN), 3)]
)
def test_the_first_three_notes_are_told_in_their_order(card: Card, codes: tuple[str, ...], told: int) -> None:
    assert with_notes(card, *codes).limits == tuple(T(f"note.{code}") for code in codes[:told])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_of_a_measure_with_notes_bears_three(atlas: Release, language: str) -> None:
    t = words(language)
    chosen = Selection(atlas.catalogue[ATTENDANCE], Filters("f", "15-17", "2017/2018"), "0")
    limits = exhibit_of_card(t, make_card(t, chosen), None).limits
    assert limits == (t(f"note.{KUKES}"), *(t(f"note.{code}") for code in OWN[:2]))


def test_notes_of_the_figures_come_first_each_once_and_none_of_a_county_that_is_not_told(card: Card) -> None:
    notes = {"AL-07": f"{KUKES} {OWN[1]}", "AL": "press_rounded", "AL-01": "about", "AL-11": KUKES}
    frame = card.frame.assign(note=card.frame["area"].map(notes).fillna(""))
    codes = note_codes(frame, card.selection)
    assert set(codes) == {KUKES, "press_rounded", *OWN}
    assert len(codes) == 6
    assert codes[-3:] == (OWN[0], *OWN[2:])
    assert set(codes[:3]) == {KUKES, OWN[1], "press_rounded"}


def test_slide_and_speakers_notes_say_them_under_their_heading(card: Card) -> None:
    exhibit = with_notes(card, *OWN)
    slide = slide_of(T, exhibit, "https://atlas.test")
    assert slide.limits == exhibit.limits
    place = slide.notes.index(T("slides.limits"))
    assert slide.notes[place + 1 : place + 4] == exhibit.limits
    bare = slide_of(T, with_notes(card), "https://atlas.test")
    assert bare.limits == () and T("slides.limits") not in bare.notes


def test_a_meeting_says_them_and_that_a_figure_is_no_cause_where_there_is_nothing_else(card: Card) -> None:
    exhibit = with_notes(card, *OWN)
    assert limits_of(T, exhibit)[:3] == list(exhibit.limits)
    made_up = limits_of(T, replace(exhibit, is_demonstration=True))
    assert made_up[:4] == [T("kind.demonstration_long"), *exhibit.limits]
    assert limits_of(T, replace(exhibit, limits=(), pictures={})) == [T("meeting.no_cause")]


def test_a_picture_in_its_frame_says_them_after_the_sentences(card: Card, monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[str, Any] = {}
    monkeypatch.setattr(framed, "framed_svg", lambda _, **words: said.update(words) or "")
    exhibit = with_notes(card, *OWN)
    framed.framed_picture(T, exhibit, "map", "https://atlas.test")
    assert said["notes"] == [*exhibit.sentences, *exhibit.limits]
    assert said["watermark"] is None


@pytest.mark.parametrize("is_made_up", [False, True])
def test_a_card_alone_says_them_before_its_sources(
    card: Card, monkeypatch: pytest.MonkeyPatch, is_made_up: bool
) -> None:
    told: list[tuple[str, Any]] = []
    for name in ("show_title", "show_pills", "show_lines", "show_small"):
        monkeypatch.setattr(alone, name, lambda said, name=name: told.append((name, said)))
    monkeypatch.setattr(alone, "show_demonstration", lambda t: told.append(("mark", t("kind.demonstration_long"))))
    monkeypatch.setattr(alone, "show_picture", lambda *_, key: told.append(("picture", key)))
    exhibit = replace(with_notes(card, *OWN), is_demonstration=is_made_up)
    alone.show_exhibit(T, exhibit)
    order = ["show_title", "show_pills", *(["mark"] if is_made_up else []), "picture", "show_lines", "show_small"]
    assert [name for name, _ in told] == order, "the mark of made-up figures stands above the picture"
    assert told[-1][1][-3 - len(exhibit.source_lines) :] == [*exhibit.limits, *exhibit.source_lines]
