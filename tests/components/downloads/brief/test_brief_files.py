"""A county's brief as files: two pages, the same figures on paper and in the browser, made-up ones marked."""

import io
import re
import shutil
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from lxml import html
from pypdf import PdfReader

from components.exports.brief.html import brief_html
from components.exports.brief.model import Brief
from components.exports.brief.pdf import brief_pdf
from components.exports.provenance.reading import read_provenance
from data import FOCUS
from i18n import LANGUAGES, words
from tests.components.downloads.brief.real_briefs import (
    EVERY,
    brief,
    figures,
    html_text,
    page,
    pdf,
    pdf_text,
    published,
)

A4 = (595, 842)  # points
SMALLEST, IN_MAP = 6, 4.5  # points of the smallest letters: of a text, of a word in the drawing


def texts_of(told: Brief) -> list[str]:
    """Everything that both files have to say."""
    said = [told.title, told.lead, told.map.caption, *told.summary, *told.limits, *told.services.notes]
    for row in told.rows:
        figures = (row.told, *row.others, row.whole)
        state = row.told.state if row in told.headlines else row.told.mark
        said += [row.label, row.verdict_text, row.told.period, state, *(each.text for each in figures)]
    for service in told.services.rows:
        said += [service.name, service.note, *(part for cell in service.cells for part in (cell.word, cell.who))]
    said += [source.citation for source in told.sources]
    return [*said, *(told.words[name] for name in ("fresh", "made", "release", "licence", "boundaries"))]


def squeezed(text: str) -> str:
    """The text without any space: lines break elsewhere on paper."""
    return "".join(text.split())


@pytest.mark.parametrize(("county", "language"), EVERY)
def test_two_pages_of_a4_and_letters_that_can_be_read(county: str, language: str) -> None:
    reader = PdfReader(io.BytesIO(pdf(county, language)))
    assert [tuple(map(round, sheet.mediabox[2:])) for sheet in reader.pages] == [A4, A4]
    sizes = letter_sizes(pdf(county, language))
    assert sum(sizes.values()) > 4000
    below = {size: letters for size, letters in sizes.items() if size < SMALLEST}
    assert min(sizes) >= IN_MAP and sum(below.values()) < 80, "only the map's own words may be smaller"


def letter_sizes(content: bytes) -> Counter[float]:
    """Type size in points -> how many letters have it; a line of our typefaces is 1.257 of its size high."""
    boxes = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)', pdf_text(content, "-bbox"))
    sizes: Counter[float] = Counter()
    for top, bottom, word in boxes:
        sizes[round((float(bottom) - float(top)) / 1.257, 1)] += len(word)
    return sizes


@pytest.mark.parametrize(("county", "language"), EVERY)
def test_paper_and_browser_say_the_same(county: str, language: str) -> None:
    paper, screen = pdf_text(pdf(county, language)), html_text(page(county, language))
    assert figures(paper) == figures(screen)
    assert sum(figures(paper).values()) > 150
    for text in texts_of(brief(county, language)):
        assert squeezed(text) in squeezed(paper) and squeezed(text) in squeezed(screen), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_that_can_be_read_aloud_with_its_typefaces_inside(language: str) -> None:
    content = pdf("AL-07", language)
    reader = PdfReader(io.BytesIO(content))
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == language and catalog["/MarkInfo"]["/Marked"].value is True
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data()
    told = brief("AL-07", language)
    about = reader.metadata
    assert about is not None and about.title == f"{told.words['product']}: {told.title}"
    assert about.creation_date is not None and about.creation_date.date() == told.made
    tags = Counter(tags_of(catalog["/StructTreeRoot"]))
    assert tags["/Figure"] > 15 and tags["/Table"] == 3 and tags["/H1"] == 1 and tags["/H2"] == 6
    program = shutil.which("pdffonts")
    assert program, "pdffonts of poppler-utils is needed"
    listed = subprocess.run([program, "-"], input=content, capture_output=True, check=True, timeout=60).stdout.decode()
    rows = listed.splitlines()[2:]
    assert rows and all(row.split()[-5:-2] == ["yes", "yes", "yes"] and "Source" in row for row in rows)


def tags_of(node: Any) -> list[str]:
    """The kinds of the elements below a node of the structure tree; a picture without words for it fails."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for each in node for tag in tags_of(each)]
    if not isinstance(node, dict):
        return []
    kind = str(node.get("/S", ""))
    assert kind != "/Figure" or str(node.get("/Alt", "")).strip()
    return [kind, *tags_of(node.get("/K", []))]


def test_the_same_brief_is_the_same_file_also_for_two_at_once() -> None:
    told = [brief("AL-07", "sq")]
    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(brief_pdf, [told, told])) == {pdf("AL-07", "sq")}
        assert set(pool.map(brief_html, [told, told])) == {page("AL-07", "sq")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_counties_are_eight_pages(language: str) -> None:
    four = [brief(county, language) for county in FOCUS]
    content = brief_pdf(four)
    assert len(PdfReader(io.BytesIO(content)).pages) == 2 * len(FOCUS)
    pages = pdf_text(content).split("\f")
    for place, told in enumerate(four):
        assert told.title in pages[2 * place].splitlines()


def test_four_counties_stand_in_one_page_for_the_browser() -> None:
    content = brief_html([brief(county, "sq") for county in FOCUS])
    root = html.fromstring(content.encode())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    ways = [way.removeprefix("#") for way in root.xpath("//a/@href") if way.startswith("#")]
    assert set(ways) <= set(ids) and set(FOCUS) <= set(ways)
    assert figures(html_text(content)) == sum((figures(html_text(page(county, "sq"))) for county in FOCUS), Counter())
    told = read_provenance(content.encode(), "four.html")
    assert {figure["area"] for figure in told.figures} > set(FOCUS)
    assert len({str(figure) for figure in told.figures}) == len(told.figures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_figures_are_marked_on_their_page_and_in_their_row(language: str) -> None:
    told, mark = brief("AL-11", language), words(language)("brief.word.demonstration")
    first, second = (pdf_text(pdf("AL-11", language), "-f", number, "-l", number) for number in "12")
    assert mark not in first and second.count(mark) == 2, "in the head of the page and over the table"
    made_up = [row for row in told.rows if row.demonstration]
    assert len(made_up) == 4 and second.count(f"· {told.words['made_up']}") == len(made_up)
    root = html.fromstring(page("AL-11", language).encode())
    marked = root.xpath("//tr[@class='made-up']")
    assert [row.xpath("string(th/span)") for row in marked] == [row.label for row in made_up]
    assert all(told.words["made_up"] in row.xpath("string(th)") for row in marked)
    assert root.xpath("string(//*[@class='badge'])") == told.words["holds_demonstration"]
    assert root.xpath("string(//*[@class='demonstration']//strong)") == mark


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_of_published_figures_have_no_word_of_demonstration(language: str) -> None:
    paper, content = brief_pdf([published(language)]), brief_html([published(language)])
    assert len(PdfReader(io.BytesIO(paper)).pages) == 2
    assert figures(pdf_text(paper)) == figures(html_text(content))
    for text in (pdf_text(paper), html_text(content)):
        assert "demonstr" not in text.lower()
