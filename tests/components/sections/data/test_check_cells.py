"""Cell by cell: a file as it was taken is confirmed to its last cell, and one changed cell of any format is found."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from components.downloads.tables.of_services import Told, presence_table
from components.downloads.tables.table import table_of
from components.exhibits.services_presence import presence_rows
from components.exhibits.services_rows import people_reached_rows
from components.exports.tables.formats import FORMATS
from components.exports.tables.model import Table
from components.sections.data.check_handed import read_handed
from components.sections.data.check_verdict import Verdict, verdict_on_file
from components.sections.data.check_wording import headline
from components.sections.data.wide import wide_of
from data import Release
from i18n import LANGUAGES, words

TABULAR = [code for code in FORMATS if code != "zip"]


def checked(content: bytes, atlas: Release) -> Verdict:
    return verdict_on_file(read_handed(content, "file"), atlas)


def long(atlas: Release, language: str) -> Table:
    """Shares, a mean score, counts above a thousand, hidden and unreliable figures, published and made up."""
    girls = atlas.rows_of("school_attendance_15_17")
    rows = [girls[girls["gender"].eq("f")], atlas.survey.rows_of("welcome"), people_reached_rows(atlas.services)]
    every = pd.concat(rows, ignore_index=True)
    return table_of(
        words(language), atlas, every, title="T", caption="C", filters=("x",), address="https://h/te-dhenat"
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def table(request: pytest.FixtureRequest, atlas: Release) -> Table:
    return long(atlas, request.param)


@pytest.fixture(scope="module")
def taken(atlas: Release) -> Callable[[str], bytes]:
    """The English table as a file of a format, made once."""
    return cache(lambda code: FORMATS[code].make(long(atlas, "en")))


@pytest.mark.parametrize("code", list(FORMATS))
def test_a_file_as_it_was_taken_is_confirmed_to_its_last_cell(table: Table, atlas: Release, code: str) -> None:
    verdict = checked(FORMATS[code].make(table), atlas)
    assert verdict.wrong == [] and verdict.unknown == [] and verdict.is_whole and verdict.changed.empty
    assert verdict.cells > 20 * len(table.rows) and len(verdict.figures) == len(table.rows)
    assert headline(words("en"), verdict).startswith("All ")


@pytest.mark.parametrize("code", [code for code, each in FORMATS.items() if not each.needs_observations])
def test_wide_tables_and_facts_too(atlas: Release, code: str) -> None:
    t = words("en")
    told = Told("T", "C", ())
    for made in (wide_of(t, long(atlas, "en")), presence_table(t, atlas, presence_rows(t), told)):
        verdict = checked(FORMATS[code].make(made), atlas)
        assert verdict.wrong == [] and verdict.is_whole and verdict.cells > 10 * len(made.rows)


def in_text(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), 1)

    return change


def in_workbook(change: Callable[[openpyxl.Workbook], None]) -> Callable[[bytes], bytes]:
    def changed(content: bytes) -> bytes:
        book, place = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
        change(book)
        book.save(place)
        return place.getvalue()

    return changed


def in_parquet(content: bytes) -> bytes:
    read, place = pq.read_table(io.BytesIO(content)), io.BytesIO()
    cells = read["value_upp"].to_pylist()
    cells[next(n for n, cell in enumerate(cells) if cell is not None)] = 99.9
    number = read.schema.get_field_index("value_upp")
    pq.write_table(read.set_column(number, read.schema.field(number), pa.array(cells)), place)
    return place.getvalue()


def in_json(content: bytes) -> bytes:
    told = json.loads(content)
    told["rows"][2]["n"] = 7
    return json.dumps(told).encode()


def in_package(content: bytes) -> bytes:
    place = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(place, "w") as new:
        for name in old.namelist():
            cell = old.read(name)
            new.writestr(name, in_text("Tirana,", "Kavaja,")(cell) if name.endswith("data.csv") else cell)
    return place.getvalue()


def word_of_a_cell(book: openpyxl.Workbook) -> None:
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == "Women/girls")
    cell.value = "Men/boys"


def hidden_figure(book: openpyxl.Workbook) -> None:
    head, *rows = book.worksheets[0].iter_rows()
    value = next(n for n, cell in enumerate(head) if cell.value == "Value")
    next(row[value] for row in rows if row[value].value is None).value = 3


FALSIFIED = {
    "csv": in_text(",77.1%,", ",71.7%,"),
    "csv_semicolon": in_text("Unreliable", "Valid"),
    "xlsx": in_workbook(word_of_a_cell),
    "parquet": in_parquet,
    "json": in_json,
    "sdmx": in_text(",PT,", ",PS,"),
    "zip": in_package,
}


@pytest.mark.parametrize("code", list(FORMATS))
def test_one_changed_cell_is_found(atlas: Release, taken: Callable[[str], bytes], code: str) -> None:
    verdict = checked(FALSIFIED[code](taken(code)), atlas)
    assert len(verdict.wrong) == 1
    assert headline(words("en"), verdict).startswith("1 of ")


def test_a_figure_under_another_gender_is_found(atlas: Release, taken: Callable[[str], bytes]) -> None:
    falsify = in_text("school_attendance_15_17,all,AL-11,female", "school_attendance_15_17,all,AL-11,male")
    verdict = checked(falsify(taken("csv")), atlas)
    assert {"value", "text", "gender_name"} <= {cell.column for cell in verdict.wrong}


def test_a_figure_put_where_one_is_hidden_is_found(atlas: Release, taken: Callable[[str], bytes]) -> None:
    (cell,) = checked(in_workbook(hidden_figure)(taken("xlsx")), atlas).wrong
    assert (cell.column, cell.found, cell.right) == ("value", "3.0", "")


@pytest.mark.parametrize("code", TABULAR)
def test_a_row_that_nobody_published_is_found(atlas: Release, code: str) -> None:
    rows = atlas.rows_of("school_attendance_15_17").head(3).assign(period=["1950", "2016", "2017/2018"])
    t = words("en")
    verdict = checked(FORMATS[code].make(table_of(t, atlas, rows, title="T", caption="C", filters=())), atlas)
    assert verdict.wrong and "" in {cell.column for cell in verdict.wrong}


def test_files_of_old_codes_are_still_read(atlas: Release) -> None:
    """A CSV of the first releases has f, 15-17 and plain years, and no words of its own day to compare."""
    old = atlas.rows_of("school_attendance_15_17").assign(release=atlas.info.id)
    assert {"f", "m"} <= set(old["gender"])
    verdict = checked(old.to_csv(index=False).encode("utf-8-sig"), atlas)
    assert verdict.wrong == [] and len(verdict.figures) == len(old) and verdict.changed.empty


def test_of_another_release_the_cells_stand_beside_the_files_own_record(
    atlas: Release, taken: Callable[[str], bytes]
) -> None:
    content = taken("json").decode()
    told = json.loads(content)
    assert told["rows"][0]["gender"] == told["provenance"]["figures"][0]["gender"] == "female"
    other = replace(atlas, info=replace(atlas.info, id="2030-01-01-00000000"))
    whole = checked(content.encode(), other)
    assert not whole.is_open_release and whole.wrong == [] and not whole.is_whole
    assert len(checked(in_json(content.encode()), other).wrong) == 1
    by_rows = checked(taken("csv"), other)
    assert by_rows.compared == (None,) and not by_rows.is_whole, "its own release is not there to compare it with"


@pytest.mark.parametrize(
    "content",
    [b"a,b\n1,2\n", b"release,gender\nr1,f\nr2,f\n", b"a;b\n", b"indicator,release\n", b",\n" * 99],
    ids=["other", "two releases", "header", "no rows", "empty"],
)
def test_other_csv_is_no_file_of_ours(content: bytes) -> None:
    from components.exports.provenance.problems import ProvenanceProblem

    with pytest.raises(ProvenanceProblem):
        read_handed(content, "x.csv")
