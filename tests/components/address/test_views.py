"""A view as one code: written, read again, and refused when anything in it is unknown."""

from collections.abc import Container

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.asked import Part
from components.address.known import DEFAULTS, known_codes
from components.address.view import (
    AT_MOST,
    CHOICES,
    SUBJECTS,
    View,
    Views,
    join_views,
    read_view,
    read_views,
    view_of,
)
from data import Release

GIRLS = "risk.school_attendance_15_17.gender~f.period~2017--2018"


@pytest.fixture(scope="module")
def known(atlas: Release) -> dict[str, Container[str]]:
    return known_codes(atlas)


def test_a_code_says_page_subject_and_choices(known: dict[str, Container[str]]) -> None:
    view = read_view(GIRLS, known)
    assert view == View("risk", "school_attendance_15_17", (("gender", "f"), ("period", "2017/2018")))
    assert view.code == GIRLS
    assert view.codes == {"indicator": "school_attendance_15_17", "gender": "f", "period": "2017/2018"}
    assert view.address("https://atlas.test", lang="en") == (
        "https://atlas.test/rreziku?gender=f&indicator=school_attendance_15_17&lang=en&period=2017%2F2018"
    )


@pytest.mark.parametrize(
    "code",
    [
        "",
        "risk",
        "risk.",
        "risk.heard",  # a question is no indicator
        "survey.school_attendance_15_17",
        "overview.population",
        "risk.population.gender",
        "risk.population.gender~x",
        "risk.population.gender~f.gender~m",
        "risk.population.answer~yes",  # no choice of that page
        "risk.population.agenda~risk",
        "risk.population..",
        f"{GIRLS}~~",
        "risk.population.lang~en",
    ],
)
def test_what_is_not_known_is_no_view(known: dict[str, Container[str]], code: str) -> None:
    assert read_view(code, known) is None
    assert code not in known["card"]
    assert code not in known["agenda"]


def test_a_default_is_left_out() -> None:
    view = view_of("risk", "population", {"gender": "f", "tab": "map", "view": "twelve", "county": ""}, DEFAULTS)
    assert view.choices == (("gender", "f"), ("view", "twelve"))


def test_an_agenda_has_at_most_six_views_each_once(known: dict[str, Container[str]], atlas: Release) -> None:
    views = tuple(View("risk", code) for code in list(atlas.catalogue)[: AT_MOST + 1])
    assert read_views(join_views(views[:AT_MOST]), known) == views[:AT_MOST]
    assert read_views(join_views((views[0], views[0])), known) == views[:1]
    assert read_views("", known) == ()
    agendas = known["agenda"]
    assert isinstance(agendas, Views)
    assert join_views(views[:AT_MOST]) in agendas and join_views(views) not in agendas
    assert agendas.part(join_views(views)) == Part(join_views(views[:AT_MOST]), (), 1)
    mixed = f"{views[0].code}~~risk.nonsense~~{views[1].code}~~{GIRLS}~x~~"
    assert agendas.part(mixed) == Part(join_views(views[:2]), ("risk.nonsense", f"{GIRLS}~x", ""))


@given(st.data())
def test_every_view_is_read_back(known: dict[str, Container[str]], data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(sorted(SUBJECTS)))
    subject = data.draw(st.sampled_from(sorted(known[SUBJECTS[page]])))  # type: ignore[type-var,arg-type]
    keys = data.draw(st.sets(st.sampled_from(CHOICES[page])))
    choices = tuple((key, data.draw(st.sampled_from(sorted(known[key])))) for key in sorted(keys))  # type: ignore[type-var,arg-type]
    view = View(page, subject, choices)
    assert read_view(view.code, known) == view


@given(st.text(max_size=80))
def test_no_text_is_misread(known: dict[str, Container[str]], text: str) -> None:
    view = read_view(text, known)
    assert view is None or view.code == text
