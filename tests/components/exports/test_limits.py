"""Every limit of every format, tried on every day of the year in both languages."""

import datetime
import io
from dataclasses import replace

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from components.downloads.names import file_stem
from components.exports.limits import CELL, FOOT, PROPERTY, SHEET, cut, length
from components.exports.minutes.docx_file import docx_of
from components.exports.minutes.docx_properties import describe
from components.exports.minutes.model import WORDS, MinutesDocument
from components.exports.slides.deck import deck_of
from components.exports.tables.words import SHEETS
from components.exports.tables.xlsx import xlsx_of
from data import Release
from i18n import LANGUAGES, words
from tests.components.exports.slides.sample_slides import SERVICES
from tests.components.exports.slides.sample_slides import WORDS as DECK
from tests.components.exports.tables.sample_tables import heard, table_of

DAYS = [datetime.date(2028, 1, 1) + datetime.timedelta(days=number) for number in range(366)]
LONG = "fjalë të gjata 🏔 " * 3000


def minutes(language: str, day: datetime.date, title: str = "Takimi") -> MinutesDocument:
    t = words(language)
    made = t("minutes.file_made", date=t.date(day), release=f"{day}-8d6bd32c")
    lead = (t("minutes.file_lead"), made)
    named = {name: t(f"minutes_file.{name}") for name in WORDS if t.has(f"minutes_file.{name}")}
    told = dict.fromkeys(WORDS, title) | named
    return MinutesDocument(language, language, title, t.date(day), lead, (), day, told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_can_be_had_on_every_day(language: str) -> None:
    longest = max(DAYS, key=lambda day: len(words(language).date(day)))
    assert len(" ".join(minutes("en", longest).lead)) > PROPERTY, "a sample that is not too long shows nothing"
    document = docx.Document()
    for day in DAYS:
        describe(document, minutes(language, day))
        assert 0 < length(document.core_properties.comments) <= PROPERTY
    told = docx.Document(io.BytesIO(docx_of(minutes(language, longest)))).core_properties
    assert 0 < length(told.comments) <= PROPERTY and told.title == "Takimi"


def test_long_texts_are_cut_in_the_properties_of_every_office_file(atlas: Release) -> None:
    document = docx.Document(io.BytesIO(docx_of(minutes("sq", DAYS[0], LONG.strip()))))
    table = table_of(
        words("sq"), atlas, heard(atlas), title=LONG, caption=LONG, filters=(LONG, LONG), citation=LONG * 2
    )
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(table)))
    for said in (document.core_properties, book.properties):
        texts = [said.title, said.subject, said.keywords, getattr(said, "comments", None) or said.description]
        assert all(length(text) <= PROPERTY for text in texts if text) and length(said.title) > 200
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert max(map(length, cells)) <= CELL and any(cell.endswith("…") for cell in cells)
    assert all(length(sheet.oddFooter.left.text or "") <= FOOT for sheet in book)


def test_sheets_have_names_that_a_workbook_takes() -> None:
    for language in LANGUAGES:
        names = [words(language)(f"file.{key}") for key in SHEETS]
        assert all(length(name) <= SHEET for name in names) and len(set(names)) == len(names)


@given(st.text(max_size=60), st.integers(min_value=2, max_value=40))
def test_a_cut_text_is_never_too_long_and_says_that_it_goes_on(text: str, most: int) -> None:
    kept = cut(text, most)
    assert length(kept) <= most
    assert kept == text if length(text) <= most else kept.endswith("…")


@given(st.lists(st.text(min_size=40, max_size=120), min_size=2, max_size=8), st.booleans())
def test_a_files_name_fits_every_disk(filters: list[str], made_up: bool) -> None:
    name = file_stem("heard", filters, demonstration=made_up, release="2026-01-01-abc")
    assert len(f"{name}.semicolon.csv".encode()) <= 255
    assert name.endswith("_2026-01-01-abc") and ("_DEMONSTRATION_" in name) >= made_up
    assert name != file_stem("heard", [*filters, "x"], demonstration=made_up, release="2026-01-01-abc")


def test_a_presentations_properties_are_cut_too() -> None:
    content = deck_of([SERVICES], words=replace(DECK, title=LONG.strip(), subtitle=LONG.strip()))
    told = Presentation(io.BytesIO(content)).core_properties
    assert 0 < length(told.title) <= PROPERTY and 0 < length(told.subject) <= PROPERTY
