"""Exhibits in a deck: the release's own figures, their states, their sources, in both languages."""

import io
import json
from functools import cache, partial
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.downloads.slides import maps
from components.downloads.slides.charts import chart_of, number_format
from components.downloads.slides.county import county_openings, is_made_up
from components.downloads.slides.deck_words import deck_words
from components.downloads.slides.services import services_table
from components.downloads.slides.steps import made_deck
from components.exhibits.model import Exhibit
from components.exhibits.opening import open_view
from components.exports.png import png_metadata
from components.exports.slides.model import NativeChart
from components.wording.provenance import citation
from data import FOCUS, Release
from i18n import LANGUAGES, words

SITE = "https://harta.example"
VIEWS = (
    "risk.school_attendance_15_17.compare~gender",
    "risk.unodc_victims_labour",
    "survey.heard.gender~f",
    "services.presence.cycle~2",
)


def exhibit(code: str, language: str = "sq") -> Exhibit:
    view = read_view(code, known_codes(store.release()))
    assert view is not None
    opened = open_view(words(language), view)
    assert opened is not None
    return opened


@pytest.fixture(autouse=True)
def small_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing large PNGs takes most of a deck's time, and no test here looks at them."""
    monkeypatch.setattr(maps, "SCALE", 0.5)


@cache
def deck_in(language: str) -> Any:
    """A deck of the views, opened again, with all that progress said."""
    t = words(language)
    told: list[tuple[float, str]] = []
    openings = [partial(exhibit, code, language) for code in VIEWS]
    about = deck_words(t, t("slides.agenda_title"), "", VIEWS)
    content = made_deck(t, openings, about, SITE, lambda share, step: told.append((share, step)))
    deck: Any = Presentation(io.BytesIO(content))
    deck.told = told
    return deck


@pytest.fixture(params=LANGUAGES)
def deck(request: pytest.FixtureRequest) -> Any:
    return deck_in(request.param)


@pytest.fixture
def albanian() -> Any:
    return deck_in("sq")


def sheets(deck: Any) -> list[Any]:
    """The workbook of each native chart."""
    found = [shape.chart for page in deck.slides for shape in page.shapes if shape.has_chart]
    blobs = [chart.part.chart_workbook.xlsx_part.blob for chart in found]
    return [openpyxl.load_workbook(io.BytesIO(blob), data_only=True)["Sheet1"] for blob in blobs]


def notes_of(page: Any) -> str:
    return str(page.notes_slide.notes_text_frame.text)


def test_the_workbook_in_the_chart_has_the_releases_own_rows(albanian: Any, atlas: Release) -> None:
    rows, sheet = atlas.rows_of("school_attendance_15_17"), sheets(albanian)[0]
    t = words("sq")
    areas = {t.area(area): area for area in (*FOCUS, "AL")}
    assert [sheet.cell(row, 1).value for row in range(2, 7)] == list(areas), "in the order of the programme"
    for place, gender in enumerate(("f", "m")):
        chosen = rows[rows["gender"].eq(gender) & rows["age"].eq("15-17") & rows["period"].eq("2017/2018")]
        by_area = chosen.set_index("area")
        for row, area in enumerate(areas.values(), start=2):
            first = 4 + 6 * place
            told = [sheet.cell(row, column).value for column in (2 + place, first, first + 1)]
            assert told == [by_area.loc[area, name] for name in ("value", "value_low", "value_upp")]


def test_suppressed_figures_keep_their_category_and_their_word(albanian: Any, atlas: Release) -> None:
    rows = atlas.rows_of("unodc_victims_labour")
    rows = rows[rows["gender"].eq("all") & rows["age"].eq("all")]
    hidden = rows[rows["status"].eq("suppressed")]
    assert len(hidden) == 6
    sheet = sheets(albanian)[1]
    told = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(2, sheet.max_row + 1)}
    assert len(told) == len(rows)
    for period in hidden["period"]:
        assert told[f"{period}: pak persona"] is None
    assert told["2021"] == 16


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_county_without_a_figure_keeps_its_category_with_the_word_for_it(language: str) -> None:
    t, wages = words(language), exhibit("risk.wages", language)
    chart = chart_of(t, wages)
    assert isinstance(chart, NativeChart)
    missing = wages.rows.loc[wages.rows["status"].eq("no_data"), "area"]
    assert len(missing) == 2
    for area in missing:
        assert f"{t.area(area)}: {t('state.no_data.mark')}" in chart.categories
    assert [bar.value is None for bar in chart.sides[0].bars] == [": " in each for each in chart.categories]


def test_where_persons_are_counted_the_country_does_not_dwarf_the_counties() -> None:
    t = words("sq")
    chart = chart_of(t, exhibit("risk.population"))
    assert chart is not None and chart.categories == tuple(t.area(area) for area in FOCUS)


def test_the_notes_hold_every_source_every_figure_the_address_and_the_release(deck: Any, atlas: Release) -> None:
    language = language_of(deck)
    for code in VIEWS:
        shown = exhibit(code, language)
        pages = [page for page in deck.slides if page.shapes.title.text == shown.title]
        assert pages
        for page in pages:
            noted = notes_of(page)
            for source in shown.sources:
                assert citation(words(language), source) in noted and source.address in noted
            assert shown.view.address(SITE, lang=language, release=atlas.info.id) in noted
            assert atlas.info.id in noted
            if "spoken" in shown.rows:
                assert all(spoken in noted for spoken in shown.rows["spoken"])


