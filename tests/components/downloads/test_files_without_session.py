"""A file is made when the page and its session are gone: it must be of the release that the reader looked at."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from screen import Screen

from components import store
from components.address.reading import survey_selection
from components.address.view import View
from components.downloads.settled import settled
from components.downloads.tables.of_card import view_data, whole_data
from components.exhibits.card import make_card
from components.exhibits.cards import exhibit_of_card
from components.sections.card.download_tab import SCOPES
from components.wording.survey import with_question
from data import Release
from i18n import words

Offers = dict[str, Callable[[], bytes]]


@pytest.fixture
def offers(monkeypatch: pytest.MonkeyPatch) -> Offers:
    """What the pages' buttons would deliver, by file name."""
    found: Offers = {}

    def note(_label: str, data: Any, *, file_name: str, **_more: Any) -> bool:
        found[file_name] = data
        return False

    monkeypatch.setattr(st, "download_button", note)
    return found


@pytest.fixture(scope="module")
def screen() -> Screen:
    return Screen()


def no_release() -> Release:
    raise AssertionError("a file asked for the release when its button was clicked")


def rows_of(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype={"cycle": str})


@pytest.mark.parametrize(
    ("stem", "codes", "pictures"),
    [
        ("risk", {"indicator": "school_attendance_15_17", "tab": "download", "compare": "gender"}, 2),
        ("survey", {"question": "heard", "tab": "download", "compare": "age", "county": "AL-09"}, 3),
        ("survey", {"question": "meaning_published", "tab": "download", "kind": "published", "lang": "en"}, 1),
        ("data", {"set": "services", "shape": "wide"}, 0),
    ],
)
def test_no_file_asks_for_the_release_on_the_click(
    screen: Screen,
    offers: Offers,
    monkeypatch: pytest.MonkeyPatch,
    stem: str,
    codes: dict[str, str],
    pictures: int,
) -> None:
    assert screen.follow(stem, **codes).faults() == []
    monkeypatch.setattr(store, "release", no_release)
    data = [name for name in offers if name.endswith((".csv", ".xlsx", ".parquet", ".json"))]
    assert len(data) == 6
    drawn = [name for name in offers if name.endswith(".svg")]
    assert len(drawn) == pictures
    for name in (*data, *drawn):
        assert offers[name](), name


def test_published_only_holds_for_the_files_of_the_data_page(screen: Screen, offers: Offers) -> None:
    screen.follow("data", set="survey", measures="meaning_published", kind="published")
    everything = next(make for name, make in offers.items() if name.endswith(".csv"))
    assert set(rows_of(everything())["kind"]) == {"published"}
    assert all("DEMONSTRATION" not in name for name in offers)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_file_is_of_the_release_that_was_looked_at(
    monkeypatch: pytest.MonkeyPatch, scope: str, atlas: Release
) -> None:
    """The reader's release has fewer waves than the one the process holds: later the file must not find the others."""
    question = atlas.survey.questions["heard"]
    first = atlas.survey.wave_of(question.asked[0]).period
    kept = atlas.survey.observations[atlas.survey.observations["period"].eq(first)]
    smaller = pd.DataFrame(kept).reset_index(drop=True)
    looked_at = replace(atlas, survey=replace(atlas.survey, observations=smaller))
    with monkeypatch.context() as page:
        page.setattr(store, "release", lambda: looked_at)
        selection = survey_selection(
            store.release().survey, question, View("survey", "heard", (("wave", question.asked[0].wave),))
        )
        t = with_question(words("sq"), question, selection.answer)
        card = make_card(t, selection)
        exhibit = settled(exhibit_of_card(t, card, None))
        make = (view_data if scope == "view" else whole_data)(t, card, exhibit).make
    monkeypatch.setattr(store, "release", no_release)
    assert set(make().rows["period"]) == {first}
    assert len(make().rows) == (5 if scope == "view" else smaller["indicator"].eq("heard").sum())
