"""The same query gives the same figures and states in every format, each read by a program of its own."""

import io
import json
import zipfile

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from pysdmx.io import read_sdmx

from components.exports.codes import in_release
from components.exports.provenance.reading import read_provenance
from components.exports.tables.csv_table import csv_of
from components.exports.tables.formats import FORMATS
from components.exports.tables.model import Table
from components.exports.tables.sdmx_names import from_sdmx
from data import Release
from data.model.frames import typed
from data.model.observations import COLUMNS, DTYPES
from i18n import words
from tests.components.exports.tables.sample_tables import attendance, heard, table_of, wide

SQ, EN = words("sq"), words("en")


@pytest.fixture(scope="module", params=["published", "demonstration"])
def table(request: pytest.FixtureRequest, atlas: Release) -> Table:
    rows = attendance(atlas) if request.param == "published" else heard(atlas, population="all", gender="f")
    return table_of(SQ, atlas, rows)


@pytest.fixture(scope="module")
def shown(table: Table) -> pd.DataFrame:
    """The figures asked for, which every format has to give back."""
    rows = typed(table.rows, DTYPES)
    assert rows["status"].nunique() > 1, "a sample without hidden or unreliable figures shows nothing"
    return rows


def read_csv(content: bytes, separator: str, decimal: str) -> pd.DataFrame:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read ë and ç"
    texts = {column: str for column, dtype in DTYPES.items() if dtype == "str"}
    read = pd.read_csv(
        io.BytesIO(content), sep=separator, decimal=decimal, dtype=texts, encoding="utf-8-sig", keep_default_na=False,
        na_values={column: [""] for column, dtype in DTYPES.items() if dtype != "str"},
    )  # fmt: skip
    return typed(read, DTYPES)


@pytest.mark.parametrize(("dialect", "separator", "decimal"), [("comma", ",", "."), ("semicolon", ";", ",")])
def test_csv(table: Table, shown: pd.DataFrame, dialect: str, separator: str, decimal: str) -> None:
    pd.testing.assert_frame_equal(in_release(read_csv(csv_of(table, dialect=dialect), separator, decimal)), shown)


def test_workbook(table: Table, shown: pd.DataFrame) -> None:
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].make(table)))[table.words["sheet_data"]]
    lines = list(sheet.iter_rows(values_only=True))
    codes = {table.heading(column): column for column in table.rows}
    read = pd.DataFrame(lines[1:], columns=[codes.get(str(heading)) for heading in lines[0]])
    texts = [column for column, dtype in DTYPES.items() if dtype == "str"]
    read[texts] = read[texts].fillna("")
    pd.testing.assert_frame_equal(in_release(typed(read, DTYPES)), shown)


def test_parquet(table: Table, shown: pd.DataFrame) -> None:
    content = FORMATS["parquet"].make(table)
    pd.testing.assert_frame_equal(in_release(typed(pd.read_parquet(io.BytesIO(content)), DTYPES)), shown)
    schema = pq.read_schema(io.BytesIO(content))
    assert {str(schema.field(column).type) for column in ("value", "value_low", "deff")} == {"double"}
    assert str(schema.field("n").type) == "int64"
    for column in table.rows:
        told = schema.field(column).metadata
        assert told[b"heading"].decode() == SQ(f"file_heading.{column}")
        assert told[b"description"].decode() == SQ(f"file_meaning.{column}")
    assert schema.metadata[b"provenance"].decode() == table.provenance.to_json()
    assert (schema.metadata[b"warning"].decode() != "") == table.is_demonstration


def test_json(table: Table, shown: pd.DataFrame) -> None:
    told = json.loads(FORMATS["json"].make(table))
    assert list(told) == [
        "provenance", "title", "caption", "filters", "warning", "measures", "sources", "states", "citation", "licence",
        "columns", "rows",
    ]  # fmt: skip
    assert told["provenance"] == json.loads(table.provenance.to_json())
    assert [column["name"] for column in told["columns"]] == list(table.rows.columns) == list(told["rows"][0])
    assert [row["value"] for row in told["rows"]] == [None if np.isnan(each) else each for each in shown["value"]]
    pd.testing.assert_frame_equal(in_release(typed(pd.DataFrame(told["rows"]), DTYPES)), shown)
    assert (SQ("file.demonstration") in told["warning"]) == table.is_demonstration


