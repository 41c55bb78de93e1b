"""The three promises of every format: it says where it comes from, a hidden figure is no number and has its state, no
cell begins as a formula. A format added to the tables of formats is tried without being named here."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import openpyxl
import pandas as pd
import pypdf
import pytest

from components import store
from components.address.known import known_codes
from components.address.view import read_view
from components.downloads.brief.assemble import county_brief
from components.downloads.framed import framed_picture
from components.downloads.pictures import KINDS, picture_file
from components.downloads.tables.of_services import Told, presence_table
from components.downloads.tables.table import table_of
from components.exhibits.model import Exhibit
from components.exhibits.opening import open_view
from components.exhibits.services_presence import presence_rows
from components.exhibits.services_rows import people_reached_rows
from components.exports.brief.html import brief_html
from components.exports.brief.pdf import brief_pdf
from components.exports.cells import is_formula_like, is_mistakable
from components.exports.codes import in_file, in_release
from components.exports.provenance.problems import ProvenanceProblem
from components.exports.tables.columns import FIGURE_WORDS, PERIOD_WORDS
from components.exports.tables.formats import FORMATS
from components.exports.tables.model import Table
from components.sections.data.check_handed import read_handed
from components.sections.data.wide import wide_of
from data import Release
from data.model.observations import SHOWN
from i18n import LANGUAGES, words

HIDDEN = "survey.online_response.age~15-17"  # a demonstration card whose counties are suppressed
ADDRESS = "https://harta.example/anketa?question=online_response&age=15-17"


def exhibit(language: str) -> Exhibit:
    view = read_view(HIDDEN, known_codes(store.release()))
    assert view is not None
    found = open_view(words(language), view)
    assert found is not None
    return found


def table_from(card: Exhibit, language: str) -> Table:
    t = words(language)
    told = {"title": card.title, "caption": card.caption, "filters": card.pills}
    return table_of(t, store.release(), card.rows, **told, view=card.view.code, address=ADDRESS)


def tabular(code: str, language: str) -> bytes:
    return FORMATS[code].make(table_from(exhibit(language), language))


def picture(kind: str, language: str) -> bytes:
    svg = framed_picture(words(language), exhibit(language), "map", ADDRESS).encode()
    return picture_file(lambda: svg, kind)


FILES: dict[str, Callable[[str], bytes]] = {
    **{code: partial(tabular, code) for code in FORMATS},
    **{kind: partial(picture, kind) for kind in KINDS},
    "brief.pdf": lambda language: brief_pdf([county_brief(words(language), "AL-09", "https://h.example")]),
    "brief.html": lambda language: brief_html([county_brief(words(language), "AL-09", "https://h.example")]).encode(),
}
# What programs write where a number is missing: alone in a cell, or where a cell of text begins and ends.
NUMBERLESS = re.compile(r"(^|[,;>\"])(nan|NaN|None|null|inf|<NA>)( ?%)?($|[,;<\"])|\b(nan|NaN)\b", re.MULTILINE)


@pytest.fixture(scope="module", params=[(code, language) for code in FILES for language in LANGUAGES], ids=str)
def made(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    code, language = request.param
    return code, FILES[code](language)


def texts_of(content: bytes) -> Iterator[tuple[str, str]]:
    """What each part of a file says as text that people or programs read: (name of the part, text)."""
    if content.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        if "xl/workbook.xml" in archive.namelist():
            for sheet in openpyxl.load_workbook(io.BytesIO(content)):
                yield from (
                    (sheet.title, str(c.value)) for row in sheet.iter_rows() for c in row if c.value is not None
                )
            return
        for name in archive.namelist():
            yield from texts_of(archive.read(name))
    elif content.startswith(b"PAR1"):
        rows = pd.read_parquet(io.BytesIO(content))
        yield from (("parquet", cell) for name in rows for cell in rows[name] if isinstance(cell, str))
    elif content.startswith(b"%PDF"):
        yield from (("pdf", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    elif not content.startswith(b"\x89PNG"):
        text = content.decode("utf-8-sig")
        text = re.sub(r"<metadata>.*?</metadata>|<script.*?</script>|<style.*?</style>", "", text, flags=re.S)
        yield "text", re.sub(r'": null', '": ', text)


def test_it_says_where_it_comes_from(made: tuple[str, bytes]) -> None:
    told = read_handed(made[1], made[0]).provenance
    assert told.release == store.release().info.id and told.figures
    assert told.demonstration or made[0].startswith("brief")


def test_a_hidden_figure_is_no_number_and_has_its_state(made: tuple[str, bytes]) -> None:
    told = read_handed(made[1], made[0])
    hidden = [figure for figure in told.provenance.figures if figure["status"] not in SHOWN]
    assert hidden and all(figure["value"] is None for figure in hidden)
    for name, text in texts_of(made[1]):
        if name != "provenance":  # the record is JSON, whose empty value is null
            assert not NUMBERLESS.search(text), (name, NUMBERLESS.search(text))


def test_no_cell_begins_as_a_formula(made: tuple[str, bytes]) -> None:
    content = made[1]
    for table in read_handed(content, made[0]).tables:
        cells = [cell for name in table.rows for cell in table.rows[name] if isinstance(cell, str)]
        assert cells and not [cell for cell in cells if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
    if made[0] == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        every = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type in ("s", "n") for cell in every)
        assert all(cell.quotePrefix for cell in every if isinstance(cell.value, str) and is_formula_like(cell.value))


def every_table(atlas: Release, language: str) -> Iterator[Table]:
    """Everything that the release says, in every form."""
    t = words(language)
    rows = [atlas.observations, atlas.survey.observations, people_reached_rows(atlas.services)]
    long = table_of(t, atlas, pd.concat(rows, ignore_index=True), title="T", caption="C", filters=())
    yield from (long, wide_of(t, long), presence_table(t, atlas, presence_rows(t), Told("T", "C", ())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_or_code_of_the_release_is_taken_for_something_else(atlas: Release, language: str) -> None:
    """Each word and code alone in a column, as a file of one kind of rows has it, read with pandas' defaults."""
    told = {
        (name in (*FIGURE_WORDS, PERIOD_WORDS) or name.endswith("_text"), cell)
        for table in every_table(atlas, language)
        for name in table.written.select_dtypes(exclude="number")
        for cell in table.written[name].unique()
        if cell
    }
    alone = pd.DataFrame([[cell for _, cell in told]] * 2)  # a column each
    read = pd.read_csv(io.StringIO(alone.to_csv(index=False)))
    assert len(told) > 1000
    for (says_figure, cell), (_, column) in zip(told, read.items(), strict=True):
        if says_figure:  # a figure or a year in words may be read as the number that it says
            assert column.notna().all() and column.dtype != bool, cell
        else:
            assert column.tolist() == [cell] * 2 and not is_mistakable(cell), cell


