"""The first look shows what its page will show, and nothing where the page begins with something else."""

from urllib.parse import urlencode

import pytest
from screen import Screen

from components.serving.first_looks import look_at
from i18n import LANGUAGES

PAGES = {"overview": "/", "risk": "/rreziku", "survey": "/anketa"}
ADDRESSES: list[tuple[str, dict[str, str]]] = [
    ("overview", {}),
    ("overview", {"county": "AL-07"}),
    ("risk", {}),
    ("risk", {"indicator": "school_attendance_15_17", "gender": "f", "county": "AL-09"}),
    ("risk", {"indicator": "net_internal_migration_rate", "view": "twelve"}),
    ("risk", {"indicator": "school_attendance_15_17", "gender": "nobody", "cycle": "2", "period": "1066"}),
    ("risk", {"indicator": "in_education_18_20", "period": "2008/2009"}),
    ("survey", {"question": "heard", "gender": "m", "wave": "w1", "layer": "sure"}),
    ("survey", {"question": "heard", "answer": "no_such", "age": "15-17"}),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stem", "codes"), ADDRESSES)
def test_the_first_look_is_the_map_of_its_page(stem: str, codes: dict[str, str], language: str) -> None:
    asked = codes | {"lang": language}
    look = look_at(PAGES[stem], urlencode(asked))
    screen = Screen().follow(stem, **asked)
    (drawn,) = screen.drawn("county_map")
    title = screen.headings(2)[1 if stem == "survey" else 0]  # there the question stands over the card
    shown = drawn["svg"].replace('id="glance', 'id="map').replace("#glance", "#map").replace("glance-", "map-")
    assert shown in look
    assert f"<h2>{title}</h2>" in look


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/rreziku", "indicator=school_attendance_15_17&tab=table"),
        ("/rreziku", "indicator=school_attendance_15_17&compare=gender"),
        ("/rreziku", "indicator=victims_identified"),  # counted for the whole country: no map
        ("/anketa", ""),  # the first question's published figures are of the whole country
        ("/anketa", "kind=published"),
        ("/", "card=risk.school_attendance_15_17"),
        ("/", "embed=true"),
        ("/metodat", ""),
        ("/sherbimet", "part=people"),
        ("/rreziku", "indicator=" + "x" * 3000),
        ("/rreziku", "indicator=retired_one"),  # another would stand there before the page says so
        ("/anketa", "question=retired_one"),
    ],
)
def test_a_page_that_begins_with_no_map_has_none(path: str, query: str) -> None:
    assert look_at(path, query) == ""


def test_nothing_of_the_address_is_repeated() -> None:
    look = look_at("/rreziku", urlencode({"gender": "<script>alert(1)</script>", "lang": '"><b>', "county": "<i>"}))
    assert 'id="first-look"' in look
    assert "<script" not in look and "<b>" not in look and "<i>" not in look


def test_made_up_figures_are_marked_in_it() -> None:
    assert "SHIFRA DEMONSTRUESE" in look_at("/anketa", "question=heard")
    assert "SHIFRA DEMONSTRUESE" not in look_at("/", "")
