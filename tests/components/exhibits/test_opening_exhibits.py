"""A view opened again says what its page says, on either release, and never more than the release has."""

import pytest
from pytest import MonkeyPatch

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.exhibits.model import Drawing, Exhibit
from components.exhibits.opening import open_view
from data import FOCUS, Release
from i18n import LANGUAGES, words


def opened(code: str, language: str = "sq") -> Exhibit:
    view = read_view(code, known_codes(store.whole_release()))
    assert view is not None, code
    exhibit = open_view(words(language), view)
    assert exhibit is not None, code
    return exhibit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("code", "pictures"),
    [
        ("risk.school_attendance_15_17.gender~f", ["map", "chart"]),
        ("risk.school_attendance_15_17.compare~gender.view~twelve", ["map", "chart"]),
        ("risk.victims_identified", ["chart"]),
        ("survey.heard.gender~f.tab~chart", ["map", "chart", "answers"]),
        ("survey.heard.compare~period.county~AL-07", ["map", "chart", "answers"]),
        ("survey.heard.population~roma", ["answers"]),
    ],
)
def test_an_exhibit_has_words_rows_and_pictures(code: str, pictures: list[str], language: str) -> None:
    exhibit = opened(code, language)
    assert list(exhibit.pictures) == pictures
    assert exhibit.title and exhibit.caption and exhibit.pills and exhibit.source_lines and len(exhibit.rows)
    assert exhibit.is_demonstration == exhibit.rows["kind"].eq("demonstration").any()
    for name, picture in exhibit.pictures.items():
        assert isinstance(picture, Drawing) == (name == "map")


def test_a_cycle_without_figures_gives_way_to_the_usual_one() -> None:
    usual = opened("risk.school_attendance_15_17.gender~f")
    assert opened("risk.school_attendance_15_17.gender~f.cycle~2").title == usual.title


def test_the_choices_are_in_force(atlas: Release) -> None:
    exhibit = opened("risk.school_attendance_15_17.gender~f.period~2008--2009")
    assert set(exhibit.rows["gender"]) == {"f"}
    assert set(exhibit.rows["period"]) == {"2008/2009"}
    wanted = atlas.rows_of("school_attendance_15_17")
    wanted = wanted[wanted["gender"].eq("f") & wanted["period"].eq("2008/2009") & wanted["area"].isin(FOCUS)]
    shown = exhibit.rows[exhibit.rows["area"].isin(FOCUS)]
    assert dict(zip(shown["area"], shown["value"], strict=True)) == dict(
        zip(wanted["area"], wanted["value"], strict=True)
    )


def test_a_view_read_from_an_exhibit_opens_the_same_exhibit() -> None:
    for code in ("risk.school_attendance_15_17.gender~f.compare~period", "survey.heard.compare~gender.county~AL-09"):
        first = opened(code)
        again = opened(first.view.code)
        assert again.view == first.view
        assert again.title == first.title
        assert again.provenance(words("sq"), "").checksum == first.provenance(words("sq"), "").checksum


def test_what_a_subject_lacks_falls_back() -> None:
    exhibit = opened("risk.victims_identified.gender~f.age~15-17.compare~gender.cycle~0")
    assert exhibit.view.choice("compare") == ""
    assert len(exhibit.rows)


def test_a_published_release_shows_no_made_up_question(monkeypatch: MonkeyPatch) -> None:
    view = read_view("survey.heard", known_codes(store.whole_release()))
    assert view is not None
    monkeypatch.setattr(store, "release", store.published_release)
    made_up = open_view(words("sq"), view)
    assert made_up is None


def test_provenance_changes_with_a_figure() -> None:
    exhibit = opened("risk.school_attendance_15_17.gender~f")
    provenance = exhibit.provenance(words("sq"), "https://atlas.test")
    assert provenance.release == store.whole_release().info.id
    assert len(provenance.figures) == len(exhibit.rows)
    edited = [dict(figure) for figure in provenance.figures]
    edited[0]["value"] = 99.0
    assert provenance.checksum != type(provenance)(**{**vars(provenance), "figures": tuple(edited)}).checksum