def test_no_code_of_a_file_is_a_date_to_excel_and_all_come_back(atlas: Release) -> None:
    rows = pd.concat([atlas.observations, atlas.survey.observations], ignore_index=True)
    written = in_file(rows)
    for name in ("age", "period", "gender", "cycle", "method"):
        assert not [
            code for code in set(written[name]) if re.fullmatch(r"\d+([-/.]\d+){0,2}", code) and "/" not in code
        ]
    assert set(written["gender"]) == {"all", "female", "male"}
    pd.testing.assert_frame_equal(in_release(written), rows)
    pd.testing.assert_frame_equal(in_release(rows), rows)


def test_a_word_of_a_codebook_that_reads_as_missing_is_quoted(atlas: Release) -> None:
    t = words("en")
    table = table_of(t, atlas, atlas.rows_of("school_attendance_15_17"), title="T", caption="C", filters=())
    for word in ("None", "NA", "T", "false", "12", "1,065", "2020-08", "inf"):
        told = replace(table, rows=table.rows.assign(name=word))
        assert set(told.written["name"]) == {f"“{word}”"}


def test_what_is_not_ours_stays_a_problem() -> None:
    with pytest.raises(ProvenanceProblem):
        read_handed(json.dumps({"rows": []}).encode(), "x.json")
