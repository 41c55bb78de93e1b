"""The Data page: tables of any measures in both languages, in the address, the same on the screen and in the file."""

import io
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from screen import Screen

from components import store
from components.downloads.tables import formats
from components.exports.tables.formats import FORMATS
from data import FOCUS, Release
from i18n import LANGUAGES, words

Visit = Callable[..., Screen]
SCHOOL = "school_attendance_15_17"


def shown(screen: Screen) -> pd.DataFrame:
    return next(each.value for each in screen.elements() if each.type == "table")


def header(screen: Screen) -> str:
    return screen.headings(2)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_with_a_table_in_every_set_and_shape(visit: Visit, language: str) -> None:
    t = words(language)
    for of_set in ("indicators", "survey", "services"):
        for shape in ("long", "wide"):
            screen = visit("data", set=of_set, shape=shape, lang=language)
            assert screen.faults() == [], (of_set, shape)
            assert 0 < len(shown(screen)) <= 30
            assert screen.says(t("download.licence")) and screen.says(t("desk.take"))
    assert header(screen).startswith(t("kind.demonstration_title", title="")), "people reached are made up"
    assert screen.says(t("kind.demonstration_long")) and screen.says(t("services.not_additive"))


def test_an_address_builds_its_table_and_shows_its_choices(visit: Visit) -> None:
    codes = {"measures": f"{SCHOOL},population", "areas": "AL-09,AL", "genders": "all,f", "cycles": "0,2"}
    screen = visit("data", **codes)
    t = words("sq")
    assert screen.address() == codes
    assert set(shown(screen)[t("column.name")]) == {t.area("AL-09"), t.area("AL")}
    assert screen.widget("measures").value == [SCHOOL, "population"]
    assert screen.says(t.areas(("AL-09", "AL")))


def test_choosing_leads_to_another_table_and_to_its_address(visit: Visit) -> None:
    screen = visit("data", measures=SCHOOL)
    assert screen.choose("genders", ["f", "m"]).address()["genders"] == "f,m"
    t = words("sq")
    assert set(shown(screen)[t("file_heading.gender_name")]) == {t("gender.f"), t("gender.m")}
    screen.choose("set", "survey")
    assert screen.address() == {"set": "survey"}


def test_where_nothing_is_found_a_sentence_says_why(visit: Visit) -> None:
    screen = visit("data", measures=f"{SCHOOL},population", ages="15-17", cycles="2")
    assert screen.faults() == []
    assert screen.says(words("sq")("desk.nothing"))
    assert not [each for each in screen.elements() if each.type in ("table", "download_button")]


def test_what_has_no_row_is_named_and_not_claimed_by_the_title(visit: Visit) -> None:
    """By gender and age together people reached are counted only for all services in the four counties."""
    screen = visit("data", set="services", measures="all,outreach", genders="f", ages="0-17", lang="en")
    t = words("en")
    assert t("service_group.outreach") not in header(screen)
    lacking = [t("service_group.outreach"), *(t.area(area) for area in FOCUS)]
    assert screen.says(t("desk.lacking", names=t.join(lacking)))


def test_counts_of_victims_come_with_their_notes_and_with_help(visit: Visit) -> None:
    screen = visit("data", measures="victims_identified", lang="en")
    t = words("en")
    notes = store.release().catalogue["victims_identified"].notes
    assert notes and screen.says(t(f"note.{notes[0]}")) and screen.says(t("help.lead"))
    assert not visit("data", measures=SCHOOL, lang="en").says(t("help.lead"))


def test_published_only_offers_nothing_made_up(visit: Visit) -> None:
    screen = visit("data", kind="published", set="services", lang="en")
    t = words("en")
    assert screen.faults() == []
    assert t("desk.set_services") not in screen.widget("set").options
    assert not screen.says(t("kind.demonstration_long"))


@pytest.mark.parametrize("shape", ["long", "wide"])
def test_the_file_has_the_rows_of_the_screen(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, shape: str, atlas: Release
) -> None:
    files: dict[str, Any] = {}

    def note(_label: str, data: Any, *, file_name: str, **_more: Any) -> bool:
        files[file_name] = data
        return False

    monkeypatch.setattr(st, "download_button", note)
    screen = visit("data", measures=SCHOOL, genders="all,f,m", cycles="0", shape=shape)
    name = next(name for name in files if name.endswith(".csv"))
    rows = pd.read_csv(io.BytesIO(files[name]()), encoding="utf-8-sig", keep_default_na=False)
    assert name.startswith("harta-tqnj_tabela-1-tregues_") and atlas.info.id in name
    t, table = words("sq"), shown(screen)
    assert rows["period_text"].tolist() == table[t("column.period_text")].tolist()
    assert rows["gender_name"].tolist() == table[t("file_heading.gender_name")].tolist()
    if shape == "long":
        assert rows["text"].tolist() == table[t("column.text")].tolist()
        assert rows["name"].tolist() == table[t("column.name")].tolist()
    else:
        value = [t.figure(float(cell), "percent", 1) for cell in rows["AL-11"]]
        assert value == [cell.strip("()") for cell in table[t.area("AL-11")]]


def test_a_long_table_is_prepared_before_it_is_delivered(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "QUICK", 3)
    screen, t = visit("data", measures="stunting", lang="en"), words("en")
    prepare = {each.label: each for each in screen.test.button}
    labels = [t(f"file_format.{code}") for code in FORMATS]
    assert [label for label in labels if t("files.prepare", what=label) not in prepare] == []
    prepare[t("files.prepare", what=labels[0])].click().run()
    assert screen.faults() == []
    delivered = [each.proto.label for each in screen.test.get("download_button")]
    assert delivered == [labels[0]]


def test_the_other_desk_takes_files_back(visit: Visit) -> None:
    screen = visit("data", desk="check")
    assert screen.faults() == []
    assert not screen.has_widget("measures")
    assert screen.says(words("sq")("check.lead"))
