"""The PDF: texts are set and never read as commands, every state is told, what is too long runs on and is not cut."""

import io

import pytest
from pypdf import PdfReader

from components.exports.brief.parts import Block, Services
from components.exports.brief.pdf import brief_pdf
from components.exports.provenance.parsing import provenance_of
from tests.components.exports.brief.hand_made_brief import HOSTILE, STATES, brief, hostile, row, told


def squeezed(text: str) -> str:
    """The text without any space: lines break anywhere."""
    return "".join(text.split())


def read(content: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(content))
    return reader, squeezed("".join(page.extract_text() for page in reader.pages))


def test_hostile_text_is_set_as_it_is() -> None:
    _, text = read(brief_pdf([hostile()]))
    assert text.count(squeezed(HOSTILE)) > 10


def test_every_state_is_told() -> None:
    reader, text = read(brief_pdf([brief()]))
    assert len(reader.pages) == 2
    for figure in (each.told for each in STATES):
        assert squeezed(figure.text) in text
    assert squeezed("E fshehur: tepër pak përgjigje") in text and squeezed("n 66 · e pasigurt") in text
    assert squeezed("2017–18 · fjala made_up") in text
    marks = [page.extract_text().count("fjala demonstration") for page in reader.pages]
    assert marks[0] == 1 and marks[1] > 1, "the head of each page that has a made-up figure says so"


def test_a_brief_without_services_and_survey_keeps_its_second_page() -> None:
    empty = brief(services=Services((), (), ("Ska shërbime.",)), survey=Block("Anketa", (), ("Ska anketë.",)))
    reader, text = read(brief_pdf([empty]))
    assert len(reader.pages) == 2 and "Skashërbime." in text and "Skaanketë." in text


@pytest.mark.parametrize("measures", [16, 60])
def test_more_content_is_set_smaller_and_at_last_runs_on(measures: int) -> None:
    many = tuple(row(told(f"{place},5 %"), f"Matja {place}.", f"m{place}-f") for place in range(measures))
    reader, text = read(brief_pdf([brief(headlines=(), summary=(), profile=(Block("Arsimi", many),))]))
    assert (len(reader.pages) == 2) == (measures == 16)
    assert all(f"Matja{place}." in text and f"{place},5%" in text for place in range(measures))


def test_several_counties_have_pages_of_their_own_and_one_provenance() -> None:
    reader, _ = read(brief_pdf([brief(), brief("AL-07", title="Qarku i Kukësit")]))
    firsts = [page.extract_text() for page in reader.pages]
    assert len(firsts) == 4 and "Qarku i Dibrës" in firsts[0] and "Qarku i Kukësit" in firsts[2]
    (attached,) = reader.attachments["provenance.json"]
    assert "Qarku i Kukësit" in provenance_of(attached).title