def language_of(deck: Any) -> str:
    return "sq" if deck.core_properties.language == "sq-AL" else "en"


def test_every_source_is_cited_on_the_last_pages(deck: Any) -> None:
    last = "\n".join(
        shape.text_frame.text for page in list(deck.slides)[-3:] for shape in page.shapes if shape.has_text_frame
    )
    for code in VIEWS:
        for source in exhibit(code).sources:
            assert citation(words(language_of(deck)), source) in last


def test_the_map_in_the_deck_carries_its_provenance(albanian: Any, atlas: Release) -> None:
    pictures = [shape for page in albanian.slides for shape in page.shapes if shape.shape_type == 13]
    assert len(pictures) == 3, "two of the comparison, one of the survey"
    inside = json.loads(png_metadata(pictures[0].image.blob)["provenance"])
    assert inside["release"] == atlas.info.id
    assert inside["view"] == exhibit(VIEWS[0]).view.code


def test_made_up_figures_are_marked_and_published_ones_are_not(deck: Any) -> None:
    mark = words("sq" if deck.core_properties.language == "sq-AL" else "en")("kind.demonstration")
    marked = [
        mark in "".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame) for page in deck.slides
    ]
    heard = exhibit(VIEWS[2], "sq" if deck.core_properties.language == "sq-AL" else "en").title
    assert marked == [page.shapes.title.text == heard for page in deck.slides]
    assert any(marked)


def test_the_matrix_of_services_is_a_native_table(deck: Any) -> None:
    tables = [shape.table for page in deck.slides for shape in page.shapes if shape.has_table]
    names = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert len(names) == len(store.release().services.catalogue)
    assert all(len(table.columns) == 1 + len(FOCUS) for table in tables)


def test_progress_rises_to_the_end(albanian: Any) -> None:
    shares = [share for share, _ in albanian.told]
    assert shares == sorted(shares) and shares[0] == 0 and 0.85 < shares[-1] <= 1
    assert {exhibit(VIEWS[0]).title in step for _, step in albanian.told} == {True, False}


def test_a_countys_deck_has_the_briefs_exhibits_and_its_own_services(monkeypatch: pytest.MonkeyPatch) -> None:
    t = words("en")
    opened = [opening() for opening in county_openings(t, "AL-09", SITE)]
    titles = [each.title for each in opened if each is not None]
    assert len(titles) == len(opened) >= 6
    table = services_table(t, "AL-09", SITE)
    assert table in opened and table is not None
    present = sum(row[2] == t("service_state.present") for row in table.rows)
    assert f"{present} in cycle 2" in table.title
    assert is_made_up("AL-09") == any(each.is_demonstration for each in opened if each)
    monkeypatch.setattr(store, "release", store.published_release)
    published = [opening() for opening in county_openings(t, "AL-09", SITE)]
    assert published and not any(each.is_demonstration for each in published if each)
    assert not is_made_up("AL-09")


def test_a_published_deck_has_no_made_up_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "release", store.published_release)
    t = words("sq")
    openings = [
        partial(open_view, t, view)
        for view in (read_view(code, known_codes(store.release())) for code in VIEWS[1:3])
        if view
    ]
    content = made_deck(t, openings, deck_words(t, "a", "b", ()), SITE, lambda share, step: None)
    deck = Presentation(io.BytesIO(content))
    told = [shape.text_frame.text for page in deck.slides for shape in page.shapes if shape.has_text_frame]
    told += [notes_of(page) for page in deck.slides]
    assert len(told) > 10
    assert not [said for said in told if "demonstr" in said.lower()]


@pytest.mark.parametrize(
    ("language", "unit", "least", "most", "expected"),
    [
        ("sq", "percent", 0, 100, '0" %"'),
        ("sq", "persons", 0, 758513, '[>=10000]#" "##0;0'),
        ("en", "persons", 0, 1065, '[>=1000]#","##0;0'),
        ("en", "percent", -28.3, 1.2, '0"%";"−"0"%"'),
        ("sq", "lek_month", 0, 900, "0"),
    ],
)
def test_axis_numbers_are_written_as_the_language_writes_them(
    language: str, unit: str, least: float, most: float, expected: str
) -> None:
    assert number_format(words(language), unit, least, most).replace("\u00a0", " ") == expected


def test_rows_that_are_no_figures_make_no_chart() -> None:
    t = words("sq")
    assert chart_of(t, exhibit("services.presence.cycle~2")) is None


def test_people_reached_have_a_side_for_each_cycle() -> None:
    t = words("sq")
    shown = exhibit("services.people.by~age")
    chart = chart_of(t, shown)
    assert chart is not None
    assert [side.name for side in chart.sides] == [t("cycle.1.name"), t("cycle.2.name")]
    told = sorted(bar.value for side in chart.sides for bar in side.bars if bar.value is not None)
    assert told == sorted(shown.rows["value"].dropna()) and not pd.isna(told).any()
