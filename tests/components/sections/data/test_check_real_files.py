"""The files that one card hands out, in every format: the same query, the same figures, all found unchanged."""

import pytest

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.downloads.brief.assemble import county_brief
from components.downloads.framed import framed_picture
from components.downloads.tables.table import table_of
from components.exhibits.model import Exhibit
from components.exhibits.opening import open_view
from components.exports.brief.html import brief_html
from components.exports.brief.pdf import brief_pdf
from components.exports.figure_pdf import pdf_of
from components.exports.png import png_of
from components.exports.provenance.reading import ENDINGS, read_provenance
from components.exports.tables.formats import FORMATS
from components.sections.data.check_reopening import place_of
from components.sections.data.check_verdict import verdict_on
from data.model.observations import KEY
from i18n import words

T = words("sq")
ADDRESS = "https://harta.example/anketa?question=online_response&age=15-17"
HIDDEN = "survey.online_response.age~15-17"  # a demonstration card whose counties are suppressed


@pytest.fixture(scope="module")
def card() -> Exhibit:
    view = read_view(HIDDEN, known_codes(store.release()))
    assert view is not None
    exhibit = open_view(T, view)
    assert exhibit is not None
    return exhibit


@pytest.fixture(scope="module")
def files(card: Exhibit) -> dict[str, bytes]:
    """Every file of the card that carries its provenance, by ending."""
    picture = framed_picture(T, card, "map", ADDRESS)
    table = table_of(
        T,
        store.release(),
        card.rows,
        title=card.title,
        caption=card.caption,
        filters=card.pills,
        view=card.view.code,
        address=ADDRESS,
    )
    made = {each.extension: each.make(table) for each in FORMATS.values() if each.extension in ENDINGS}
    return made | {"svg": picture.encode(), "png": png_of(picture, scale=0.2), "pdf": pdf_of(picture)}


def test_every_kind_but_the_brief_is_there(files: dict[str, bytes]) -> None:
    assert set(files) == set(ENDINGS) - {"html"}


def test_all_say_the_same_query_and_the_same_figures(card: Exhibit, files: dict[str, bytes]) -> None:
    read = {ending: read_provenance(content, f"card.{ending}") for ending, content in files.items()}
    queries = {(each.release, each.view, each.address, each.filters, each.demonstration) for each in read.values()}
    assert queries == {(store.release().info.id, card.view.code, ADDRESS, card.pills, True)}
    assert len({str(sorted(map(str, each.figures))) for each in read.values()}) == 1
    figures = {figure["area"]: figure for figure in read["xlsx"].figures}
    shown = {row["area"]: row["status"] for row in card.rows.to_dict("records")}
    assert {area: figure["status"] for area, figure in figures.items()} == shown
    assert list(shown.values()).count("suppressed") == 4
    assert all((figure["value"] is None) == (figure["status"] == "suppressed") for figure in figures.values())


def test_none_of_their_figures_has_changed(card: Exhibit, files: dict[str, bytes]) -> None:
    for ending, content in files.items():
        verdict = verdict_on(read_provenance(content, ending), store.release())
        assert verdict.is_open_release and verdict.changed.empty
        assert verdict.figures[list(KEY)].values.tolist() == card.rows[list(KEY)].values.tolist()


def test_both_forms_of_a_county_brief_can_be_checked() -> None:
    briefs = [county_brief(T, "AL-09", "https://harta.example")]
    pdf, page = brief_pdf(briefs), brief_html(briefs).encode()
    read = [read_provenance(content, "brief") for content in (pdf, page)]
    assert read[0] == read[1] and len(read[0].figures) > 20
    assert verdict_on(read[0], store.release()).changed.empty
    place = place_of(read[0], known_codes(store.release()))
    assert place is not None and (place.page, place.codes["county"]) == ("county", "AL-09")
