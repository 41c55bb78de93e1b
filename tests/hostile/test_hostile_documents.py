"""Text that people type, or that a source says, in files: no formula, no link, no field, no markup of the format."""

import csv
import datetime
import io
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pypdf
import pytest
from hypothesis import strategies as st
from throwing import FORMULAS, TEXTS, texts, throw

from components.exports.cells import is_formula_like
from components.exports.minutes.docx_file import docx_of
from components.exports.minutes.model import WORDS, CardSection, Decision, MinutesDocument
from components.exports.minutes.pdf import pdf_of
from components.exports.picture import framed_svg
from components.exports.tables.formats import FORMATS
from components.exports.tables.model import Table
from data import Release
from i18n import words
from minutes.model import cleaned
from tests.components.exports.framed import FRAME, MAP
from tests.components.exports.slides.sample_slides import COMPARED, SERVICES, opened
from tests.components.exports.tables.sample_tables import attendance, table_of

NUMBER = re.compile(r"-?[0-9.,]+(e-?[0-9]+)?")
typed = texts.map(lambda text: cleaned(text, lines=True) or "x")  # as the store keeps it


def minutes_of(some: list[str]) -> MinutesDocument:
    """Minutes of one card with a decision a text."""
    decisions = tuple(Decision(text, ((text, text),)) for text in some)
    card = CardSection(some[0], some[-1], ("A", "B"), ((some[0], some[-1]),), tuple(some), True, decisions)
    return MinutesDocument(
        language="sq",
        locale="sq-AL",
        title=some[0].replace("\n", " "),
        date="29 nëntor 2026",
        lead=tuple(some[:1]),
        sections=(card,),
        made=datetime.date(2026, 11, 29),
        words={name: name for name in WORDS},
    )


def test_minutes_as_files() -> None:
    """The same fields and no link, whatever was decided; PDF has no link and no script either."""
    drawn = 0

    def check(some: list[str]) -> None:
        nonlocal drawn
        drawn += 1
        minutes = minutes_of(some)
        with ZipFile(io.BytesIO(docx_of(minutes))) as archive:
            parts = {
                name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))
            }
        body = parts["word/document.xml"]
        assert not re.search("<w:(fldSimple|instrText|hyperlink|object|altChunk)", body)
        assert not any('TargetMode="External"' in part for part in parts.values())
        for part in parts.values():
            ElementTree.fromstring(part)
        if drawn % 4 == 0:  # setting a PDF takes longer
            page = pdf_of(minutes)
            assert not re.search(rb"/(URI|JavaScript|JS|Launch|GoToR|SubmitForm)\b", page)
            assert len(pypdf.PdfReader(io.BytesIO(page)).pages) >= 1

    throw("text: documents", st.lists(typed, min_size=1, max_size=5), check)


@pytest.fixture(scope="module")
def plain(atlas: Release) -> Table:
    rows = attendance(atlas).head(3)
    return table_of(words("sq"), atlas, rows)


def hostile(plain: Table, text: str) -> Table:
    """The table with the text in every word of it, as a catalogue or a source may say it."""
    named = dict.fromkeys(("indicator_name", "name", "gender_name", "citation", "status_text", "unit"), text)
    return replace(
        plain,
        rows=plain.rows.assign(**named),
        headings={key: heading + text for key, heading in plain.headings.items()},
        title=text or "x",
        caption=text,
        filters=(text, text),
        citation=text,
        licence=text,
        measures=tuple(replace(each, label=text, definition=text, universe=text) for each in plain.measures),
        sources=tuple(replace(each, citation=text, address=text) for each in plain.sources),
    )


def runs(cell: str) -> bool:
    """Whether a spreadsheet would calculate the cell of a text file."""
    return is_formula_like(cell) and not NUMBER.fullmatch(cell)


def test_tables_as_files(plain: Table) -> None:
    cases = st.tuples(st.sampled_from(["csv", "csv", "csv_semicolon", "xlsx", "json", "zip"]), typed_cells())

    def check(case: tuple[str, str]) -> None:
        code, text = case
        content = FORMATS[code].make(hostile(plain, text))
        if code.startswith("csv"):
            refuse_formulas(content, "," if code == "csv" else ";")
        if code == "xlsx":
            refuse_links(content)
        if code == "zip":
            with ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    assert not name.startswith(("/", "..")) and "\\" not in name
                    if name.endswith(".csv"):
                        refuse_formulas(archive.read(name), ",")
                    if name.endswith(".xlsx"):
                        refuse_links(archive.read(name))

    throw("text: spreadsheets", cases, check)


def typed_cells() -> st.SearchStrategy[str]:
    """Formulas, and texts as XML and UTF-8 can hold them: a catalogue is a text file."""
    kept = "[^\t\n\r\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]"
    return st.one_of(st.sampled_from(FORMULAS), texts).map(lambda text: re.sub(kept, "", text))


def refuse_formulas(content: bytes, separator: str) -> None:
    """Fails where a cell of the text file would be calculated."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator)
    assert [cell for row in rows for cell in row if runs(cell)] == []


def refuse_links(content: bytes) -> None:
    """Fails where a workbook has a formula of the text, a link, or a reference to another file."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" and "bad.example" in str(cell.value)] == []
    assert [cell.value for cell in cells if cell.hyperlink] == []
    with ZipFile(io.BytesIO(content)) as archive:
        assert not any("externalLink" in name for name in archive.namelist())


def test_slides() -> None:
    def check(text: str) -> None:
        slide = replace(
            COMPARED, title=text, caption=text, sentences=(text,), limits=(text,), notes=(text,), citations=(text,)
        )
        table = replace(SERVICES, title=text, rows=((text,) * 3,), notes=(text,), citations=(text,))
        deck: Any = opened(slide, table)
        for page in deck.slides:
            links = [each.reltype for each in (*page.part.rels.values(), *page.notes_slide.part.rels.values())]
            assert not any(kind.endswith("/hyperlink") for kind in links)
            assert b"hlinkClick" not in page.part.blob

    throw("text: slides", typed, check)


def test_pictures() -> None:
    """The frame around a picture has the same elements, whatever its words say."""

    def shape(text: str) -> list[str]:
        told: dict[str, Any] = FRAME | {
            "title": text,
            "caption": text,
            "pills": [text],
            "notes": [],
            "source_lines": [],
        }
        told["metadata"] = {"provenance": text}
        root = ElementTree.fromstring(framed_svg(MAP, **told))
        return sorted({str(each.tag) for each in root.iter()})

    known = shape("Dibër")

    def check(text: str) -> None:
        assert set(shape(text)) <= set(known)

    throw("text: pictures", typed.map(lambda text: text[:80]), check)


def test_the_recorded_texts_are_what_they_are_called() -> None:
    assert len(TEXTS) > 60 and len(FORMULAS) > 50
    assert sum(map(is_formula_like, FORMULAS)) > 30
