"""Minutes as files, opened by the programs that people use."""

import datetime
import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as some

from components.exports.minutes.docx_file import docx_of
from components.exports.minutes.letters import settable
from components.exports.minutes.model import WORDS, CardSection, Decision, MinutesDocument
from components.exports.minutes.pdf import pdf_of

HOSTILE = (
    "<script>alert(1)</script>",
    "[kliko](javascript:alert(1))",
    '=HYPERLINK("http://example.org";"x")',
    "#emph[x] $x$ \\u{1} *y* `z` @ref",
    "Ëndrra e çunit\nnë dy rreshta & më shumë",
    "{ MERGEFIELD x }",
)
MARK = "SHIFRA DEMONSTRUESE"
ROWS = tuple((f"Qarku {number}", "92,4 %", "88–95 %", "n 344", "E vlefshme") for number in range(70))


def minutes_of(
    *, language: str = "sq", demonstration: bool = False, texts: tuple[str, ...] = HOSTILE
) -> MinutesDocument:
    decisions = tuple(
        Decision(text, (("Përgjegjësi", "Drejtoria arsimore, Kukës"), ("Afati", "1 prill 2025"))) for text in texts
    )
    return MinutesDocument(
        language=language,
        locale={"sq": "sq-AL", "en": "en-GB"}[language],
        title="Komiteti rajonal, Dibër <b>",
        date="4 mars 2025",
        lead=("Shifrat janë ato që pa takimi.",),
        sections=(
            CardSection(
                title="Në Dibër dhe Kukës më pak vajza shkollohen",
                caption="Përqindja e të rinjve që ndjekin shkollën",
                headings=("Zona", "Vlera", "Intervali", "Baza", "Gjendja"),
                rows=ROWS,
                notes=("Filtrat: Gra/vajza.", "Botimi i shifrave: 2025-01-01-abc."),
                demonstration=demonstration,
                decisions=decisions,
            ),
            CardSection("Shërbimet", "Pa shifra", (), (), ("Kjo kartë nuk ka shifra.",), False, decisions[:1]),
        ),
        made=datetime.date(2025, 3, 5),
        words={name: name for name in WORDS} | {"demonstration": MARK, "decision": "Vendimi"},
    )


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of every page of each file, DOCX through LibreOffice (one start), by poppler."""
    folder = tmp_path_factory.mktemp("minutes")
    for name, minutes in (("plain", minutes_of()), ("made-up", minutes_of(demonstration=True))):
        (folder / f"{name}.docx").write_bytes(docx_of(minutes))
        (folder / f"{name}-typeset.pdf").write_bytes(pdf_of(minutes))
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    sources = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run([*office, "--outdir", str(folder), *sources], check=True, capture_output=True, timeout=120)
    return {path.stem: text_of(path) for path in folder.glob("*.pdf")}


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True).stdout.decode(
        "utf-8"
    )


@pytest.mark.parametrize("name", ["plain", "plain-typeset"])
def test_programs_read_the_albanian_text_and_every_hostile_one_literally(read: dict[str, str], name: str) -> None:
    whole = " ".join(read[name].split())
    for text in (
        *HOSTILE,
        "Në Dibër dhe Kukës më pak vajza shkollohen",
        "Përgjegjësi: Drejtoria arsimore, Kukës",
        "<b>",
    ):
        assert " ".join(text.split()) in whole, text
    assert whole.count("92,4 %") == len(ROWS)


@pytest.mark.parametrize("name", ["plain", "made-up", "plain-typeset", "made-up-typeset"])
def test_every_page_has_its_number_and_where_it_applies_the_demonstration_mark(read: dict[str, str], name: str) -> None:
    pages = [page for page in read[name].split("\f") if page.strip()]
    assert len(pages) >= 2
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in " ".join(page.split())
        assert (MARK in page) == name.startswith("made-up")


@pytest.mark.parametrize("name", ["plain", "plain-typeset"])
def test_the_head_of_a_long_table_stands_on_every_page_of_it(read: dict[str, str], name: str) -> None:
    pages = [page for page in read[name].split("\f") if "92,4 %" in page]
    assert len(pages) >= 2
    assert all("Intervali" in page for page in pages)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_word_processors_document_has_structure_language_and_properties(language: str) -> None:
    made = docx_of(minutes_of(language=language, demonstration=True))
    document = docx.Document(io.BytesIO(made))
    headings = [(each.style.name, each.text) for each in document.paragraphs if each.style.name.startswith("Heading")]
    assert headings[0] == ("Heading 1", "1. Në Dibër dhe Kukës më pak vajza shkollohen")
    assert [text for style, text in headings if style == "Heading 2"].count("Vendimi") == len(HOSTILE) + 1
    assert [each.text for each in document.paragraphs if each.style.name == "Decision"][: len(HOSTILE)] == list(HOSTILE)
    (table,) = document.tables
    assert len(table.rows) == len(ROWS) + 1
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    spoken = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert spoken == {{"sq": "sq-AL", "en": "en-GB"}[language]}
    told = document.core_properties
    assert (told.title, told.language, told.keywords) == ("Komiteti rajonal, Dibër <b>", spoken.pop(), MARK)
    assert told.created == datetime.datetime(2025, 3, 5, tzinfo=told.created.tzinfo)


def test_nothing_in_the_document_runs_or_leads_out() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_of(minutes_of()))) as parts:
        body = parts.read("word/document.xml").decode("utf-8")
        relations = parts.read("word/_rels/document.xml.rels").decode("utf-8")
        footer = next(parts.read(name).decode() for name in parts.namelist() if name.startswith("word/footer"))
    assert "w:hyperlink" not in body and "w:instrText" not in body and "External" not in relations
    assert footer.count("w:instrText") == 4  # PAGE and NUMPAGES, each with its end tag


def test_the_pdf_is_tagged_titled_and_in_its_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(minutes_of())))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "sq-AL" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None and reader.metadata.title == "Komiteti rajonal, Dibër <b>"
    assert b"pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data()
    tags = list(tags_below(root["/StructTreeRoot"]))
    assert tags.count("/TH") >= 5 and tags.count("/TD") == 5 * len(ROWS)
    assert [tag for tag in tags if tag in ("/H1", "/H2", "/H3")][:3] == ["/H1", "/H2", "/H3"]
    fonts = {font for page in reader.pages for font in page["/Resources"]["/Font"].values()}
    assert fonts and all("+SourceS" in font.get_object()["/BaseFont"] for font in fonts)
    assert not [page for page in reader.pages if "/Annots" in page]


def tags_below(node: object) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for each in node for tag in tags_below(each)]
    if not isinstance(node, dict):
        return []
    return [*([str(node["/S"])] if "/S" in node else []), *tags_below(node.get("/K"))]


def test_letters_without_a_glyph_are_written_as_their_number() -> None:
    assert settable("ë ç Ë Ç «–» 𝔘\u200f\n") == "ë ç Ë Ç «–» [U+1D518]\n"


@settings(max_examples=8)
@given(some.text(some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30))
def test_any_text_that_a_meeting_may_write_can_be_exported(text: str) -> None:
    minutes = minutes_of(texts=(text,))
    small = replace(minutes, title=text or "x", sections=(replace(minutes.sections[0], rows=(), headings=()),))
    document = docx.Document(io.BytesIO(docx_of(small)))
    assert [each.text for each in document.paragraphs if each.style.name == "Decision"] == [text]
    assert pdf_of(small).startswith(b"%PDF-")
