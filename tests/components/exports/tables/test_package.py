"""The package: everything that must travel with the figures, marked, citable, and the same bytes for the same query."""

import csv
import io
import zipfile
from datetime import date

import pytest
import yaml

from components.exports.tables.model import Table
from components.exports.tables.package import STEPS, zip_of
from components.exports.tables.words import COLUMN, MEASURE, SOURCE
from data import Release
from i18n import LANGUAGES, words
from tests.components.exports.tables.sample_tables import attendance, heard, table_of, wide

SQ = words("sq")
MADE = date(2026, 11, 24)
PICTURES = {"map.png": b"\x89PNG", "chart.svg": b"<svg/>"}
TEXTS = [
    "codebook.csv", "measures.csv", "sources.csv", "citation.txt", "citation.bib", "CITATION.cff", "LICENSE.txt",
    "provenance.json", "datapackage.json",
]  # fmt: skip
DATA = ["data.csv", "data.semicolon.csv", "data.xlsx", "data.parquet", "data.json", "data.sdmx.csv"]


@pytest.fixture(scope="module", params=LANGUAGES)
def table(request: pytest.FixtureRequest, atlas: Release) -> Table:
    return table_of(words(request.param), atlas, attendance(atlas))


@pytest.fixture(scope="module")
def archive(table: Table) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(zip_of(table, PICTURES, MADE)))


def read(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name).decode("utf-8-sig")


def test_the_members(archive: zipfile.ZipFile) -> None:
    assert archive.namelist() == ["README.txt", *DATA, *TEXTS, "pictures/chart.svg", "pictures/map.png"]
    assert archive.read("pictures/map.png") == PICTURES["map.png"]
    assert {info.date_time for info in archive.infolist()} == {(2026, 11, 24, 0, 0, 0)}


def test_the_readme_lists_every_member_and_every_state(table: Table, archive: zipfile.ZipFile) -> None:
    said = read(archive, "README.txt")
    for name in archive.namelist()[1:]:
        assert f"- {'pictures/' if name.startswith('pictures') else name}: " in said
    for code, name, meaning in table.states:
        assert f"- {code} ({name}): {meaning}" in said
    for part in (
        table.title, table.caption, *table.filters, table.citation, table.licence, table.provenance.release,
        table.provenance.made, table.provenance.address, table.words["readme_hidden"],
    ):  # fmt: skip
        assert part in said
    assert table.words["demonstration"] not in said


def test_a_demonstration_says_so_first_and_in_every_name(atlas: Release) -> None:
    table = table_of(SQ, atlas, heard(atlas))
    archive = zipfile.ZipFile(io.BytesIO(zip_of(table, PICTURES, MADE)))
    warning = f"{SQ('file.demonstration')}. {SQ('file.demonstration_long')}"
    for name in ("README.txt", "citation.txt"):
        assert read(archive, name).startswith(warning)
    for name in ("citation.bib", "CITATION.cff"):
        assert SQ("file.demonstration") in read(archive, name)
    carrying = [name for name in archive.namelist() if "data." in name or name.startswith("pictures")]
    assert len(carrying) == len(DATA) + len(PICTURES)
    assert all("DEMONSTRATION_" in name for name in carrying)


def test_the_small_tables(table: Table, archive: zipfile.ZipFile) -> None:
    wanted = {
        "codebook.csv": (COLUMN, [[name, table.headings[name], table.meanings[name]] for name in table.rows]),
        "sources.csv": (SOURCE, [[source.id, source.citation, source.address] for source in table.sources]),
    }
    for file, (keys, rows) in wanted.items():
        assert list(csv.reader(io.StringIO(read(archive, file)))) == [[table.words[key] for key in keys], *rows]
    heads, measure = list(csv.reader(io.StringIO(read(archive, "measures.csv"))))
    assert heads == [table.words[key] for key in MEASURE]
    assert measure[2] == f"'{table.measures[0].definition}", "a definition that begins like a formula is guarded"


def test_the_citation_file_is_yaml(table: Table, archive: zipfile.ZipFile) -> None:
    told = yaml.safe_load(read(archive, "CITATION.cff"))
    assert told["cff-version"] == "1.2.0" and told["type"] == "dataset"
    assert told["title"] == table.title and told["message"] == table.citation
    assert told["version"] == table.provenance.release and told["url"] == table.provenance.address
    assert date.fromisoformat(told["date-released"])
    assert told["authors"] == [{"name": table.words["product"]}]


def test_the_provenance_is_there_word_for_word(table: Table, archive: zipfile.ZipFile) -> None:
    assert read(archive, "provenance.json") == table.provenance.to_json()
    assert table.licence in read(archive, "LICENSE.txt")
    assert all(source.citation in read(archive, "LICENSE.txt") for source in table.sources)


def test_steps_are_told_in_order_and_each_once(table: Table, atlas: Release) -> None:
    heard_steps: list[str] = []
    zip_of(table, PICTURES, MADE, heard_steps.append)
    assert heard_steps == list(STEPS)
    heard_steps.clear()
    zip_of(wide(SQ, atlas, attendance(atlas).assign(gender=["f", *["m"] * 12])), {}, MADE, heard_steps.append)
    assert heard_steps == [step for step in STEPS if step != "sdmx"]


def test_same_query_same_bytes_another_picture_another_package(table: Table) -> None:
    first = zip_of(table, PICTURES, MADE)
    assert first == zip_of(table, dict(reversed(PICTURES.items())), MADE)
    assert first != zip_of(table, PICTURES | {"map.png": b"other"}, MADE)
    assert first != zip_of(table, PICTURES, date(2026, 11, 25))