def test_sdmx_is_read_by_pysdmx(table: Table, shown: pd.DataFrame) -> None:
    content = FORMATS["sdmx"].make(table)
    assert content.startswith(b"STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,")
    message = read_sdmx(io.BytesIO(content), validate=False)
    (dataset,) = message.data
    assert dataset.short_urn == "Dataflow=HARTA_TQNJ:OBSERVATIONS(1.0.0)"
    assert len(dataset.data) == len(shown)
    pd.testing.assert_frame_equal(from_sdmx(dataset.data), shown)
    assert set(dataset.data["RELEASE"]) == {table.provenance.release}
    assert dataset.data["SOURCE_CITATION"].ne("").all()
    assert set(dataset.data["SYNTHETIC"]) == ({"Y"} if table.is_demonstration else {"N"})


def test_package(table: Table, shown: pd.DataFrame) -> None:
    archive = zipfile.ZipFile(io.BytesIO(FORMATS["zip"].make(table)))
    assert archive.testzip() is None
    mark = "DEMONSTRATION_" if table.is_demonstration else ""
    for code, name in {
        "csv": "data.csv",
        "csv_semicolon": "data.semicolon.csv",
        "xlsx": "data.xlsx",
        "parquet": "data.parquet",
        "json": "data.json",
        "sdmx": "data.sdmx.csv",
    }.items():
        assert archive.read(mark + name) == FORMATS[code].make(table)
    pd.testing.assert_frame_equal(in_release(read_csv(archive.read(f"{mark}data.csv"), ",", ".")), shown)


@pytest.mark.parametrize("code", list(FORMATS))
def test_the_same_query_gives_the_same_bytes(table: Table, code: str) -> None:
    before = table.rows.copy(deep=True)
    assert FORMATS[code].make(table) == FORMATS[code].make(table)
    pd.testing.assert_frame_equal(table.rows, before)


@pytest.mark.parametrize("code", ["xlsx", "parquet", "json", "zip"])
def test_the_check_of_a_figure_reads_where_the_file_comes_from(table: Table, code: str) -> None:
    assert read_provenance(FORMATS[code].make(table), f"x.{FORMATS[code].extension}") == table.provenance


@pytest.mark.parametrize("code", list(FORMATS))
def test_a_table_without_rows_is_a_file_too(atlas: Release, code: str) -> None:
    content = FORMATS[code].make(table_of(SQ, atlas, attendance(atlas).iloc[:0]))
    if code == "csv":
        assert read_csv(content, ",", ".").empty
    assert content


@pytest.mark.parametrize("code", [code for code, each in FORMATS.items() if not each.needs_observations])
def test_a_wide_table_is_written_too(atlas: Release, code: str) -> None:
    both = pd.concat([attendance(atlas), attendance(atlas, gender="m")], ignore_index=True)
    table = wide(EN, atlas, both)
    content = FORMATS[code].make(table)
    if code == "zip":
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
        assert "data.csv" in names and "data.sdmx.csv" not in names
    if code == "csv_semicolon":
        read = pd.read_csv(io.BytesIO(content), sep=";", decimal=",", encoding="utf-8-sig")
        pd.testing.assert_frame_equal(in_release(read), table.rows, check_dtype=False)
    if code == "xlsx":
        book = load_workbook(io.BytesIO(content))
        headings = [cell.value for cell in book["Data"][1]]
        figure = book["Data"].cell(2, headings.index("Tirana") + 1)
        assert figure.number_format == "#,##0.0" and figure.value == table.rows["AL-11"][0]
        assert headings[-1] == "gender", "the code goes behind the words"


def test_a_wide_table_has_no_sdmx_form(atlas: Release) -> None:
    both = pd.concat([attendance(atlas), attendance(atlas, gender="m")], ignore_index=True)
    with pytest.raises(ValueError, match="no SDMX form"):
        FORMATS["sdmx"].make(wide(SQ, atlas, both))


def test_a_row_shown_on_both_sides_is_one_observation(atlas: Release) -> None:
    rows = attendance(atlas)
    table = table_of(SQ, atlas, pd.concat([rows, rows.head(1)], ignore_index=True))
    (dataset,) = read_sdmx(io.BytesIO(FORMATS["sdmx"].make(table)), validate=False).data
    assert len(dataset.data) == len(rows)
    assert len(read_csv(csv_of(table, dialect="comma"), ",", ".")) == len(rows) + 1


def test_a_hidden_figure_with_a_number_is_no_table(atlas: Release) -> None:
    rows = attendance(atlas)
    rows.loc[rows["status"].eq("suppressed"), "value"] = 12.5
    with pytest.raises(ValueError, match="hidden figure"):
        table_of(SQ, atlas, rows)


def test_demonstration_figures_must_say_which_they_are(atlas: Release) -> None:
    rows = heard(atlas)
    with pytest.raises(ValueError, match="no column says which"):
        table_of(SQ, atlas, rows, rows=rows.loc[:, [column for column in COLUMNS if column != "kind"]])
